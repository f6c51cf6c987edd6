import SyncCore
import Testing

/// Deletions and restorations (DESIGN §5).
struct DeletionTests {
  private let audit: EntityID
  private let item: EntityID

  init() throws {
    audit = try Samples.entity("audit/A")
    item = try Samples.entity("audit/A/item/17")
  }

  private func set(_ entity: EntityID, _ value: JSONValue = "x", over: [ChangeID] = []) -> SyncCore.Operation {
    .set("contested", on: entity, to: value, over: over, motive: nil)
  }

  private func delete(_ seen: [Int: Int], over: [ChangeID] = []) -> SyncCore.Operation {
    .delete(audit, seen: Samples.seen(seen), over: over)
  }

  private func life(_ changes: [Change]) throws -> EntityLife { try Samples.fold(changes).life(of: audit) }

  @Test func `L3 a deletion is disputed by an edit of a child its writer had not seen`() throws {
    let start = try Samples.change(1, 1, [set(audit), set(item)])
    let edit = try Samples.change(2, 1, [set(item, "y", over: [start.id])])
    let deletion = try Samples.change(1, 2, [delete([1: 1])])
    let fold = try Samples.fold([start, edit, deletion])
    #expect(fold.life(of: audit) == .disputed(deletions: [deletion.id]))
    #expect(fold.life(of: item) == .standing)
    #expect(fold.entity(item, schema: OneOfEach.table)?.value("contested") == "y")
    let conflicts = fold.conflicts(schema: OneOfEach.table)
    #expect(conflicts.map(\.entity) == [audit] && conflicts[0].field == nil && conflicts[0].conflict == nil)
    let seen = try Samples.change(1, 2, [delete([1: 1, 2: 1])])
    #expect(try life([start, edit, seen]) == .deleted)
  }

  @Test func `a deletion takes along what is below it, keeps its content, and can be restored`() throws {
    let start = try Samples.change(1, 1, [set(audit), set(item)])
    let deletion = try Samples.change(1, 2, [delete([1: 1])])
    let fold = try Samples.fold([start, deletion])
    #expect(fold.life(of: item) == .deleted)
    #expect(fold.standing(ofType: "audit").isEmpty && fold.standing(ofType: "audit/item").isEmpty)
    #expect(fold.entity(item, schema: OneOfEach.table)?.value("contested") == "x")
    let back = try Samples.change(1, 3, [.restore(audit, over: [deletion.id])])
    #expect(try Samples.fold([start, deletion, back]).standing(ofType: "audit/item") == [item])
  }

  @Test func `the steps of a deletion's own change do not stand against it`() throws {
    let both = try Samples.change(1, 1, [set(audit), delete([:]), set(item)])
    #expect(try life([both]) == .deleted)
    let later = try Samples.change(1, 2, [set(item, "y")])
    #expect(try life([both, later]) == .disputed(deletions: [both.id]))
  }

  @Test func `a concurrent restore and delete are settled by a step over both, not by the clock`() throws {
    let start = try Samples.change(1, 1, [set(audit)])
    let first = try Samples.change(1, 2, [delete([1: 1])])
    let back = try Samples.change(2, 1, time: 1, [.restore(audit, over: [first.id])])
    let again = try Samples.change(3, 1, time: 9, [delete([1: 2], over: [first.id])])
    let world = [start, first, back, again]
    #expect(try life(world) == .disputed(deletions: [again.id]))
    let heads = try Samples.fold(world).entity(audit, schema: OneOfEach.table)?.lifeHeads
    #expect(heads == [back.id, again.id].sorted())
    let settled = try Samples.change(1, 3, [delete([1: 2, 2: 1, 3: 1], over: heads ?? [])])
    #expect(try life(world + [settled]) == .deleted)
    let restored = try Samples.change(1, 3, [.restore(audit, over: heads ?? [])])
    #expect(try life(world + [restored]) == .standing)
  }

  @Test func `of two concurrent deletions the one that had seen more counts`() throws {
    let start = try Samples.change(1, 1, [set(audit)])
    let edit = try Samples.change(2, 1, [set(audit, "y")])
    let blind = try Samples.change(1, 2, [delete([1: 1])])
    let sighted = try Samples.change(3, 1, [delete([1: 1, 2: 1])])
    #expect(try life([start, edit, blind, sighted]) == .deleted)
  }

  @Test(
    arguments: [
      .state("machine", on: entity, to: "closed", over: []), .lapse(deadline: "D", on: entity, due: "2026-11-21"),
      .freeze(entity, at: SeenVector()), .request("audit.close", on: entity, seen: SeenVector()),
      .add("set", on: entity, value: 1), .append("journal", on: entity, value: 1, answers: nil),
    ] as [SyncCore.Operation])
  func `any step the deleter had not seen stands against a deletion`(step: SyncCore.Operation) throws {
    let start = try Samples.change(1, 1, [set(audit)])
    let other = try Samples.change(2, 1, [step])
    let deletion = try Samples.change(1, 2, [delete([1: 1])])
    #expect(try life([start, other, deletion]) == .disputed(deletions: [deletion.id]))
  }

  private static let entity: EntityID = {
    guard let id = EntityID("audit/A") else { preconditionFailure("a fixed id") }
    return id
  }()

  @Test func `an entity whose id merely begins alike is not deleted along, nor stands against it`() throws {
    let near = try Samples.entity("audit/AB/item/17")
    let world = [try Samples.change(1, 1, [set(audit), set(near)]), try Samples.change(1, 2, [delete([1: 1])])]
    #expect(try Samples.fold(world).life(of: near) == .standing)
    #expect(try life(world) == .deleted)
    let other = try Samples.change(2, 1, [set(near, "y")])
    #expect(try life(world + [other]) == .deleted)
  }
}
