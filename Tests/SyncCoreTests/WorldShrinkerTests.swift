import SyncCore
import TestSupport
import Testing

/// The shrinker against faults planted in a merge: a shrinker that finds nothing would hide what a drawn world shows.
struct WorldShrinkerTests {
  /// A wrong merge: it forgets what an `over` names when that comes later.
  private static func forgetful(_ changes: [Change]) throws -> StreamFold {
    var fold = StreamFold(stream: try Samples.stream())
    for change in changes {
      let operations = change.operations.map { step -> SyncCore.Operation in
        guard case .set(let field, let on, let to, let over, let motive) = step else { return step }
        return .set(field, on: on, to: to, over: over.filter(fold.held.contains), motive: motive)
      }
      fold.apply(
        Change(
          id: change.id, salt: change.salt, time: change.time, by: change.by, stream: change.stream,
          operations: operations))
    }
    return fold
  }

  private static func isWrong(_ changes: [Change], _ merge: ([Change]) throws -> StreamFold) throws -> Bool {
    let expected = NaiveMerge(changes).visibleState(of: try Samples.stream(), schema: OneOfEach.table)
    return JSONWriter.text(try merge(changes).visibleState(schema: OneOfEach.table)) != expected
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `a merge that forgets writes named before they come is shown by a write and the one over it`(
    seed: UInt64
  ) throws {
    var generator = SeededGenerator(seed: seed)
    let drawn = try DrawnHistory.changes(120, using: &generator).reversed() as [Change]
    try #require(try Self.isWrong(drawn, Self.forgetful))
    try #require(!(try Self.isWrong(drawn, Samples.fold)), "the fault is the planted one")
    let world = try WorldShrinker.minimal(drawn) { try Self.isWrong($0, Self.forgetful) }
    #expect(world.count == 2, "\(WorldShrinker.lines(world))")
    #expect(world.allSatisfy { $0.operations.count == 1 })
    #expect(world.first?.operations[0].over.contains(try #require(world.last).id) == true)
    for gone in world { #expect(!(try Self.isWrong(world.filter { $0 != gone }, Self.forgetful))) }
  }

  @Test func `steps beside the one that fails are taken out of its change`() throws {
    let entity = try Samples.entity("audit/A")
    let steps = (1...5).map { SyncCore.Operation.add("set", on: entity, value: .integer($0)) }
    let world = [try Samples.change(1, 1, steps), try Samples.change(1, 2, steps)]
    let least = WorldShrinker.minimal(world) { changes in
      changes.contains { $0.operations.contains(.add("set", on: entity, value: 3)) }
    }
    #expect(least.map(\.operations) == [[.add("set", on: entity, value: 3)]])
    #expect(WorldShrinker.lines(least).contains(#""ops":[{"add":"set","on":"audit/A","value":3}]"#))
  }

  @Test func `a fault of three changes that need each other comes down to the three`() throws {
    var generator = SeededGenerator(seed: 7)
    let world = try DrawnHistory.changes(400, using: &generator)
    let needed: Set<ChangeID> = [world[5].id, world[200].id, world[399].id]
    let least = WorldShrinker.minimal(world) { needed.isSubset(of: $0.map(\.id)) }
    #expect(Set(least.map(\.id)) == needed)
  }
}
