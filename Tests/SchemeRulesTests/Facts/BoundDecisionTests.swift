import AuditModel
import AuditSchema
import SyncCore
import Testing
import WorkingDays

@testable import SchemeRules

@Suite("a decision bound to the state shown")
struct BoundDecisionTests {
  private func world() -> CertificateWorld {
    var world = CertificateWorld(validFrom: "2024-12-31", on: "2026-06-30")
    world.audit(.surveillance, "2026-06-16")
    return world
  }

  @Test func `T-QUAL-A13 what was shown is what stands: accepted; anything else in between: refused`() {
    var calm = world()
    let shown = calm.world.fold.stateDigest(schema: AuditSchema.current)
    let field: (FieldName, JSONValue) = ("shownState", .string(shown.description))
    let accepted = calm.decide(.maintain, [field], stateBefore: shown)
    #expect(accepted.verdict == .accepted, "\(accepted.codes)")

    var moved = world()
    moved.world.write(DossierWorld.other, [DossierWorld.set("number", CertificateWorld.title, "C-1")])
    let now = moved.world.fold.stateDigest(schema: AuditSchema.current)
    #expect(moved.decide(.maintain, [field], stateBefore: now).codes == ["T-QUAL-A13 state-changed"])
    #expect(moved.decide(.maintain, stateBefore: now).codes == ["T-QUAL-A13 state-not-shown"])
  }

  @Test func `the catalogue says that decisions and corrections are bound to the state shown, and nothing else is`() {
    #expect(ActCatalogue.all.filter(\.bindsState).map(\.name).sorted() == ["correction.record", "decision.record"])
  }

  @Test func `R-TIME-22 R-QUAL-142 A-95 a decision is not dated before its audit ended or its evidence came`() {
    var world = world()
    #expect(
      world.decide(.maintain, [("decidedOn", "2026-06-15")]).codes == ["R-TIME-22 decided-before-its-grounds"])
    world.major(evidence: "2026-06-25")
    #expect(
      world.decide(.maintain, [("decidedOn", "2026-06-24")]).codes == ["R-TIME-22 decided-before-its-grounds"])
    #expect(world.decide(.maintain, [("decidedOn", "2026-06-25")]).verdict == .accepted)
  }

  @Test func `R-ROLE-01 whoever wrote evidence or held an interview conducted the audit, listed or not`() {
    var evidence = world()
    evidence.world.write(
      CertificateWorld.decider, [DossierWorld.set("title", EntityID("audit/A1/evidence/1")!, "programme")])
    #expect(evidence.decide(.maintain).codes == ["R-ROLE-01 decider-audited"])
    var sheet = world()
    sheet.world.write(
      CertificateWorld.decider, [DossierWorld.set("heldOn", EntityID("audit/A1/sheet/opening")!, "2026-06-16")])
    #expect(sheet.decide(.maintain).codes == ["R-ROLE-01 decider-audited"])
  }

  @Test func `R-QUAL-49 R-QUAL-36 an audit of the validity before is not judged by the certificate of today`() {
    var world = CertificateWorld(validFrom: "2024-12-31", on: "2026-06-30")
    world.audit(.surveillance, "2023-06-16")
    world.world.write(DossierWorld.other, [DossierWorld.set("mode", CertificateWorld.audit, "remote")])
    let reasons = AuditIrregularities.reasons(.init(audit: CertificateWorld.audit, in: world.context)).map(\.rule)
    #expect(!reasons.contains("R-QUAL-49") && !reasons.contains("R-QUAL-36"))
  }

  @Test func `R-TIME-22 R-ROLE-17 a decision names its measure's day and its reasons`() {
    var world = world()
    let future = world.decide(.maintain, [("decidedOn", "2026-07-01")])
    #expect(future.codes == ["R-TIME-22 decided-in-future"])
    #expect(world.decide(.maintain, [("decidedOn", .null)]).codes == ["R-TIME-22 decided-on-missing"])
    world.major()
    let mute = world.decide(
      .suspend, on: "2026-09-20", motive: nil, [("condition", .sorted([("text", "lever la majeure")]))])
    #expect(mute.codes == ["R-ROLE-17 motive-missing"])
  }

  @Test func `R-ROLE-01 R-ROLE-22 the decider took no part and is competent on the day, for every category`() {
    var world = world()
    #expect(world.decide(.maintain, by: UserID("u-lead")!).codes.contains("R-ROLE-01 decider-audited"))
    #expect(
      world.decide(.maintain, by: UserID("u-stranger")!).codes == ["R-ROLE-22 competence-missing"])
    world.world.write(
      DossierWorld.other,
      [
        DossierWorld.set("categories", EntityID("contract/K1")!, .array(["AF", "VAE"])),
        DossierWorld.set("contract", CertificateWorld.audit, "contract/K1"),
      ])
    let ruling = world.decide(.maintain)
    #expect(RulingReasons.read(ruling.reasons).first?.facts == ["categories": ["VAE"]])
    world.settings.competencePerCategory = false
    #expect(world.decide(.maintain).verdict == .accepted)
  }

  @Test
  func `T-QUAL-A13 a measure and an outcome that contradict each other are refused, and an audit of another kind`() {
    var world = world()
    #expect(
      world.decide(.maintain, [("outcome", "unfavourable")]).codes == ["T-QUAL-A13 outcome-contradicts-measure"])
    #expect(world.decide(.renew).codes == ["T-QUAL-C04 measure-not-of-this-audit"])
    #expect(world.decide(.maintain, audit: nil).codes.first == "T-QUAL-A13 audit-not-named")
  }

  @Test
  func
    `R-QUAL-49 DL-QUAL-02 R-QUAL-36 A-67 a surveillance held before its window or remotely without leave maintains nothing`()
  {
    var early = CertificateWorld(validFrom: "2024-12-31", on: "2026-06-30")
    early.audit(.surveillance, "2026-02-27")
    #expect(early.decide(.maintain).codes == ["R-QUAL-49 held-before-window"])

    var remote = world()
    remote.world.write(DossierWorld.other, [DossierWorld.set("mode", CertificateWorld.audit, "remote")])
    #expect(remote.decide(.maintain).codes == ["R-QUAL-36 held-in-wrong-mode"])
  }

  @Test func `A-49 evidence by mail counts on the day of its receipt, as corrected since`() {
    var world = CertificateWorld(validFrom: "2025-06-30", on: "2027-03-01")
    world.audit(.surveillance, "2026-11-18")
    let (first, second, major) = (EntityID("mail/M1")!, EntityID("mail/M2")!, EntityID("nonconformity/A1.17")!)
    world.major(evidence: "2027-02-10")
    world.world.write(
      DossierWorld.other,
      [
        .add("evidence", on: major, value: .sorted([("mail", "mail/M1")])),
        DossierWorld.set("direction", first, "in"), DossierWorld.set("received", first, "2027-02-19"),
      ])
    #expect(world.decide(.maintain).codes == ["R-QUAL-81 major-evidence-late"])
    world.world.write(
      DossierWorld.other,
      [
        DossierWorld.set("direction", second, "in"), DossierWorld.set("received", second, "2027-02-18"),
        DossierWorld.set("corrects", second, "mail/M1"), DossierWorld.set("motive", second, "le cachet dit le 18"),
      ])
    #expect(world.decide(.maintain).verdict == .accepted)
  }

  @Test func `T-QUAL-A13 T-QUAL-C03 a decision of an earlier version, with its outcome alone, is read as before`() {
    var world = world()
    let ruling = world.decide(.maintain, [("measure", .null), ("decidedOn", .null)])
    #expect(ruling.rules == ["T-QUAL-C03"], "\(ruling.codes)")
    #expect(world.text("stage", of: CertificateWorld.audit) == "decided")
    #expect(world.text("since", of: CertificateWorld.title) == "2026-06-30", "it counts from the day it is ruled on")
  }
}
