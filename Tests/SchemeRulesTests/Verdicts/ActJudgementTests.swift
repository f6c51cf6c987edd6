import AuditModel
import Testing

@testable import SchemeRules

@Suite struct ActJudgementTests {
  let lead = RuleReason(rule: "T-QUAL-A07", code: "requester-not-lead")
  let state = RuleReason(rule: "T-QUAL-A07", code: "audit-not-in-progress", facts: ["state": ["done"]])
  let minor = RuleReason(rule: "R-QUAL-71", code: "minor-on-major-only", facts: ["indicators": ["22"]])

  @Test func `rules that are met or have nothing to say accept`() {
    let judgement = ActJudgement([.met("R-QUAL-71"), .notApplicable("R-QUAL-10")])
    #expect(judgement.outcome == .accepted)
    #expect(judgement.rules.isEmpty)
    #expect(judgement.text.fr.isEmpty)
  }

  @Test func `one rule not met refuses, with every reason and each rule once in the guard's order`() {
    let judgement = ActJudgement([.notMet(lead), .met("R-QUAL-10"), .notMet(state), .notMet(minor)])
    #expect(judgement.outcome == .refused)
    #expect(judgement.rules == ["T-QUAL-A07", "R-QUAL-71"])
    #expect(judgement.reasons == [lead, state, minor])
    #expect(judgement.text.fr.contains("responsable d'audit"))
    #expect(judgement.text.en.contains("indicator 22"))
  }

  @Test func `a need of what only the server sees is undetermined here, and a refusal outweighs it`() {
    let need = RuleVerdict.undeterminedHere("R-ROLE-22", needs: [.competenceRegister])
    #expect(ActJudgement([.met("R-QUAL-71"), need, need]).outcome == .undeterminedHere)
    #expect(ActJudgement([need, need]).needs == [.competenceRegister])
    #expect(ActJudgement([need, .notMet(minor)]).outcome == .refused)
  }

  @Test func `every verdict names its rule`() {
    #expect(RuleVerdict.met("R-QUAL-71").rule == "R-QUAL-71")
    #expect(RuleVerdict.notApplicable("R-QUAL-10").rule == "R-QUAL-10")
    #expect(RuleVerdict.notMet(minor).rule == "R-QUAL-71")
    #expect(RuleVerdict.undeterminedHere("R-ROLE-22", needs: []).rule == "R-ROLE-22")
  }
}
