import Testing
import WorkingDays

@testable import SchemeRules

@Suite struct AuditPlanningTests {
  func facts(
    _ kind: QualiopiAuditKind, _ first: String, _ last: String? = nil, mode: AuditMode = .onSite,
    remote: Bool? = false
  ) throws -> AuditPlanning.Facts {
    AuditPlanning.Facts(
      kind: kind, mode: mode, days: try AuditFixture.days(first, last ?? first),
      validFrom: try AuditFixture.day("2024-11-15"), isRemoteSurveillanceAllowed: remote)
  }

  @Test func `T-QUAL-A02 a surveillance on weekdays of its window is planned`() throws {
    #expect(AuditPlanning.judge(try facts(.surveillance, "2026-05-12", "2026-05-13")).outcome == .accepted)
    #expect(
      AuditPlanning.judge(try facts(.surveillance, "2026-05-15", "2026-05-18")).outcome == .accepted,
      "a weekend in between is nobody's audit day")
  }

  @Test func `GX-29 R-QUAL-38 a Saturday is refused`() throws {
    let judgement = AuditPlanning.judge(try facts(.surveillance, "2026-05-16"))
    #expect(judgement.refusals() == ["R-QUAL-38 weekend"])
    #expect(judgement.reasons[0].facts == ["days": ["2026-05-16"]])
    #expect(AuditPlanning.judge(try facts(.surveillance, "2026-05-15", "2026-05-17")).rules == ["R-QUAL-38"])
  }

  @Test(arguments: [QualiopiAuditKind.initial, .renewal, .extension])
  func `GX-30 R-QUAL-35 every audit but a surveillance is on site`(kind: QualiopiAuditKind) throws {
    #expect(
      AuditPlanning.judge(try facts(kind, "2026-05-12", mode: .remote, remote: true)).refusals()
        == ["R-QUAL-35 remote-only-at-surveillance"])
    #expect(AuditPlanning.judge(try facts(kind, "2026-05-12", mode: .onSite)).outcome == .accepted)
  }

  @Test func `GX-31 R-QUAL-36 a remote surveillance needs the decision's permission, silence being no`() throws {
    #expect(
      AuditPlanning.judge(try facts(.surveillance, "2026-05-12", mode: .remote, remote: false)).refusals()
        == ["R-QUAL-36 remote-not-allowed"])
    #expect(
      AuditPlanning.judge(try facts(.surveillance, "2026-05-12", mode: .remote, remote: true)).outcome == .accepted)
    #expect(
      AuditPlanning.judge(try facts(.surveillance, "2026-05-12", mode: .remote, remote: nil)).needs
        == [.remoteSurveillancePermission])
  }

  @Test(arguments: [
    ("2026-01-14", "R-QUAL-49 before-window"), ("2026-01-15", nil), ("2026-09-15", nil),
    ("2026-09-16", "R-QUAL-49 after-window"),
  ])
  func `R-QUAL-49 the window is from month 14 to month 22, both included`(day: String, refusal: String?) throws {
    #expect(AuditPlanning.judge(try facts(.surveillance, day)).refusals() == [refusal].compactMap { $0 })
  }

  @Test func `R-QUAL-49 after the window only the cure of a suspension is planned, and no start of validity is a need`()
    throws
  {
    var facts = try facts(.surveillance, "2026-10-14")
    #expect(AuditPlanning.judge(facts).rules == ["R-QUAL-49"])
    facts.curesSuspension = true
    #expect(AuditPlanning.judge(facts).outcome == .accepted)
    facts.validFrom = nil
    #expect(AuditPlanning.judge(facts).needs == [.certificateValidity])
  }

  @Test func `days that end before they begin are no days`() throws {
    #expect(AuditDays(first: try AuditFixture.day("2026-05-13"), last: try AuditFixture.day("2026-05-12")) == nil)
  }
}
