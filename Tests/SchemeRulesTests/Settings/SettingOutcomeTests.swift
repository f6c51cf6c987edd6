import AuditModel
import AuditSchema
import SyncCore
import Testing
import WorkingDays

@testable import SchemeRules

/// A setting recorded in the directory changes what an act comes to.
@Suite struct SettingOutcomeTests {
  private static func settings(_ change: (inout QualiopiSettings) -> Void) -> QualiopiSettings {
    var settings = QualiopiSettings.standard
    change(&settings)
    return settings
  }

  @Test func `A-47 R-QUAL-73 minorMax says at the closing whether a cumulation is raised`() throws {
    var facts = try AuditFixture.facts()
    for indicator in [1, 2, 9] as [QualiopiIndicator] { facts.grade(indicator, .minor, evidence: true) }
    #expect(facts.raisedNonConformities(by: .standard).count == 3)
    let strict = facts.raisedNonConformities(by: Self.settings { $0.minorMax = 2 })
    #expect(strict.last?.origin == .cumulation(minors: 3))
  }

  @Test func `A-47 minorMax says whether a decision on five minors is favourable`() {
    func codes(_ settings: QualiopiSettings) -> [String] {
      var world = CertificateWorld(validFrom: nil, on: "2026-06-01")
      world.settings = settings
      world.audit(.initial, "2026-05-12")
      for indicator in [2, 8, 9, 23, 24] {
        let id = EntityID("nonconformity/A1.\(indicator)")!
        world.world.write(
          DossierWorld.other,
          [
            DossierWorld.set("indicator", id, .integer(Int64(indicator))), DossierWorld.set("grade", id, "minor"),
            DossierWorld.set("origin", id, "audit/A1"), DossierWorld.set("plan", id, "plan écrit"),
            .state("stage", on: id, to: "planReceived", over: []),
          ])
      }
      return world.decide(.grant).codes
    }
    #expect(codes(.standard) == ["R-QUAL-80 cumulation-open"])
    #expect(codes(Self.settings { $0.minorMax = 5 }) == [])
  }

  @Test func `A-53 R-QUAL-44 splitAuditMaxDays says at planning how far apart the days of an audit are`() throws {
    var facts = try PathFixture.planning()
    facts.days = try AuditFixture.days("2026-06-02", "2026-06-17")
    facts.schedule = try PathFixture.schedule(["2026-06-02": 2, "2026-06-17": 1])
    facts.splitAgreedOn = try AuditFixture.day("2026-05-01")
    #expect(AuditPlanning.judge(facts).refusals() == [])
    facts.settings.splitAuditMaxDays = 10
    #expect(AuditPlanning.judge(facts).refusals() == ["R-QUAL-44 split-too-long"])
  }

  @Test func `A-96 R-QUAL-142 lateRenewalAllowed says whether an expired certificate comes back`() {
    func decided(_ isAllowed: Bool) -> ActRuling {
      var world = CertificateWorld(validFrom: "2024-01-15", to: "2027-01-15", on: "2027-01-25")
      world.settings.lateRenewalAllowed = isAllowed
      world.audit(.renewal, "2026-11-18")
      return world.decide(.renew)
    }
    #expect(decided(true).rules == ["T-QUAL-C12"])
    #expect(decided(false).codes == ["R-QUAL-142 late-renewal-not-allowed"])
  }

  @Test func `A-94 DL-QUAL-12 a second delay granted by setting keeps an initial audit's major in time`() throws {
    let patient = Self.settings { $0.initialSecondChanceMonths = 2 }
    let world = DossierWorld.closed([17: "major"], kind: "initial")
    #expect(world.facts("17").due?.description == "2026-08-13")
    #expect(world.facts("17", settings: patient).due?.description == "2026-10-13")
    let other = DossierWorld.closed([17: "major"], kind: "renewal")
    #expect(other.facts("17", settings: patient).due?.description == "2026-08-13")
  }

  @Test func `A-85 R-TIME-11 rollover moves what the guards count, as it moves what is shown`() throws {
    let rolled = Self.settings { $0.rolloverToNextWorkingDay = true }
    // 15 August 2026 is a Saturday and a holiday.
    let start = try AuditFixture.day("2026-05-15")
    let clock = try #require(NonConformityClock(.major, from: start, certificateEnd: nil, settings: rolled))
    #expect(clock.due?.description == "2026-08-17")
    #expect(NonConformityClock(.major, from: start, certificateEnd: nil)?.due?.description == "2026-08-15")
    #expect(clock.due == rolled.due(.qual12, from: start))
    let raised = RaisedNonConformity(17, .major, .graded, auditEnd: start, certificateEnd: nil, settings: rolled)
    #expect(raised.due == clock.due)
  }

  @Test func `A-86 DL-QUAL-09 the report's last day is by the calendar of the settings`() throws {
    let end = try AuditFixture.day("2026-05-20")
    #expect(PresentReport.due(auditEnd: end, settings: .standard)?.description == "2026-05-28")
    let working = Self.settings { $0.whitMondayIsHoliday = false }
    #expect(PresentReport.due(auditEnd: end, settings: working)?.description == "2026-05-27")
  }

  @Test func `R-QUAL-86 after a withdrawal, a refusal or an expiry only an initial audit is planned`() throws {
    for standing in CertificateStanding.allCases {
      for kind in QualiopiAuditKind.allCases {
        var facts = try PathFixture.plan(.contracted)
        facts.path.kind = .settled(kind)
        facts.certificate = standing
        let refusals = PlanAudit.judge(facts).refusals()
        let isRefused = standing.isEnded && kind != .initial
        #expect(refusals.contains("R-QUAL-86 initial-audit-needed") == isRefused, "\(standing) \(kind)")
      }
    }
    var world = DossierWorld.quoted()
    world.perform("audit.contract")
    world.write(.server, [.state("standing", on: DossierWorld.title, to: "withdrawn", over: [])])
    let ruling = world.perform("audit.plan")
    #expect(RulingReasons.read(ruling.reasons).map(\.code) == ["initial-audit-needed"])
    #expect(ruling.rules == ["R-QUAL-86"])
  }
}
