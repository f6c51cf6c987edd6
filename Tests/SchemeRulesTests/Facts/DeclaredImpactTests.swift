import AuditModel
import SyncCore
import Testing
import WorkingDays

@testable import SchemeRules

@Suite("a declared change that affects means or processes")
struct DeclaredImpactTests {
  @Test func `R-QUAL-105 T-QUAL-C11 the data changes once an audit begun after the declaration is decided favourably`()
  {
    var world = CertificateWorld(validFrom: "2024-12-31", on: "2026-06-30")
    let (declaration, mail) = (EntityID("declaration/C1")!, EntityID("mail/M1")!)
    world.world.write(
      DossierWorld.other,
      [
        DossierWorld.set("direction", mail, "in"), DossierWorld.set("received", mail, "2026-06-01"),
        DossierWorld.set("subject", declaration, "address"), DossierWorld.set("declared", declaration, "37000 Tours"),
        DossierWorld.set("mail", declaration, "mail/M1"), DossierWorld.set("noImpact", declaration, false),
        DossierWorld.set("effectiveOn", declaration, "2026-06-15"),
        .add("documents", on: declaration, value: "kbis"), .add("documents", on: declaration, value: "dreets-receipt"),
      ])
    #expect(update(declaration, &world).codes == ["R-QUAL-105 audit-comes-first"])
    world.audit(.surveillance, "2026-06-16")
    #expect(update(declaration, &world).codes == ["R-QUAL-105 audit-comes-first"], "held, not decided yet")
    #expect(world.decide(.maintain, [("decidedOn", "2026-06-01")]).verdict == .refused)
    world.world.write(.server, [.state("stage", on: CertificateWorld.audit, to: "decided", over: [])])
    #expect(update(declaration, &world).codes == ["R-QUAL-105 audit-comes-first"], "a refused decision is none")
    world.audit(.surveillance, "2026-06-17", id: EntityID("audit/A2")!)
    #expect(world.decide(.maintain, audit: EntityID("audit/A2")!).verdict == .accepted)
    #expect(update(declaration, &world).rules == ["T-QUAL-C11"])
  }

  private func update(_ declaration: EntityID, _ world: inout CertificateWorld) -> ActRuling {
    let user = DossierWorld.other
    let id = world.world.write(user, [.request("certificate.update", on: declaration, seen: SeenVector())])
    return ActJudge.judge(
      ActCase(
        request: world.world.fold.entities[declaration]!.requests[id]!, entity: declaration, context: world.context,
        actor: ActActor(user: user, roles: [.office])),
      seat: .server)
  }
}
