import AuditModel
import AuditSchema
import SchemeRules
import SyncCore
import Testing

@Suite("where an audit stands, for guards and screens alike")
struct AuditStandingTests {
  private func standing(_ world: DossierWorld) -> QualiopiAuditState? {
    QualiopiAuditState.standing(of: DossierWorld.audit, in: world.fold)
  }

  private func noticed() -> DossierWorld {
    var world = DossierWorld.quoted()
    for act in ["audit.contract", "audit.plan", "audit.name-auditor", "audit.notice"] as [ActName] {
      world.perform(act)
    }
    return world
  }

  @Test func `R-QUAL-46 R-QUAL-47 after a moved date an audit noticed stands where its notice is to be sent again`() {
    var world = noticed()
    #expect(standing(world) == .noticed)
    world.move(to: ("2026-06-09", "2026-06-10"))
    #expect(world.stage() == "noticed", "the record stays as it was written")
    #expect(standing(world) == .auditorNamed)
    world.move(to: ("2026-06-02", "2026-06-03"))
    #expect(standing(world) == .noticed, "moved back, the notice holds")
  }

  @Test func `T-QUAL-A03 after another lead came in an audit stands where its auditor is to be named`() {
    var world = noticed()
    world.overwrite("lead", DossierWorld.audit, .string(DossierWorld.other.description))
    #expect(standing(world) == .planned)
  }

  @Test func `T-QUAL-A06 a start on record outweighs what was moved, and nothing asked or begun stands nowhere`() {
    #expect(standing(.quoted()) == nil)
    var world = noticed()
    world.move(to: ("2026-06-09", "2026-06-10"))
    world.write(DossierWorld.lead, [DossierWorld.set("startedOn", DossierWorld.audit, "2026-06-09")])
    #expect(standing(world) == .inProgress)
  }
}
