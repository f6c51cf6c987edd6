import SyncCore
import Testing

/// L2 and L3 over every world of three replicas and few writes, in every causal order of delivery.
///
/// Exhaustive, up to renaming the replicas, in who wrote having seen what; in what they wrote as far as a test's name
/// says. Values, clocks and the order of the replicas' names are dealt in turn everywhere.
struct ExhaustiveWorldTests {
  static let kinds: [FieldName] = ["latest", "contested", "cautious", "text", "machine", "set", "journal"]
  private static let shapes = (1...6).map { CausalShape.all(of: $0) }

  @Test(arguments: kinds)
  func `L2 L3 every world of up to six writes of one field, each naming the heads its writer saw`(
    field: FieldName
  ) throws {
    #expect(Self.shapes.map(\.count) == [1, 3, 12, 58, 339, 2_209])
    let entity = try Samples.entity("item/17")
    let kind = try #require(OneOfEach.table.kind(of: field, in: "item"))
    var tally = WorldTally()
    for shape in Self.shapes.joined() {
      let values = Deal.values(field)[tally.worlds % 3]
      try tally.judge(shape) { place, merge, _ in
        Deal.steps(field, kind, on: entity, value: values[place], place: place, merge)
      }
    }
    #expect(tally.worlds == 2_622 && tally.orders > 20_000)
  }

  @Test(arguments: kinds)
  func `L2 L3 every world of up to three writes, deletions, restorations, freezes and thaws of a field and one below`(
    field: FieldName
  ) throws {
    let kind = try #require(OneOfEach.table.kind(of: field, in: "audit"))
    var tally = WorldTally()
    for shape in Self.shapes[0..<3].joined() {
      for moves in Deal.sequences(of: MixedWorld.Move.few, count: shape.count) {
        let values = Deal.values(field)[tally.worlds % 3]
        try tally.judge(shape) { place, merge, seen in
          try MixedWorld.steps(moves[place], on: (field, kind), value: values[place], place: place, merge, seen)
        }
      }
    }
    #expect(tally.worlds == 7 + 3 * 49 + 12 * 343)
  }

  @Test func `L2 L3 every shape of four to six writes, with lives, freezes and all kinds of fields dealt in turn`()
    throws
  {
    var tally = WorldTally()
    let moves = MixedWorld.Move.allCases
    for shape in Self.shapes[3...].joined() {
      let turn = tally.worlds
      let field = Self.kinds[turn % Self.kinds.count]
      let kind = try #require(OneOfEach.table.kind(of: field, in: "audit"))
      let values = Deal.values(field)[turn % 3]
      try tally.judge(shape) { place, merge, seen in
        // A multiplier prime to the number of moves: neighbours in turn differ in every place.
        let move = moves[(turn * (2 * place + 1) + place * place) % moves.count]
        return try MixedWorld.steps(move, on: (field, kind), value: values[place], place: place, merge, seen)
      }
    }
    #expect(tally.worlds == 58 + 339 + 2_209)
  }
}

/// How many worlds were judged, in how many orders of delivery.
struct WorldTally {
  private(set) var (worlds, orders) = (0, 0)

  /// Fills a shape and fails the running test where an order of delivery gives another state than the naive merge.
  mutating func judge(
    _ shape: CausalShape, _ body: (Int, NaiveMerge, SeenVector) throws -> [SyncCore.Operation]
  ) throws {
    let world = try CausalWorld(shape, names: names, clock: Deal.clocks[worlds % 4], body)
    let (orders, wrong) = try world.deliver()
    worlds += 1
    self.orders += orders
    if !wrong.isEmpty { Issue.record("orders \(wrong) of\n\(WorldShrinker.lines(world.all))") }
  }

  /// The replica that each of the next world's three is.
  var names: [Int] { CausalShape.renamings[worlds % 6] }
}

/// What the writes of exhaustive worlds say, dealt in turn.
enum Deal {
  /// Clocks that run with the writes, against them, all alike, and to and fro.
  static let clocks: [[Int64]] = [[1, 2, 3, 4, 5, 6], [6, 5, 4, 3, 2, 1], [1, 1, 1, 1, 1, 1], [3, 1, 3, 2, 1, 2]]

  /// The values of six writes: all different, some equal, some cleared.
  static func values(_ field: FieldName) -> [[JSONValue]] {
    switch field {
    case "cautious":
      [
        ["minor", "major", "conform", "odd", "minor", "major"], ["conform", .null, "minor", "minor", "odd", .null],
        ["odd", "strange", "major", .null, "conform", "odd"],
      ]
    case "text":
      [
        ["a b c", "x b c", "a b y", "a z c", "x z c", "a v y"], ["a b c", "x b c", "x b c", "u b c", "x b y", "x b y"],
        ["a b c", "a z c", "a b y", "x b c", "x z y", "a b c"],
      ]
    default:
      [["a", "b", "c", "d", "e", "f"], ["a", "b", "a", "b", "a", "b"], ["a", .null, "a", 7, .null, "b"]]
    }
  }

  static func steps(
    _ field: FieldName, _ kind: MergeKind, on entity: EntityID, value: JSONValue, place: Int, _ merge: NaiveMerge
  ) -> [SyncCore.Operation] {
    switch kind {
    case .set:
      // From the third on a write takes out what its writer sees of its value.
      let additions = additions(of: value, to: field, on: entity, merge)
      return place >= 2 && !additions.isEmpty
        ? [.remove(field, on: entity, value: value, over: additions)] : [.add(field, on: entity, value: value)]
    case .journal: return [.append(field, on: entity, value: value, answers: nil)]
    case .machine:
      let over = merge.field(field, of: entity, kind: kind).heads.sorted()
      return [.state(field, on: entity, to: value.text ?? "none", over: over)]
    default:
      let over = merge.field(field, of: entity, kind: kind).heads.sorted()
      return [.set(field, on: entity, to: value, over: over, motive: nil)]
    }
  }

  private static func additions(
    of value: JSONValue, to field: FieldName, on entity: EntityID, _ merge: NaiveMerge
  ) -> [ChangeID] {
    merge.steps.compactMap { step in
      if case .add(field, entity, value) = step.operation { step.id } else { nil }
    }.sorted()
  }

  /// Every sequence of some things, of a length.
  static func sequences<T>(of things: [T], count: Int) -> [[T]] {
    (0..<count).reduce([[]]) { held, _ in held.flatMap { start in things.map { start + [$0] } } }
  }
}
