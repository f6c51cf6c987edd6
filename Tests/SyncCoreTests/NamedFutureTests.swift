import SyncCore
import Testing

/// L2 and L3 over every world of few writes that name any of each other, those to come included: an `over` may arrive
/// before what it names, and names may run in circles.
///
/// No writer sees another's writes, so every order that keeps each replica's own is delivered. Values, clocks and the
/// order of the replicas' names are dealt in turn.
struct NamedFutureTests {
  private static let registers: [FieldName] = ["latest", "contested", "cautious", "text", "machine"]

  @Test(arguments: registers)
  func `L2 L3 every world of up to three writes of a register that name any of them, themselves included`(
    field: FieldName
  ) throws {
    var tally = WorldTally()
    for counts in [[1, 0, 0], [2, 0, 0], [1, 1, 0], [3, 0, 0], [2, 1, 0], [1, 1, 1]] {
      let count = counts.reduce(0, +)
      for naming in Deal.sequences(of: Naming.all(of: count), count: count) {
        try Self.judge(.blind(counts), naming, field, &tally)
      }
    }
    // Two, sixteen and 512 ways to name, by the ways to share out the writes.
    #expect(tally.worlds == 2 + 2 * 16 + 3 * 512)
  }

  @Test(arguments: registers)
  func `L2 L3 every world of four writes by three replicas of a register that name any others of them`(
    field: FieldName
  ) throws {
    var tally = WorldTally()
    for naming in Deal.sequences(of: Naming.all(of: 3), count: 4) {
      try Self.judge(.blind([2, 1, 1]), naming.enumerated().map { $1.skipping($0) }, field, &tally)
    }
    #expect(tally.worlds == 4_096 && tally.orders == 4_096 * 12)
  }

  @Test func `L2 L3 every world of three replicas that remove, delete, restore and thaw what is still to come`() throws
  {
    let shape = CausalShape.blind([1, 1, 1])
    var tally = WorldTally()
    let moves = NamingMove.allCases.flatMap { move in
      (move.names ? Naming.all(of: 2) : [Naming(bits: 0)]).map { (move, $0) }
    }
    for sequence in Deal.sequences(of: moves, count: 3) {
      let ids = shape.ids(names: tally.names)
      // What a deletion has seen and a freeze holds: nothing, everything to come, or one replica's.
      let vectors = [[], ids, [ids[0]]].map { ids in
        SeenVector(Dictionary(uniqueKeysWithValues: ids.map { ($0.replica, $0.seq) }))
      }
      let turn = tally.worlds
      try tally.judge(shape) { place, _, _ in
        let (move, naming) = sequence[place]
        return try move.steps(over: naming.skipping(place).of(ids), seen: vectors[(turn + place) % 3], place: place)
      }
    }
    #expect(tally.worlds == 23 * 23 * 23 && tally.orders == tally.worlds * 6)
  }

  private static func judge(
    _ shape: CausalShape, _ naming: [Naming], _ field: FieldName, _ tally: inout WorldTally
  ) throws {
    let entity = try Samples.entity("item/17")
    let kind = try #require(OneOfEach.table.kind(of: field, in: "item"))
    let ids = shape.ids(names: tally.names)
    let values = Deal.values(field)[tally.worlds % 3]
    try tally.judge(shape) { place, _, _ in
      let over = naming[place].of(ids)
      return kind == .machine
        ? [.state(field, on: entity, to: values[place].text ?? "none", over: over)]
        : [.set(field, on: entity, to: values[place], over: over, motive: nil)]
    }
  }
}

/// Which of some writes an `over` names, a bit each.
private struct Naming {
  let bits: Int

  static func all(of count: Int) -> [Naming] { (0..<(1 << count)).map { Naming(bits: $0) } }

  /// The same among one write more, which it does not name.
  func skipping(_ place: Int) -> Naming {
    let below = bits & ((1 << place) - 1)
    return Naming(bits: (bits - below) << 1 | below)
  }

  func of(_ ids: [ChangeID]) -> [ChangeID] { ids.indices.filter { bits >> $0 & 1 == 1 }.map { ids[$0] }.sorted() }
}

/// What can be written over something, and what it can be written over.
private enum NamingMove: CaseIterable {
  case add, remove, set, delete, restore, freeze, thaw, edit

  /// Whether it has an `over` to deal; `edit` is the write that a deletion may not have seen.
  var names: Bool {
    switch self {
    case .add, .freeze, .edit: false
    case .remove, .set, .delete, .restore, .thaw: true
    }
  }

  func steps(over: [ChangeID], seen: SeenVector, place: Int) throws -> [SyncCore.Operation] {
    let (above, below) = (try Samples.entity("audit/A"), try Samples.entity("audit/A/item/17"))
    return switch self {
    case .add: [.add("set", on: above, value: "member")]
    case .remove: [.remove("set", on: above, value: "member", over: over)]
    case .set: [.set("contested", on: above, to: .string("v\(place)"), over: over, motive: nil)]
    case .delete: [.delete(above, seen: seen, over: over)]
    case .restore: [.restore(above, over: over)]
    case .freeze: [.freeze(above, at: seen)]
    case .thaw: [.thaw(above, over: over)]
    case .edit: [.set("latest", on: below, to: .string("v\(place)"), over: [], motive: nil)]
    }
  }
}
