import AuditModel
import AuditSchema
import SyncCore
import Testing
import WorkingDays

@testable import SchemeRules

/// Readings that no setting switches, in the code that rests on them.
@Suite struct ReadingsHeldTests {
  @Test func `A-38 month 18 is nominal only, the window of the surveillance binds`() throws {
    let start = try AuditFixture.day("2024-11-15")
    #expect(QualiopiSettings.standard.due(.qual03, from: start)?.description == "2026-05-15")
    var facts = try PathFixture.planning()
    facts.days = try AuditFixture.days("2026-09-14", "2026-09-15")
    facts.schedule = try PathFixture.schedule(["2026-09-14": 2, "2026-09-15": 1])
    #expect(AuditPlanning.judge(facts).refusals() == [], "past month 18, within the window")
    #expect(QualiopiSettings.standard.due(.qual04, from: start)?.description == "2026-09-15")
  }

  @Test func `A-44 a minor's evidence in its six months is received in time, and lifted long after them`() {
    var world = DossierWorld.closed([9: "minor"])
    world.plan("9")
    #expect(world.evidence("9", received: "2026-11-13", recordedOn: "2026-11-13").rules == ["T-QUAL-N03"])
    #expect(world.stage(DossierWorld.found("9")) == "evidenceReceived")
    #expect(world.lift("9", today: "2027-10-01").rules == ["T-QUAL-N04"])
    #expect(world.stage(DossierWorld.found("9")) == "lifted")
  }

  @Test func `A-51 an initial audit raises minor and major non-conformities, and none of what conforms`() {
    let world = DossierWorld.closed([1: "conform", 9: "minor", 17: "major"], kind: "initial")
    let raised = NonConformityReading(world.fold).raised(by: DossierWorld.audit)
    #expect(raised.map(\.grade.value) == [.minor, .major])
    #expect(QualiopiGrade.allCases.filter(\.isNonConformity) == [.major, .minor])
  }

  @Test func `A-59 four categories are certified, and work-based periods are a trait of a training action`() {
    #expect(ActionCategory.allCases.map(\.rawValue) == ["AF", "CBC", "VAE", "CFA"])
    let plain = ServiceProfile(categories: [.training])
    let workBased = ServiceProfile(categories: [.training], isWorkBased: true)
    #expect(plain.exclusion(of: 28) == .notWorkBased)
    #expect(workBased.exclusion(of: 28) == nil)
  }

  @Test func `A-98 not applicable and not audited come after conform, and against a grade they are a conflict`() {
    #expect(
      Rankings.qualiopiGrade.gravestFirst == ["major", "minor", "conform", "not-applicable", "not-audited"])
    for grade in ["not-applicable", "not-audited"] {
      var world = DossierWorld.started()
      world.grade(1, grade, by: DossierWorld.lead)
      world.grade(1, "conform", by: DossierWorld.other)
      let item = AuditNames.item(DossierWorld.audit, indicator: 1)!
      let field = world.fold.field("grade", of: item, schema: AuditSchema.current)
      #expect(field?.shown?.text == "conform", "the graver holds until somebody settles")
      #expect(field?.conflict != nil, "\(grade)")
    }
  }

  @Test func `R-QUAL-34 an assessment visit is no kind of audit, and no decision rests on it`() {
    #expect(QualiopiAuditKind.allCases.map(\.rawValue) == ["initial", "surveillance", "renewal", "extension"])
    var world = CertificateWorld(validFrom: nil, on: "2026-06-01")
    world.audit(.initial, "2026-05-12")
    world.world.overwrite("kind", CertificateWorld.audit, "assessment-visit")
    #expect(world.decide(.grant).codes.contains("T-QUAL-A13 audit-kind-missing"))
    #expect(world.record.standing == .notGranted)
  }
}
