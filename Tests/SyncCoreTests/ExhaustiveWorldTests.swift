import SyncCore
import Testing

/// L2 and L3 over every world of three replicas and up to six writes, in every causal order of delivery.
///
/// Exhaustive, up to renaming the replicas: for each of the seven kinds every shape (who wrote having seen what) of one
/// to six writes on one field, each writer naming the heads they saw; for lives and freezes every shape of one to three
/// writes with every sequence of moves, and every shape of four to six with moves dealt in turn. Values, clocks and the
/// order of the replicas' names are dealt in turn everywhere.
struct ExhaustiveWorldTests {
  private static let kinds: [FieldName] = ["latest", "contested", "cautious", "text", "machine", "set", "journal"]
  private static let shapes = (1...6).map { CausalShape.all(of: $0) }

  struct Tally: Sendable {
    var (worlds, orders) = (0, 0)
    static func + (left: Self, right: Self) -> Self {
      Tally(worlds: left.worlds + right.worlds, orders: left.orders + right.orders)
    }
  }

  @Test func `L2 L3 every causal order of every world of up to six writes gives the naive merge's state`()
    async throws
  {
    #expect(Self.shapes.map(\.count) == [1, 3, 12, 58, 339, 2_209])
    let tally = try await withThrowingTaskGroup(of: Tally.self) { group in
      group.addTask { try Self.lives() }
      for field in Self.kinds { group.addTask { try Self.worlds(of: field) } }
      return try await group.reduce(Tally(), +)
    }
    print("\(tally.worlds) worlds, \(tally.orders) behaviours")
    #expect(tally.orders >= 50_000)
  }

  private static func worlds(of field: FieldName) throws -> Tally {
    let entity = try Samples.entity("item/17")
    let kind = try #require(OneOfEach.table.kind(of: field, in: "item"))
    var tally = Tally()
    for shape in shapes.joined() {
      let values = Deal.values(field)[tally.worlds % 3]
      try judge(shape, &tally) { place, merge, _ in
        Deal.steps(field, kind, on: entity, value: values[place], place: place, merge)
      }
    }
    return tally
  }

  private static func lives() throws -> Tally {
    var tally = Tally()
    for shape in shapes[0..<3].joined() {
      for moves in Deal.sequences(of: MixedWorld.Move.few, count: shape.count) { try judge(shape, moves, &tally) }
    }
    let moves = MixedWorld.Move.allCases
    for shape in shapes[3...].joined() {
      // A multiplier prime to the number of moves: neighbours in turn differ in every place.
      let turn = tally.worlds
      try judge(shape, (0..<shape.count).map { moves[(turn * (2 * $0 + 1) + $0 * $0) % moves.count] }, &tally)
    }
    return tally
  }

  private static func judge(_ shape: CausalShape, _ moves: [MixedWorld.Move], _ tally: inout Tally) throws {
    let (above, below) = (try Samples.entity("audit/A"), try Samples.entity("audit/A/item/17"))
    try judge(shape, &tally) { place, merge, seen in
      MixedWorld.steps(moves[place], above: above, below: below, value: .string("v\(place)"), merge, seen)
    }
  }

  private static func judge(
    _ shape: CausalShape, _ tally: inout Tally,
    _ body: (Int, NaiveMerge, SeenVector) throws -> [SyncCore.Operation]
  ) throws {
    let world = try CausalWorld(
      shape, names: CausalShape.renamings[tally.worlds % 6], clock: Deal.clocks[tally.worlds % 4], body)
    let (orders, wrong) = try world.deliver()
    tally = tally + Tally(worlds: 1, orders: orders)
    if !wrong.isEmpty { Issue.record("orders \(wrong) of\n\(WorldShrinker.lines(world.all))") }
  }
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
      let additions = merge.steps.compactMap { step -> ChangeID? in
        guard case .add(_, _, let added) = step.operation, added == value else { return nil }
        return step.id
      }
      return place >= 2 && !additions.isEmpty
        ? [.remove(field, on: entity, value: value, over: additions.sorted())] : [.add(field, on: entity, value: value)]
    case .journal: return [.append(field, on: entity, value: value, answers: nil)]
    case .machine:
      let over = merge.field(field, of: entity, kind: kind).heads.sorted()
      return [.state(field, on: entity, to: value.text ?? "none", over: over)]
    default:
      let over = merge.field(field, of: entity, kind: kind).heads.sorted()
      return [.set(field, on: entity, to: value, over: over, motive: nil)]
    }
  }

  /// Every sequence of some things, of a length.
  static func sequences<T>(of things: [T], count: Int) -> [[T]] {
    (0..<count).reduce([[]]) { held, _ in held.flatMap { start in things.map { start + [$0] } } }
  }
}
