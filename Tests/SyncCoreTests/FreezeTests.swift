import SyncCore
import Testing

/// What arrives after an act has presented or decided (DESIGN §5).
struct FreezeTests {
  private let audit: EntityID
  private let item: EntityID

  init() throws {
    audit = try Samples.entity("audit/A")
    item = try Samples.entity("audit/A/item/17")
  }

  private func grade(_ replica: Int, _ seq: Int, _ value: JSONValue, over: [ChangeID] = []) throws -> Change {
    try Samples.change(replica, seq, [.set("cautious", on: item, to: value, over: over, motive: nil)])
  }

  private func freeze(_ seq: Int, _ seen: [Int: Int]) throws -> Change {
    try Samples.change(9, seq, [.freeze(audit, at: Samples.seen(seen))])
  }

  private func view(_ changes: [Change], _ field: FieldName = "cautious") throws -> FieldView {
    try #require(try Samples.fold(changes).field(field, of: item, schema: OneOfEach.table))
  }

  @Test func `L3 a grade that arrives after the freeze is not shown and is listed as late`() throws {
    let held = try grade(1, 1, "conform")
    let frozen = try freeze(1, [1: 1])
    let late = try grade(2, 1, "major", over: [held.id])
    let fold = try Samples.fold([held, frozen, late])
    let seen = try view([held, frozen, late])
    #expect(seen.shown == "conform")
    #expect(seen.conflict == nil)
    #expect(seen.late.map(\.id) == [late.id])
    #expect(seen.over == [held.id])
    #expect(fold.lateWrites(schema: OneOfEach.table).map(\.write.id) == [late.id])
    let alone = try view([frozen, late])
    #expect(alone.shown == nil && alone.late.map(\.id) == [late.id])
  }

  @Test func `a thaw lets late grades count, and a new freeze sets them aside again`() throws {
    let held = try grade(1, 1, "conform")
    let frozen = try freeze(1, [1: 1])
    let after = try grade(2, 1, "major", over: [held.id])
    let beside = try grade(3, 1, "minor", over: [])
    let thaw = try Samples.change(9, 2, [.thaw(audit, over: [frozen.id])])
    #expect(try view([held, frozen, after, thaw]).shown == "major")
    let both = try view([held, frozen, after, beside, thaw])
    #expect(both.shown == "major")
    #expect(both.conflict?.values.count == 2)
    #expect(both.late.isEmpty)
    let again = try Samples.change(9, 3, [.freeze(audit, at: Samples.seen([1: 1]))])
    #expect(try view([held, frozen, after, thaw, again]).shown == "conform")
  }

  @Test func `two freezes in force hold all that either had seen`() throws {
    let (one, two) = (try grade(1, 1, "conform"), try grade(2, 1, "minor"))
    let late = try grade(3, 1, "major")
    let world = [one, two, late, try freeze(1, [1: 1]), try freeze(2, [2: 1])]
    #expect(try view(world).heads.count == 2)
    #expect(try view(world).shown == "minor")
    #expect(try view(world).late.map(\.id) == [late.id])
    let thaw = try Samples.change(9, 3, [.thaw(audit, over: [Samples.id(9, 2)])])
    #expect(try view(world + [thaw]).shown == "conform")
    let together = try Samples.change(
      9, 1, [.freeze(audit, at: Samples.seen([1: 1])), .freeze(audit, at: Samples.seen([2: 1]))])
    #expect(try view([one, two, late, together]).heads.count == 2)
  }

  @Test func `a set stays as frozen, while a journal grows and a machine moves on`() throws {
    func step(_ replica: Int, _ operation: SyncCore.Operation) throws -> Change {
      try Samples.change(replica, 1, [operation])
    }
    let world = [
      try step(1, .add("set", on: item, value: "held")), try freeze(1, [1: 1]),
      try step(2, .remove("set", on: item, value: "held", over: [Samples.id(1, 1)])),
      try step(3, .add("set", on: item, value: "late")),
      try step(4, .append("journal", on: item, value: "late", answers: nil)),
      try step(5, .state("machine", on: item, to: "presented", over: [])),
    ]
    #expect(try view(world, "set").shown == .array(["held"]))
    #expect(try view(world, "set").late.map(\.id) == [Samples.id(2, 1), Samples.id(3, 1)])
    #expect(try view(world, "journal").shown == .array(["late"]))
    #expect(try view(world, "machine").shown == "presented")
  }

  @Test func `late additions of one change are listed in the order of their steps`() throws {
    let steps = (0..<12).map { SyncCore.Operation.add("set", on: item, value: .integer(Int64($0))) }
    let world = [try freeze(1, [1: 1]), try Samples.change(2, 1, steps)]
    #expect(try view(world, "set").late.map(\.value) == (0..<12).map { .integer(Int64($0)) })
  }

  @Test func `L3 a deletion that arrives after the freeze is disputed, and deletes only after a thaw`() throws {
    let held = try grade(1, 1, "conform")
    let frozen = try freeze(1, [1: 1])
    let deletion = try Samples.change(2, 1, [.delete(item, seen: Samples.seen([1: 1]), over: [])])
    let world = [held, frozen, deletion]
    #expect(try Samples.fold(world).life(of: item) == .disputed(deletions: [deletion.id]))
    let back = try Samples.change(1, 2, [.restore(item, over: [deletion.id])])
    #expect(try Samples.fold(world + [back]).life(of: item) == .standing)
    let thaw = try Samples.change(9, 2, [.thaw(audit, over: [frozen.id])])
    #expect(try Samples.fold(world + [thaw]).life(of: item) == .deleted)
  }

  @Test func `a late edit stands against a deletion made before the freeze only after a thaw`() throws {
    let held = try grade(1, 1, "conform")
    let deletion = try Samples.change(1, 2, [.delete(item, seen: Samples.seen([1: 1]), over: [])])
    let frozen = try freeze(1, [1: 2])
    let late = try grade(2, 1, "major")
    let world = [held, deletion, frozen, late]
    #expect(try Samples.fold(world).life(of: item) == .deleted)
    #expect(try Samples.fold(world).lateWrites(schema: OneOfEach.table).count == 1)
    let thaw = try Samples.change(9, 2, [.thaw(audit, over: [frozen.id])])
    #expect(try Samples.fold(world + [thaw]).life(of: item) == .disputed(deletions: [deletion.id]))
  }
}
