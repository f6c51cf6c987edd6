import AuditModel
import Testing
import WorkingDays

@testable import SchemeRules

@Suite struct AuditIrregularitiesTests {
  private func facts() throws -> AuditIrregularities.Facts {
    AuditIrregularities.Facts(
      startedOn: try AuditFixture.day("2026-06-02"), kind: .surveillance, mode: .onSite,
      acceptedActs: Set(AuditIrregularities.path), file: try PathFixture.file(),
      validFrom: try AuditFixture.day("2024-11-15"), isRemoteSurveillanceAllowed: false, named: PathFixture.lead,
      conductors: [PathFixture.lead])
  }

  private func marks(_ facts: AuditIrregularities.Facts) -> [String] {
    ActJudgement(AuditIrregularities.reasons(facts).map { .notMet($0) }).refusals()
  }

  @Test func `T-QUAL-A06 an audit held as planned bears no mark, and none before it begins`() throws {
    var facts = try facts()
    #expect(marks(facts).isEmpty)
    facts.acceptedActs = []
    facts.startedOn = nil
    #expect(marks(facts).isEmpty)
  }

  @Test func `T-QUAL-A06 R-QUAL-57 R-ROLE-23 each step skipped is named on the audit`() throws {
    var facts = try facts()
    facts.acceptedActs.remove("audit.notice")
    facts.acceptedActs.remove("audit.validate-notice")
    #expect(marks(facts) == ["R-QUAL-57 step-skipped"])
    #expect(
      AuditIrregularities.reasons(facts).first?.text.what.fr
        == "L'audit a commencé sans\u{202F}: notifier l'audit et enregistrer la validation de la notification.")
  }

  @Test func `T-QUAL-A06 another auditor than the one named is marked`() throws {
    var facts = try facts()
    facts.conductors = [PathFixture.lead, "u-0009"]
    #expect(marks(facts) == ["T-QUAL-A06 held-by-another"])
    facts.named = nil
    #expect(marks(facts).isEmpty)
  }

  @Test func `R-ROLE-06 R-ROLE-07 R-ROLE-23 an audit held beyond rotation is recorded and marked`() throws {
    var facts = try facts()
    func rotation(_ served: [Int: Int], cycle: Int) -> AuditorRotation.Facts {
      AuditorRotation.Facts(
        services: [AuditorRotation.Service(auditor: "u-0009", audits: served)], cycle: cycle, kind: .surveillance,
        isRequested: false)
    }
    facts.rotation = rotation([1: 2], cycle: 2)
    #expect(marks(facts) == ["R-ROLE-07 held-without-keep-request"])
    facts.rotation = rotation([1: 2, 2: 2], cycle: 3)
    #expect(marks(facts) == ["R-ROLE-06 held-beyond-rotation", "R-ROLE-07 held-without-keep-request"])
    facts.rotation = rotation([1: 2], cycle: 1)
    #expect(marks(facts).isEmpty)
  }

  @Test func `R-QUAL-28 R-QUAL-29 R-QUAL-30 R-QUAL-31 a file incomplete or out of date is marked`() throws {
    var facts = try facts()
    facts.file.entries[.bpf] = nil
    facts.file.entries[.organisationChart] = nil
    facts.file.entries[.swornStatement] = nil
    facts.file.entries[.activityDescription]?.isCurrent = false
    #expect(
      marks(facts) == [
        "R-QUAL-28 held-file-incomplete", "R-QUAL-30 held-file-incomplete", "R-QUAL-31 held-file-incomplete",
        "R-QUAL-29 held-file-outdated",
      ])
  }

  @Test func `GX-34 R-QUAL-65 an audit started with an unpaid invoice is recorded and marked`() throws {
    var facts = try facts()
    facts.unpaid = [UnpaidInvoice(since: try AuditFixture.day("2026-05-01"))]
    #expect(marks(facts) == ["R-QUAL-65 held-unpaid"])
    facts.unpaid[0].settledOn = try AuditFixture.day("2026-06-03")
    #expect(marks(facts) == ["R-QUAL-65 held-unpaid"], "paid too late")
    facts.unpaid[0].settledOn = try AuditFixture.day("2026-06-02")
    #expect(marks(facts).isEmpty)
  }

  @Test func `T-QUAL-A13 R-QUAL-35 R-QUAL-36 R-QUAL-49 A-67 what was held wrongly grounds no favourable decision`()
    throws
  {
    var facts = try facts()
    #expect(AuditIrregularities.againstDecision(facts).isEmpty)
    facts.mode = .remote
    #expect(marks(facts) == ["R-QUAL-36 held-remotely"])
    #expect(AuditIrregularities.againstDecision(facts) == [.remoteNotAllowed])
    facts.isRemoteSurveillanceAllowed = true
    #expect(marks(facts).isEmpty)
    facts.kind = .renewal
    #expect(marks(facts) == ["R-QUAL-35 held-remotely"])
    #expect(AuditIrregularities.againstDecision(facts) == [.notOnSite])
    facts.kind = .surveillance
    facts.startedOn = try AuditFixture.day("2026-01-14")
    #expect(marks(facts) == ["R-QUAL-49 held-too-early"])
    #expect(AuditIrregularities.againstDecision(facts) == [.beforeWindow])
    facts.startedOn = try AuditFixture.day("2026-01-15")
    #expect(AuditIrregularities.againstDecision(facts).isEmpty)
  }
}
