import AuditModel
import Testing
import WorkingDays

@testable import SchemeRules

@Suite struct NameAuditorTests {
  private func facts(
    _ served: [Int: Int], cycle: Int?, request: Bool = true, kind: QualiopiAuditKind = .surveillance
  ) throws -> NameAuditor.Facts {
    var facts = try PathFixture.name(.planned)
    facts.path.kind = .settled(kind)
    facts.services = [AuditorRotation.Service(auditor: PathFixture.lead, audits: served)]
    facts.cycle = cycle
    facts.keepRequest = request ? try PathFixture.mail(.incoming, "2026-05-01") : .absent
    return facts
  }

  @Test
  func `GX-35 R-ROLE-06 A-64 a fifth audit after two cycles is refused, and allowed after a full cycle by another`()
    throws
  {
    let third = NameAuditor.judge(try facts([1: 2, 2: 2], cycle: 3))
    #expect(third.refusals() == ["R-ROLE-06 third-cycle"])
    #expect(
      third.reasons.first?.text.what.fr
        == "Cet auditeur a déjà suivi ce client pendant deux cycles à la suite\u{202F}: 1 et 2 (4 audits).")
    #expect(NameAuditor.judge(try facts([1: 2, 2: 2], cycle: 4)).outcome == .accepted)
    #expect(
      NameAuditor.judge(try facts([1: 2, 2: 2], cycle: 2)).refusals() == ["R-ROLE-06 fifth-audit"],
      "a fifth audit within the two cycles is one too many as well")
    #expect(NameAuditor.judge(try facts([1: 2, 2: 1], cycle: 2)).outcome == .accepted)
    #expect(
      NameAuditor.judge(try facts([1: 1, 2: 1], cycle: 3)).refusals() == ["R-ROLE-06 third-cycle"],
      "two cycles at most, however few their audits")
  }

  @Test func `A-64 how many cycles by others make a break is a setting`() throws {
    var facts = try facts([1: 2, 2: 2], cycle: 4)
    facts.settings.rotationBreakCycles = 2
    #expect(NameAuditor.judge(facts).refusals() == ["R-ROLE-06 third-cycle"])
    facts.cycle = 5
    #expect(NameAuditor.judge(facts).outcome == .accepted)
  }

  @Test func `A-63 an extension does not count among the four, unless the setting says so`() throws {
    var facts = try facts([1: 2, 2: 2], cycle: 2, kind: .extension)
    #expect(NameAuditor.judge(facts).outcome == .accepted)
    facts.settings.rotationCountsExtra = true
    #expect(NameAuditor.judge(facts).refusals() == ["R-ROLE-06 fifth-audit"])
  }

  @Test func `R-ROLE-07 a second consecutive cycle needs the client's written request`() throws {
    #expect(
      NameAuditor.judge(try facts([1: 2], cycle: 2, request: false)).refusals() == ["R-ROLE-07 keep-request-missing"])
    #expect(NameAuditor.judge(try facts([1: 2], cycle: 2)).outcome == .accepted)
    #expect(NameAuditor.judge(try facts([1: 1], cycle: 1, request: false)).outcome == .accepted)
    #expect(NameAuditor.judge(try facts([1: 2], cycle: 3, request: false)).outcome == .accepted)
  }

  @Test func `R-ROLE-08 the client may ask to keep its auditor, never choose one`() throws {
    let chosen = NameAuditor.judge(try facts([:], cycle: 1))
    #expect(chosen.refusals() == ["R-ROLE-08 auditor-chosen-by-client"])
    #expect(NameAuditor.judge(try facts([:], cycle: 1, request: false)).outcome == .accepted)
    var disputed = try facts([1: 1], cycle: 1)
    disputed.keepRequest = .inConflict([])
    #expect(NameAuditor.judge(disputed).refusals() == ["R-ROLE-08 conflict-open"])
  }

  @Test func `R-ROLE-06 whoever served before in a cycle nobody recorded stays undetermined`() throws {
    #expect(NameAuditor.judge(try facts([1: 2], cycle: nil)).needs == [.auditCycle])
    var unknown = try facts([:], cycle: 1, request: false)
    unknown.services[0].auditsOfUnknownCycle = 1
    #expect(NameAuditor.judge(unknown).needs == [.auditCycle])
    #expect(NameAuditor.judge(try facts([:], cycle: nil, request: false)).outcome == .accepted)
  }

  @Test func `R-ROLE-22 every category has a competence in force, and without the register nothing is said`() throws {
    var facts = try PathFixture.name(.planned)
    facts.competenceGap = .lacking([.apprenticeship, .training])
    let judgement = NameAuditor.judge(facts)
    #expect(judgement.refusals() == ["R-ROLE-22 auditor-not-competent"])
    #expect(judgement.text.en.contains("training actions and apprenticeship"))
    facts.competenceGap = nil
    #expect(NameAuditor.judge(facts).needs == [.competenceRegister])
  }

  @Test func `T-QUAL-A03 an auditor is named by name, and one`() throws {
    var facts = try PathFixture.name(.planned)
    facts.path.lead = .absent
    #expect(NameAuditor.judge(facts).refusals() == ["T-QUAL-A03 auditor-missing"])
    facts.path.lead = .inConflict(["u-0001", "u-0009"])
    #expect(NameAuditor.judge(facts).refusals() == ["T-QUAL-A03 conflict-open"])
  }
}
