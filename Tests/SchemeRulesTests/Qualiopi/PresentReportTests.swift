import Testing
import WorkingDays

@testable import SchemeRules

@Suite struct PresentReportTests {
  @Test func `T-QUAL-A08 the lead presents the report of a closed audit`() throws {
    #expect(PresentReport.judge(try AuditFixture.facts(state: .done)).outcome == .accepted)
  }

  @Test(arguments: QualiopiAuditState.allCases.filter { $0 != .done })
  func `T-QUAL-A08 no report is presented at another stage`(state: QualiopiAuditState) throws {
    #expect(PresentReport.judge(try AuditFixture.facts(state: state)).refusals() == ["T-QUAL-A08 audit-not-done"])
  }

  @Test func `T-QUAL-A08 a colleague does not present the report`() throws {
    var facts = try AuditFixture.facts(state: .done)
    facts.requester = AuditFixture.colleague
    #expect(PresentReport.judge(facts).refusals() == ["T-QUAL-A08 requester-not-lead"])
  }

  @Test func `R-QUAL-10 a grade in conflict keeps the report back`() throws {
    var facts = try AuditFixture.facts(state: .done)
    facts.grade(17, .major, .conform, evidence: true)
    facts.grade(3, .conform, .notApplicable)
    let judgement = PresentReport.judge(facts)
    #expect(judgement.refusals() == ["R-QUAL-10 conflict-open"])
    #expect(judgement.reasons[0].facts == ["indicators": ["3", "17"]])
  }

  @Test func `R-QUAL-71 a minor on a major-only indicator keeps the report back`() throws {
    var facts = try AuditFixture.facts(state: .done)
    facts.grade(26, .minor, evidence: true)
    #expect(PresentReport.judge(facts).refusals() == ["R-QUAL-71 minor-on-major-only"])
  }

  @Test func `R-QUAL-66 the report is due five working days after the audit, Ascension Day not counted`() throws {
    #expect(
      PresentReport.due(auditEnd: try AuditFixture.day("2026-05-13"), settings: .standard)?.description == "2026-05-21")
  }
}
