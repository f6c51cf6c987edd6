import AuditModel
import Testing
import WorkingDays

@testable import SchemeRules

@Suite struct AuditDurationCheckTests {
  static func day(_ date: String, _ halfDays: Int, _ site: String = "siege") throws -> ScheduledDay {
    try #require(ScheduledDay(date: try AuditFixture.day(date), halfDays: halfDays, site: site))
  }

  func facts(
    _ kind: QualiopiAuditKind, contracted: AuditDuration, _ days: [ScheduledDay]
  ) throws -> AuditDurationCheck.Facts {
    AuditDurationCheck.Facts(
      kind: kind, days: days, contracted: contracted, contractTurnover: .euros(120_000), bpfTurnover: .euros(140_000),
      brackets: .inForce(on: try AuditFixture.day("2026-05-12")))
  }

  @Test func `R-QUAL-39 R-QUAL-40 an audit as long as its contract, a day a date, is planned`() throws {
    let facts = try facts(.renewal, contracted: 3, [Self.day("2026-05-12", 2), Self.day("2026-05-13", 1)])
    #expect(AuditDurationCheck.judge(facts).outcome == .accepted)
    #expect(
      AuditDurationCheck.verdicts(facts).map(\.rule) == [
        "R-QUAL-39", "T-QUAL-A02", "R-QUAL-42", "R-QUAL-43", "R-QUAL-40", "R-QUAL-44",
      ])
  }

  @Test(arguments: QualiopiAuditKind.allCases)
  func `R-QUAL-39 no audit is shorter than its contract`(kind: QualiopiAuditKind) throws {
    let judgement = AuditDurationCheck.judge(try facts(kind, contracted: 3, [Self.day("2026-05-12", 2)]))
    #expect(judgement.refusals() == ["R-QUAL-39 shorter-than-contract"])
    #expect(judgement.reasons[0].text.what.fr == "L'audit est prévu sur 1 jour, le contrat en fixe 1,5 jour.")
    #expect(AuditDurationCheck.judge(try facts(kind, contracted: 1, [])).refusals().count == 1)
  }

  @Test func `T-QUAL-A02 the contract covers the duration planned`() throws {
    let facts = try facts(.initial, contracted: 2, [Self.day("2026-05-12", 2), Self.day("2026-05-13", 1)])
    #expect(AuditDurationCheck.judge(facts).refusals() == ["T-QUAL-A02 contract-too-short"])
  }

  @Test func `GX-32 R-QUAL-40 a day and a half on one date is refused`() throws {
    let facts = try facts(.initial, contracted: 3, [Self.day("2026-05-12", 2), Self.day("2026-05-12", 1, "lyon")])
    let judgement = AuditDurationCheck.judge(facts)
    #expect(judgement.refusals() == ["R-QUAL-40 more-than-a-day-per-date"])
    #expect(judgement.reasons[0].facts == ["days": ["2026-05-12"]])
    let two = try self.facts(.initial, contracted: 2, [Self.day("2026-05-12", 1), Self.day("2026-05-12", 1, "lyon")])
    #expect(AuditDurationCheck.judge(two).outcome == .accepted, "two half-days on two sites make one day")
  }

  @Test func `R-QUAL-40 a row holds one or two half-days`() throws {
    let date = try AuditFixture.day("2026-05-12")
    #expect(ScheduledDay(date: date, halfDays: 3, site: "siege") == nil)
    #expect(ScheduledDay(date: date, halfDays: 0, site: "siege") == nil)
  }

  @Test func `R-QUAL-41 A-54 a new entrant is in its first year at the initial audit, or starts a category`() throws {
    let audit = try AuditFixture.day("2026-11-18")
    #expect(NewEntrant.isOne(firstYearOfActivity: 2026, initialAudit: audit, startsCategory: false))
    #expect(NewEntrant.isOne(firstYearOfActivity: 2027, initialAudit: audit, startsCategory: false))
    #expect(!NewEntrant.isOne(firstYearOfActivity: 2025, initialAudit: audit, startsCategory: false))
    #expect(NewEntrant.isOne(firstYearOfActivity: 2019, initialAudit: audit, startsCategory: true))
    #expect(!NewEntrant.isOne(firstYearOfActivity: nil, initialAudit: audit, startsCategory: false))
    #expect(!NewEntrant.isOne(firstYearOfActivity: 2026, initialAudit: nil, startsCategory: false))
  }

  @Test func `GX-33 R-QUAL-42 half a day for a new entrant where the table says half a day is refused`() throws {
    var facts = try facts(.surveillance, contracted: 1, [Self.day("2026-05-12", 1)])
    facts.isNewEntrant = true
    let judgement = AuditDurationCheck.judge(facts)
    #expect(judgement.refusals() == ["R-QUAL-42 new-entrant-half-day-missing"])
    #expect(judgement.reasons[0].facts == ["scheduled": ["1"], "needed": ["2"]])
    #expect(judgement.reasons[0].text.what.fr == "La surveillance est prévue sur 0,5 jour, il en faut 1 jour.")
    facts.days = [try Self.day("2026-05-12", 2)]
    #expect(AuditDurationCheck.judge(facts).refusals() == ["R-QUAL-42 new-entrant-contract-not-updated"])
    facts.contracted = 2
    facts.countsNewEntrant = true
    #expect(AuditDurationCheck.judge(facts).outcome == .accepted)
    facts.days = [try Self.day("2026-05-12", 1)]
    #expect(
      AuditDurationCheck.judge(facts).refusals()
        == ["R-QUAL-39 shorter-than-contract", "R-QUAL-42 new-entrant-half-day-missing"])
  }

  @Test func `R-QUAL-42 only surveillance is longer for a new entrant`() throws {
    for kind in [QualiopiAuditKind.initial, .renewal, .extension] {
      var facts = try facts(kind, contracted: 2, [Self.day("2026-05-12", 2)])
      facts.isNewEntrant = true
      #expect(AuditDurationCheck.judge(facts).outcome == .accepted, "\(kind)")
    }
  }

  @Test func `R-QUAL-43 turnover that left its bracket calls for a revised duration`() throws {
    var facts = try facts(.surveillance, contracted: 2, [Self.day("2026-05-12", 2)])
    #expect(AuditDurationCheck.judge(facts).outcome == .accepted)
    facts.bpfTurnover = .euros(150_000)
    let judgement = AuditDurationCheck.judge(facts)
    #expect(judgement.refusals() == ["R-QUAL-43 turnover-left-bracket"])
    #expect(judgement.reasons[0].text.what.en.contains("€150,000.00, that of the contract €120,000.00"))
    facts.contractTurnover = .euros(400_000)
    #expect(AuditDurationCheck.judge(facts).outcome == .accepted)
    facts.bpfTurnover = nil
    #expect(AuditDurationCheck.judge(facts).needs == [.turnoverInForce], "the BPF in force is analysed first")
    facts.kind = .renewal
    #expect(AuditDurationCheck.judge(facts).outcome == .accepted)
  }

  @Test func `R-QUAL-43 a bound belongs to the bracket above it`() throws {
    let brackets = TurnoverBrackets.inForce(on: try AuditFixture.day("2026-05-12"))
    func bracket(_ cents: Int64) throws -> Int { brackets.bracket(of: try #require(EuroCents(cents: cents))) }
    #expect(try bracket(0) == 0)
    #expect(try bracket(14_999_999) == 0)
    #expect(try bracket(15_000_000) == 1)
    #expect(try bracket(74_999_999) == 1)
    #expect(try bracket(75_000_000) == 2)
    #expect(
      (0...2).map { brackets.words(of: $0).en } == [
        "under €150,000.00", "€150,000.00 to under €750,000.00", "from €750,000.00",
      ])
    #expect(TurnoverBrackets.inForce(on: try AuditFixture.day("2020-01-01")) == brackets)
  }

  @Test func `A-53 R-QUAL-44 an audit split over dates needs an agreement and stays within 28 days`() throws {
    func split(_ last: String, agreed: Bool) throws -> AuditDurationCheck.Facts {
      var facts = try facts(.initial, contracted: 3, [Self.day("2026-05-04", 2), Self.day(last, 1)])
      facts.isSplitAgreed = agreed
      return facts
    }
    #expect(
      AuditDurationCheck.judge(try split("2026-05-06", agreed: false)).refusals() == ["R-QUAL-44 split-not-agreed"])
    #expect(AuditDurationCheck.judge(try split("2026-05-06", agreed: true)).outcome == .accepted)
    #expect(AuditDurationCheck.judge(try split("2026-06-01", agreed: true)).outcome == .accepted, "28 days, inclusive")
    let late = AuditDurationCheck.judge(try split("2026-06-02", agreed: true))
    #expect(late.refusals() == ["R-QUAL-44 split-too-long"])
    #expect(late.reasons[0].facts["latest"] == ["2026-06-01"])
    var shorter = try split("2026-05-20", agreed: true)
    shorter.splitAuditMaxDays = 14
    #expect(AuditDurationCheck.judge(shorter).refusals() == ["R-QUAL-44 split-too-long"])
  }

  @Test func `R-QUAL-44 days with only a weekend or holidays between follow one another`() throws {
    // Ascension 2026 is Thursday 14 May.
    for (first, last) in [("2026-05-15", "2026-05-18"), ("2026-05-13", "2026-05-15"), ("2026-05-12", "2026-05-13")] {
      let facts = try facts(.initial, contracted: 3, [Self.day(first, 2), Self.day(last, 1)])
      #expect(AuditDurationCheck.verdicts(facts).contains(.notApplicable("R-QUAL-44")), "\(first) \(last)")
      #expect(AuditDurationCheck.judge(facts).outcome == .accepted)
    }
    let unsorted = try facts(.initial, contracted: 3, [Self.day("2026-05-13", 1), Self.day("2026-05-12", 2)])
    #expect(AuditDurationCheck.judge(unsorted).outcome == .accepted)
  }

  @Test(arguments: [
    (0, "0 jour", "0 days"), (1, "0,5 jour", "0.5 days"), (2, "1 jour", "1 day"), (3, "1,5 jour", "1.5 days"),
    (4, "2 jours", "2 days"), (5, "2,5 jours", "2.5 days"),
  ])
  func `R-QUAL-118 a duration is said in days, half-days apart`(halfDays: Int, fr: String, en: String) throws {
    #expect(try #require(AuditDuration(halfDays: halfDays)).words == LocalizedText(fr: fr, en: en))
    #expect(AuditDuration(halfDays: -1) == nil && AuditDuration(halfDays: 1_001) == nil)
  }
}
