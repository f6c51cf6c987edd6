import AuditModel
import Testing

@testable import SchemeRules

@Suite struct GradeAdviceTests {
  func advice(
    _ indicator: QualiopiIndicator, _ facts: QualiopiAuditFacts, scope: AuditScope? = nil
  ) -> [String] {
    ActJudgement(GradeAdvice.on(indicator, in: facts, scope: scope).map { .notMet($0) }).refusals()
  }

  @Test func `R-QUAL-71 a minor on 22 is advised to be major or conform`() throws {
    var facts = try AuditFixture.facts()
    facts.grade(22, .minor, evidence: true)
    #expect(advice(22, facts) == ["R-QUAL-71 minor-on-major-only"])
    facts.grade(22, .major, evidence: true)
    #expect(advice(22, facts).isEmpty)
    facts.grade(17, .minor, evidence: true)
    #expect(advice(17, facts).isEmpty)
  }

  @Test func `R-QUAL-21 a non-conformity without evidence is advised`() throws {
    var facts = try AuditFixture.facts()
    facts.grade(17, .minor)
    #expect(advice(17, facts) == ["R-QUAL-21 evidence-missing"])
    facts.grade(17, .minor, lack: true)
    #expect(advice(17, facts).isEmpty)
  }

  @Test func `R-QUAL-60 a grade outside the scope is kept and said, with why it is out`() throws {
    var facts = try AuditFixture.facts()
    facts.grade(24, .conform)
    #expect(advice(24, facts) == ["R-QUAL-60 outside-scope"])
    let known = GradeAdvice.on(24, in: facts, scope: AuditFixture.scope)
    #expect(known.map(\.facts) == [["indicators": ["24"], "scopeReason": ["outside-surveillance-minimum"]]])
    #expect(known[0].text.what.fr.contains("(hors minimum de surveillance)"))
    facts.grade(24, .notAudited)
    #expect(advice(24, facts).isEmpty)
  }

  @Test func `R-QUAL-07 outside the scope for want of subcontracting, that rule is named`() throws {
    var facts = try AuditFixture.facts()
    facts.scope = .settled([1])
    facts.grade(27, .conform)
    let scope = AuditScope(kind: .surveillance, profile: ServiceProfile(categories: [.training]))
    #expect(advice(27, facts, scope: scope) == ["R-QUAL-07 outside-scope"])
  }

  @Test func `GX-19 R-QUAL-78 an open minor is shown with what it becomes and from when, graded or not`() throws {
    var facts = try AuditFixture.facts()
    facts.previous = [
      try #require(
        PreviousNonConformity(9, .minor, state: .planReceived, raisedOn: try AuditFixture.day("2024-10-08")))
    ]
    let reason = try #require(GradeAdvice.on(9, in: facts).first)
    #expect(advice(9, facts) == ["R-QUAL-78 open-minor-becomes-major"])
    #expect(
      reason.facts == [
        "indicators": ["9"], "grade": ["major"], "raisedOn": ["2024-10-08"], "runsFrom": ["2026-05-13"],
        "evidenceDue": ["2026-08-13"],
      ])
    #expect(reason.text.why.fr.contains("à compter du 13 mai 2026"))
    facts.days = .absent
    #expect(GradeAdvice.on(9, in: facts)[0].text.why.fr.contains("à compter du dernier jour de cet audit"))
    facts.grade(9, .conform)
    #expect(advice(9, facts).contains("R-QUAL-78 open-minor-graded-conform"))
    facts.previous = [try #require(PreviousNonConformity(9, .minor, state: .lifted))]
    #expect(!advice(9, facts).contains { $0.hasPrefix("R-QUAL-78") })
  }
}
