import AuditModel
import Testing
import WorkingDays

@testable import SchemeRules

@Suite struct QualiopiBillingTests {
  let tariff: QualiopiTariff

  init() throws { tariff = try #require(QualiopiTariff.inForce(on: try AuditFixture.day("2026-05-12"))) }

  static func days(_ halfDays: Int..., mode: AuditMode = .onSite) throws -> [ScheduledDay] {
    try days(halfDays, mode: mode)
  }

  /// One row a date from 2026-05-11 on, a Monday.
  static func days(_ halfDays: [Int], mode: AuditMode = .onSite) throws -> [ScheduledDay] {
    try halfDays.enumerated().map { place, halfDays in
      let date = try #require(try AuditFixture.day("2026-05-11").adding(days: place))
      return try #require(ScheduledDay(date: date, halfDays: halfDays, site: "siege", mode: mode))
    }
  }

  func facts(_ kind: QualiopiAuditKind, _ days: [ScheduledDay]) -> QualiopiBilling.Facts {
    QualiopiBilling.Facts(audit: "a1", kind: kind, state: .decided, days: days, tariff: tariff)
  }

  func amounts(_ lines: [BillingLine]) -> [String] { lines.map { "\($0.code.rawValue) \($0.amount.cents)" } }

  @Test func `GX-85 R-QUAL-112 R-QUAL-113 R-QUAL-115 single-site, 1 day then half a day, comes to 1,750 euros`() throws
  {
    let initial = QualiopiBilling.lines(for: facts(.initial, try Self.days(2)))
    let surveillance = QualiopiBilling.lines(for: facts(.surveillance, try Self.days(1)))
    #expect(amounts(initial) == ["audit-days 98000", "mission 8000", "file 12000"])
    #expect(amounts(surveillance) == ["audit-days 49000", "mission 8000"])
    let account = BillingAccount(initial + surveillance)
    #expect(account.total(of: .auditDays) == .euros(1_470))
    #expect(account.total(of: .auditDays) + account.total(of: .file) == .euros(1_590))
    #expect(account.total(of: .mission) == .euros(160))
    #expect(account.total == .euros(1_750))
  }

  @Test func `GX-86 R-QUAL-113 R-QUAL-115 multi-site, 2.5 days then 1.5, comes to 4,920 euros`() throws {
    var initial = facts(.initial, try Self.days(2, 2, 1))
    var surveillance = facts(.surveillance, try Self.days(2, 1))
    initial.isMultiSite = true
    surveillance.isMultiSite = true
    let account = BillingAccount(QualiopiBilling.lines(for: initial) + QualiopiBilling.lines(for: surveillance))
    #expect(account.total(of: .auditDays) == .euros(3_920))
    #expect(account.total(of: .file) == .euros(300))
    #expect(account.total(of: .mission) == .euros(700))
    #expect(account.total == .euros(4_920))
  }

  @Test func `GX-86 R-QUAL-116 a name change later is one line of 100 euros`() {
    let line = QualiopiBilling.certificateChange(request: "d7", tariff: tariff)
    #expect(line.id == "d7.certificate-change")
    #expect(line.amount == .euros(100))
    #expect(line.rule == "R-QUAL-116")
  }

  @Test func `GX-87 R-QUAL-114 an overseas client counts as multi-site, file fee included`() throws {
    var initial = facts(.initial, try Self.days(2))
    var surveillance = facts(.surveillance, try Self.days(1))
    initial.isOverseas = true
    surveillance.isOverseas = true
    let lines = QualiopiBilling.lines(for: initial) + QualiopiBilling.lines(for: surveillance)
    let account = BillingAccount(lines)
    #expect(account.total(of: .auditDays) == .euros(1_470))
    #expect(account.total(of: .file) == .euros(300))
    #expect(account.total(of: .mission) == .euros(280))
    #expect(account.total == .euros(2_050))
    #expect(lines.filter { $0.code == .mission }.allSatisfy { $0.rule == "R-QUAL-114" })
  }

  @Test func `R-QUAL-114 an auditor from mainland France to an overseas client is charged at actual cost`() throws {
    var overseas = facts(.surveillance, try Self.days(2, 1))
    overseas.isOverseas = true
    overseas.comesFromMainland = true
    #expect(QualiopiBilling.judge(overseas).refusals() == ["R-QUAL-114 actual-cost-missing"])
    #expect(QualiopiBilling.lines(for: overseas).map(\.code) == [.auditDays])
    overseas.actualMissionCost = EuroCents(cents: -1)
    #expect(QualiopiBilling.judge(overseas).refusals() == ["R-QUAL-114 actual-cost-missing"])
    overseas.actualMissionCost = EuroCents(cents: 134_217)
    #expect(QualiopiBilling.judge(overseas).outcome == .accepted)
    let mission = try #require(QualiopiBilling.lines(for: overseas).last)
    #expect(mission.amount.cents == 134_217)
    #expect(mission.quantity == .units(1))
    #expect(mission.label.fr == "Frais de mission au coût réel")
    overseas.isOverseas = false
    #expect(QualiopiBilling.lines(for: overseas).last?.amount == .euros(160), "in mainland France nobody comes from it")
  }

  @Test func `R-QUAL-113 a started day is a date, whatever the half-days and sites on it`() throws {
    let day = try AuditFixture.day("2026-05-11")
    let twoSites = [
      try #require(ScheduledDay(date: day, halfDays: 1, site: "siege")),
      try #require(ScheduledDay(date: day, halfDays: 1, site: "lyon")),
    ]
    var multi = facts(.surveillance, twoSites)
    multi.isMultiSite = true
    #expect(amounts(QualiopiBilling.lines(for: multi)) == ["audit-days 98000", "mission 14000"])
    #expect(QualiopiBilling.lines(for: multi)[1].quantity == .startedDays(1))
    let split = facts(.surveillance, try Self.days(1, 1, 1))
    #expect(amounts(QualiopiBilling.lines(for: split)) == ["audit-days 147000", "mission 24000"])
  }

  @Test func `R-QUAL-113 a remote day starts no mission`() throws {
    let remote = facts(.surveillance, try Self.days(1, mode: .remote))
    #expect(amounts(QualiopiBilling.lines(for: remote)) == ["audit-days 49000"])
  }

  @Test func `R-QUAL-115 the file is charged once a cycle, at the initial or renewal audit only`() throws {
    for kind in QualiopiAuditKind.allCases {
      let codes = QualiopiBilling.lines(for: facts(kind, try Self.days(2))).map(\.code)
      let hasFile = kind == .initial || kind == .renewal
      #expect(codes == (hasFile ? [.auditDays, .mission, .file] : [.auditDays, .mission]), "\(kind)")
    }
    var again = facts(.renewal, try Self.days(2))
    again.isFileBilled = true
    #expect(QualiopiBilling.lines(for: again).map(\.code) == [.auditDays, .mission])
  }

  @Test func `R-QUAL-94 the invoice comes with the decision, after every audit, once`() throws {
    var facts = facts(.surveillance, try Self.days(1))
    for state in QualiopiAuditState.allCases {
      facts.state = state
      switch state {
      case .inDecision, .decided: #expect(QualiopiBilling.judge(facts).outcome == .accepted, "\(state)")
      case .invoiced: #expect(QualiopiBilling.judge(facts).refusals() == ["R-QUAL-94 already-billed"])
      default: #expect(QualiopiBilling.judge(facts).refusals() == ["R-QUAL-94 billed-before-decision"], "\(state)")
      }
    }
    for kind in QualiopiAuditKind.allCases {
      #expect(!QualiopiBilling.lines(for: self.facts(kind, try Self.days(1))).isEmpty, "without exception")
    }
  }

  @Test func `R-QUAL-94 R-QUAL-112 an audit without a day or a tariff is not billed`() throws {
    #expect(QualiopiBilling.judge(facts(.initial, [])).refusals() == ["R-QUAL-94 no-day-to-bill"])
    #expect(QualiopiBilling.lines(for: facts(.initial, [])).isEmpty)
    var unpriced = facts(.initial, try Self.days(2))
    unpriced.tariff = nil
    #expect(QualiopiBilling.judge(unpriced).refusals() == ["R-QUAL-112 no-tariff"])
    #expect(QualiopiBilling.lines(for: unpriced).isEmpty)
  }

  @Test func `R-QUAL-112 under a framework agreement the line says which`() throws {
    var facts = facts(.surveillance, try Self.days(2, 1))
    facts.tariff = tariff.replacingDayPrice(with: .euros(900), under: "Réseau des Alpes")
    let line = try #require(QualiopiBilling.lines(for: facts).first)
    #expect(line.amount == .euros(1_350))
    #expect(line.unitPrice == .euros(900))
    #expect(line.label.fr == "Journées d'audit, accord-cadre Réseau des Alpes")
    #expect(line.quantity.words.fr == "1,5 jour")
  }

  @Test func `R-QUAL-94 a line is named by audit and code and says what it is computed from`() throws {
    let lines = QualiopiBilling.lines(for: facts(.initial, try Self.days(2, 1)))
    #expect(lines.map(\.id) == ["a1.audit-days", "a1.mission", "a1.file"])
    #expect(lines.map(\.quantity) == [.duration(3), .startedDays(2), .units(1)])
    #expect(lines.map(\.rule) == ["R-QUAL-112", "R-QUAL-113", "R-QUAL-115"])
    #expect(lines.map(\.quantity.words.en) == ["1.5 days", "2 started days", "1"])
    #expect(BillingQuantity.startedDays(1).words.fr == "1 journée entamée")
  }

  @Test func `R-QUAL-94 R-QUAL-118 the lines add up to the total, and each is its price times its quantity`() throws {
    for count in 0...3 {
      for multi in [false, true] {
        var facts = facts(.renewal, try Self.days(Array(repeating: 2, count: count) + [1]))
        facts.isMultiSite = multi
        let lines = QualiopiBilling.lines(for: facts)
        #expect(BillingAccount(lines).total == lines.map(\.amount).total)
        #expect(BillingAccount(lines).total == BillingCode.allCases.map(BillingAccount(lines).total(of:)).total)
        for line in lines {
          switch line.quantity {
          case .duration(let duration):
            #expect(line.amount.cents * 2 == line.unitPrice.cents * Int64(duration.halfDays))
          case .startedDays(let count), .units(let count):
            #expect(line.amount.cents == line.unitPrice.cents * Int64(count))
          }
        }
      }
    }
  }
}
