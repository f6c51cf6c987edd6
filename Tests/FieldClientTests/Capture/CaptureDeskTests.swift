import AuditModel
import AuditSchema
import AuditDesk
import FieldClient
import SyncCore
import Testing

@Suite("what a write names")
struct CaptureDeskTests {
  let item = AuditNames.item(SmallWorld.audit, indicator: 17)!

  private func over(_ operation: Operation?) -> [ChangeID] { operation?.over ?? [] }

  @Test func `a write names the writer's own head`() {
    var world = SmallWorld.planned()
    let mine = world.write(SmallWorld.lead, at: 2, [.set("grade", on: item, to: "conform", over: [], motive: nil)])

    let next = world.desk(SmallWorld.lead).write("grade", on: item, "minor")

    #expect(over(next) == [mine])
  }

  @Test func `what was not on the screen is not overwritten`() {
    var world = SmallWorld.planned()
    world.write(SmallWorld.colleague, at: 2, [.set("grade", on: item, to: "major", over: [], motive: nil)])

    let unseen = world.desk(SmallWorld.lead).write("grade", on: item, "conform")
    world.write(SmallWorld.lead, at: 3, [unseen])

    #expect(over(unseen) == [])
    #expect(world.fold.field("grade", of: item, schema: AuditSchema.current)?.conflict != nil)
  }

  @Test func `a lone value that was on the screen is overwritten without a divergence`() {
    var world = SmallWorld.planned()
    let theirs = world.write(
      SmallWorld.colleague, at: 2, [.set("grade", on: item, to: "major", over: [], motive: nil)])

    let seen = world.desk(SmallWorld.lead, shown: [theirs]).write("grade", on: item, "conform")
    world.write(SmallWorld.lead, at: 3, [seen])

    #expect(over(seen) == [theirs])
    #expect(world.fold.field("grade", of: item, schema: AuditSchema.current)?.conflict == nil)
  }

  @Test func `someone not entitled to settle names only their own head and joins as an alternative`() {
    var world = SmallWorld.planned()
    let theirs = world.write(SmallWorld.lead, at: 2, [.set("grade", on: item, to: "conform", over: [], motive: nil)])
    let mine = world.write(SmallWorld.colleague, at: 2, [.set("grade", on: item, to: "major", over: [], motive: nil)])

    let edit = world.desk(SmallWorld.colleague, shown: [theirs, mine]).write("grade", on: item, "minor")
    world.write(SmallWorld.colleague, at: 3, [edit])

    #expect(over(edit) == [mine])
    let view = world.fold.field("grade", of: item, schema: AuditSchema.current)
    #expect(Set(view?.conflict?.values ?? []) == ["conform", "minor"])
  }

  @Test func `the lead auditor's settling names every value displayed and ends the divergence`() {
    var world = SmallWorld.planned()
    let theirs = world.write(
      SmallWorld.colleague, at: 2, [.set("grade", on: item, to: "major", over: [], motive: nil)])
    let mine = world.write(SmallWorld.lead, at: 2, [.set("grade", on: item, to: "conform", over: [], motive: nil)])

    let settling = world.desk(SmallWorld.lead, shown: [theirs, mine])
      .write("grade", on: item, "major", motive: "l'atelier commande")
    world.write(SmallWorld.lead, at: 3, [settling])

    #expect(over(settling) == [theirs, mine].sorted())
    let view = world.fold.field("grade", of: item, schema: AuditSchema.current)
    #expect(view?.conflict == nil)
    #expect(view?.motive == "l'atelier commande")
  }

  @Test func `saying again what is shown writes nothing`() {
    var world = SmallWorld.planned()
    world.write(SmallWorld.lead, at: 2, [.set("grade", on: item, to: "conform", over: [], motive: nil)])

    #expect(world.desk(SmallWorld.lead).grade(item, "conform", comment: nil, lack: nil).isEmpty)
  }

  @Test func `a second observation of the same place stands below the first`() {
    var world = SmallWorld.planned()
    let desk = { (world: SmallWorld) in world.desk(SmallWorld.lead) }
    world.write(
      SmallWorld.lead, at: 2,
      desk(world).observe(SmallWorld.audit, indicator: "17", site: "s", sample: "p", text: "salle propre"))
    world.write(
      SmallWorld.lead, at: 3,
      desk(world).observe(SmallWorld.audit, indicator: "17", site: "s", sample: "p", text: "extraction absente"))

    let id = AuditNames.observation(SmallWorld.audit, indicator: "17", site: "s", sample: "p")!
    #expect(
      world.fold.field("text", of: id, schema: AuditSchema.current)?.shown == "salle propre\nextraction absente")
  }
}
