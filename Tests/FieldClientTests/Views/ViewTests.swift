import AuditModel
import AuditSchema
import AuditDesk
import FieldClient
import SyncCore
import Testing

@Suite("what a person is shown")
struct ViewTests {
  let item = AuditNames.item(SmallWorld.audit, indicator: 17)!

  @Test func `a divergence keeps its short name while its values change`() {
    var world = SmallWorld.planned()
    world.write(SmallWorld.lead, at: 2, [.set("grade", on: item, to: "conform", over: [], motive: nil)])
    world.write(SmallWorld.colleague, at: 2, [.set("grade", on: item, to: "major", over: [], motive: nil)])
    let reader = WriteAuthor(user: SmallWorld.lead, roles: [.auditor])
    let before = Divergence.all(in: world.fold, reader: reader)

    world.write(SmallWorld.colleague, at: 3, [.set("grade", on: item, to: "minor", over: [], motive: nil)])
    let after = Divergence.all(in: world.fold, reader: reader)

    #expect(before.count == 1)
    #expect(before.map(\.id) == after.map(\.id))
    #expect(before[0].id.count == 7)
  }

  @Test func `only the lead auditor is told they may settle a grade`() {
    var world = SmallWorld.planned()
    world.write(SmallWorld.lead, at: 2, [.set("grade", on: item, to: "conform", over: [], motive: nil)])
    world.write(SmallWorld.colleague, at: 2, [.set("grade", on: item, to: "major", over: [], motive: nil)])

    let lead = Divergence.all(in: world.fold, reader: WriteAuthor(user: SmallWorld.lead, roles: [.auditor]))
    let colleague = Divergence.all(in: world.fold, reader: WriteAuthor(user: SmallWorld.colleague, roles: [.auditor]))

    #expect(lead.map(\.maySettle) == [true])
    #expect(colleague.map(\.maySettle) == [false])
  }

  @Test func `the tally counts a settled divergence once and leaves its changes out of the peaceful ones`() {
    var world = SmallWorld.planned()
    let a = world.write(SmallWorld.lead, at: 2, [.set("grade", on: item, to: "conform", over: [], motive: nil)])
    let b = world.write(SmallWorld.colleague, at: 2, [.set("grade", on: item, to: "major", over: [], motive: nil)])
    var open = DivergenceTally()
    open.count(world.fold)

    world.write(SmallWorld.lead, at: 3, [.set("grade", on: item, to: "major", over: [a, b].sorted(), motive: "vu")])
    var settled = DivergenceTally()
    settled.count(world.fold)

    #expect((open.open, open.settled, open.changesWithout) == (1, 0, 1))
    #expect((settled.open, settled.settled, settled.changesWithout) == (0, 1, 1))
  }

  @Test func `an audit is complete only when every member's device is done and all it wrote is held`() throws {
    var world = SmallWorld.planned()
    let leadReplica = SmallWorld.replica(of: SmallWorld.lead)
    world.write(SmallWorld.lead, at: 2, [.set("grade", on: item, to: "conform", over: [], motive: nil)])
    world.write(
      SmallWorld.lead, at: 3, world.desk(SmallWorld.lead).done(SmallWorld.audit, replica: leadReplica, lastSeq: 1))
    let held = SeenVector(Dictionary(grouping: world.fold.held, by: \.replica).mapValues { $0.map(\.seq).max() ?? 0 })

    let board = try #require(AuditBoard(SmallWorld.audit, in: world.fold))
    let half = Completeness(of: board, in: world.fold, seen: held)
    #expect(!half.isComplete)
    #expect(half.missing == [SmallWorld.colleague])

    world.write(
      SmallWorld.colleague, at: 4,
      world.desk(SmallWorld.colleague).done(
        SmallWorld.audit, replica: SmallWorld.replica(of: SmallWorld.colleague), lastSeq: 0))
    let whole = Completeness(of: board, in: world.fold, seen: held)
    #expect(whole.isComplete)

    let behind = Completeness(of: board, in: world.fold, seen: SeenVector())
    #expect(!behind.isComplete)
  }

  @Test(arguments: [
    ("14 quai du Halage", "14 QUAI DU HALAGE", true), ("14, quai du Hâlage", "14 QUAI DU HALAGE", true),
    ("16 quai du Halage", "14 QUAI DU HALAGE", false),
  ])
  func `R-ROLE-19 a street read on the door is confirmed when the register comes to say the same`(
    seen: String, register: String, confirmed: Bool
  ) throws {
    var world = SmallWorld(stream: StreamID.organisation(SmallWorld.body)!)
    let body = AuditNames.body(SmallWorld.body)!
    world.write(
      .publicList, at: 1,
      [.set("address", on: body, to: .sorted([("street", .string(register))]), over: [], motive: nil)])
    world.write(
      SmallWorld.lead, at: 2,
      world.desk(SmallWorld.lead).situation(
        EntityID("situation/S1")!, subject: "address", observed: .sorted([("street", .string(seen))]),
        on: "2026-05-12", proofDue: "kbis", note: nil))

    let report = try #require(SituationReport.all(in: world.fold, body: SmallWorld.body).first)
    #expect(report.isConfirmed == confirmed)
    #expect(report.proofDue == "kbis")
  }

  @Test func `R-ROLE-19 the same street in another town confirms nothing`() throws {
    var world = SmallWorld(stream: StreamID.organisation(SmallWorld.body)!)
    let body = AuditNames.body(SmallWorld.body)!
    func address(_ postcode: String) -> JSONValue {
      .sorted([("postcode", .string(postcode)), ("street", "14 QUAI DU HALAGE")])
    }
    world.write(.publicList, at: 1, [.set("address", on: body, to: address("45000"), over: [], motive: nil)])
    world.write(
      SmallWorld.lead, at: 2,
      world.desk(SmallWorld.lead).situation(
        EntityID("situation/S1")!, subject: "address", observed: address("37000"), on: "2026-05-12", proofDue: nil,
        note: nil))

    #expect(SituationReport.all(in: world.fold, body: SmallWorld.body).map(\.isConfirmed) == [false])
  }
}
