import SyncCore
import Testing

/// Writes that name each other round a circle, which no honest device writes: nothing of it is lost (law L3, decision
/// 0010), and a circle of thousands, which a bad device may push, is merged like any field of thousands of writes.
struct CircleTests {
  private struct Expected {
    var heads: Set<ChangeID>
    var base: Set<ChangeID>
  }

  /// A write all the circle rests on, a circle of so many, and a write beside it that names one of them.
  private static func world(of count: Int) throws -> (changes: [Change], expected: Expected) {
    let entity = try Samples.entity("item/17")
    func id(_ place: Int) -> ChangeID { Samples.id(1 + place % 3, 1 + place / 3) }
    func write(_ id: ChangeID, _ value: String, over: [ChangeID]) throws -> Change {
      let replica = Int(id.replica.bits & 0xF)
      let set = SyncCore.Operation.set("contested", on: entity, to: .string(value), over: over, motive: nil)
      return try Samples.change(replica, id.seq, time: 1, [set])
    }
    let (root, beside) = (Samples.id(0, 1), Samples.id(4, 1))
    let circle = try (0..<count).map { place in
      try write(id(place), "v\(place)", over: [id((place + 1) % count)] + (place == 0 ? [root] : []))
    }
    let changes = try [write(root, "first", over: [])] + circle + [write(beside, "beside", over: [id(0)])]
    // The circle overwrites the first write and nothing of itself; the write beside it overwrites the one it names.
    let heads = Set((1..<count).map(id) + [beside])
    // All of the circle is common to the heads, and all of it is named from within.
    return (changes, Expected(heads: heads, base: []))
  }

  private static func judge(_ changes: [Change], _ expected: Expected) throws {
    let fold = try Samples.fold(changes)
    let view = try #require(fold.field("contested", of: try Samples.entity("item/17"), schema: OneOfEach.table))
    #expect(Set(view.heads.map(\.id)) == expected.heads)
    #expect(view.conflict?.values.count == expected.heads.count)
    #expect(Set(view.conflict?.base.map(\.id) ?? []) == expected.base)
  }

  @Test func `L3 what is expected of a circle is what the naive merge says of small ones`() throws {
    for count in 2...7 {
      let (changes, expected) = try Self.world(of: count)
      let seen = NaiveMerge(changes).field("contested", of: try Samples.entity("item/17"), kind: .contested)
      #expect(seen.heads == expected.heads && seen.base == expected.base)
      try Self.judge(changes, expected)
    }
  }

  @Test func `L2 L3 a circle of two thousand writes loses none of them, whichever comes first`() throws {
    let (changes, expected) = try Self.world(of: 2_000)
    try Self.judge(changes, expected)
    #expect(try Samples.fold(changes) == Samples.fold(changes.reversed()))
  }
}
