import AuditModel
import Testing

@testable import SchemeRules

@Suite struct CloseAuditTests {
  @Test func `T-QUAL-A07 an audit in progress, wholly graded, is closed by its lead`() throws {
    let judgement = CloseAudit.judge(try AuditFixture.facts())
    #expect(judgement.outcome == .accepted)
    #expect(judgement.verdicts.map(\.rule).contains("R-QUAL-71"))
  }

  @Test(arguments: QualiopiAuditState.allCases.filter { $0 != .inProgress })
  func `T-QUAL-A07 an audit that is not in progress is not closed`(state: QualiopiAuditState) throws {
    let judgement = CloseAudit.judge(try AuditFixture.facts(state: state))
    #expect(judgement.refusals() == ["T-QUAL-A07 audit-not-in-progress"])
    #expect(judgement.reasons[0].facts == ["state": [state.rawValue]])
  }

  @Test func `T-QUAL-A07 an audit of no known state is not closed`() throws {
    #expect(CloseAudit.judge(try AuditFixture.facts(state: nil)).refusals() == ["T-QUAL-A07 audit-not-in-progress"])
  }

  @Test func `T-QUAL-A07 a colleague does not close the audit of another lead`() throws {
    var facts = try AuditFixture.facts()
    facts.requester = AuditFixture.colleague
    #expect(CloseAudit.judge(facts).refusals() == ["T-QUAL-A07 requester-not-lead"])
    facts.lead = .absent
    #expect(CloseAudit.judge(facts).refusals() == ["T-QUAL-A07 requester-not-lead"])
  }

  @Test func `a guard that reads an unsettled field is not met`() throws {
    var facts = try AuditFixture.facts()
    facts.lead = .inConflict([AuditFixture.lead, AuditFixture.colleague])
    facts.scope = .inConflict([[1], [2]])
    let judgement = CloseAudit.judge(facts)
    #expect(judgement.refusals() == ["T-QUAL-A07 conflict-open", "T-QUAL-A07 conflict-open"])
    #expect(judgement.reasons.map(\.facts) == [["fields": ["lead"]], ["fields": ["scope"]]])
  }

  @Test func `T-QUAL-A07 every indicator of the scope needs a grade`() throws {
    var facts = try AuditFixture.facts()
    facts.items[19] = nil
    facts.grade(3)
    let judgement = CloseAudit.judge(facts)
    #expect(judgement.refusals() == ["T-QUAL-A07 indicator-not-graded"])
    #expect(judgement.reasons[0].facts == ["indicators": ["3", "19"]])
    #expect(judgement.reasons[0].text.what.fr == "Il manque une cotation pour les indicateurs 3 et 19.")
  }

  @Test func `T-QUAL-A07 an audit without scope is not closed`() throws {
    var facts = try AuditFixture.facts()
    facts.scope = .absent
    #expect(CloseAudit.judge(facts).refusals() == ["T-QUAL-A07 scope-missing"])
  }

  @Test func `R-QUAL-60 not audited is no grade for an indicator of the scope, not applicable is one`() throws {
    var facts = try AuditFixture.facts()
    facts.grade(19, .notAudited)
    #expect(CloseAudit.judge(facts).refusals() == ["R-QUAL-60 indicator-not-audited"])
    facts.grade(19, .notApplicable)
    #expect(CloseAudit.judge(facts).outcome == .accepted)
    facts.grade(24, .notAudited)
    #expect(CloseAudit.judge(facts).outcome == .accepted, "outside the scope nobody has to look")
  }

  @Test func `GX-10 R-QUAL-71 a minor on a major-only indicator refuses the closing`() throws {
    var facts = try AuditFixture.facts()
    facts.grade(11, .minor, evidence: true)
    facts.grade(22, .minor, evidence: true)
    facts.grade(17, .minor, evidence: true)
    let judgement = CloseAudit.judge(facts)
    #expect(judgement.refusals() == ["R-QUAL-71 minor-on-major-only"])
    #expect(judgement.reasons[0].facts == ["indicators": ["11", "22"]])
  }

  @Test func `R-QUAL-71 of two grades in conflict the graver is read`() throws {
    var facts = try AuditFixture.facts()
    facts.grade(22, .minor, .conform, evidence: true)
    #expect(CloseAudit.judge(facts).refusals() == ["R-QUAL-71 minor-on-major-only"])
    facts.grade(22, .minor, .major, evidence: true)
    #expect(CloseAudit.judge(facts).outcome == .accepted, "a conflict of grades waits for the report")
  }

  @Test func `R-QUAL-21 each non-conformity has evidence or its lack noted`() throws {
    var facts = try AuditFixture.facts()
    facts.grade(17, .major)
    facts.grade(24, .minor)
    let judgement = CloseAudit.judge(facts)
    #expect(judgement.refusals() == ["R-QUAL-21 evidence-missing"])
    #expect(judgement.reasons[0].facts == ["indicators": ["17", "24"]], "also outside the scope")
    facts.grade(17, .major, lack: true)
    facts.grade(24, .minor, evidence: true)
    #expect(CloseAudit.judge(facts).outcome == .accepted)
  }
}
