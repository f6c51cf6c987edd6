import SyncCore
import Testing

/// L2 and L3 over drawn histories; the seed of a failing one stands in the name of its case.
struct DrawnHistoryTests {
  @Test(arguments: (1...60).map { UInt64($0) })
  func `L2 L3 every drawn world of five writes agrees with the naive merge, in every order drawn`(
    seed: UInt64
  ) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<4 {
      let moves = (0..<5).map { _ in generator.pick(MixedWorld.Move.allCases) }
      let cast = (0..<5).map { _ in 1 + generator.below(3) }
      let prefixes = (0..<5).map { generator.below($0 + 1) }
      let clock = (0..<5).map { _ in Int64(generator.below(3)) }
      let trial = try MixedWorld.trial(cast: cast, prefixes: prefixes, moves: moves, clock: clock)
      try trial.judge()
      var orders = WorldTrial.orders(of: 5)
      orders.shuffle(using: &generator)
      try trial.judge(Array(orders.prefix(22)))
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `L2 L3 every drawn history of 500 steps agrees with the naive merge, in every order drawn`(
    seed: UInt64
  ) throws {
    var generator = SeededGenerator(seed: seed)
    let history = try DrawnHistory.changes(500, using: &generator)
    let trial = WorldTrial(changes: history, entities: DrawnHistory.entities, fields: DrawnHistory.fields)
    try trial.judge()
    let orders = (0..<11).map { _ in Array(history.indices).shuffled(using: &generator) }
    try trial.judge(orders)
  }
}

/// Draws a long history of four replicas that now and then receive what the others wrote.
enum DrawnHistory {
  static let entities = ["audit/A", "audit/A/item/1", "audit/A/item/2", "audit/B"].compactMap { EntityID($0) }

  static let fields: [(FieldName, MergeKind)] = [
    ("latest", .latest), ("contested", .contested), ("cautious", .cautious(OneOfEach.ranking)), ("set", .set),
    ("journal", .journal), ("machine", .machine),
  ]

  static func changes(_ count: Int, using generator: inout SeededGenerator) throws -> [Change] {
    var changes: [Change] = []
    var received = Array(repeating: 0, count: 4)
    var seqs = Array(repeating: 0, count: 4)
    for _ in 0..<count {
      let writer = generator.below(4)
      if generator.chance(30) { received[writer] = changes.count }
      let seen =
        changes.prefix(received[writer])
        + changes.dropFirst(received[writer]).filter {
          $0.id.replica == Samples.replica(writer)
        }
      seqs[writer] += 1
      let operation = try step(Array(seen.suffix(60)), using: &generator)
      let time = Int64(generator.below(1_000))
      changes.append(try Samples.change(writer, seqs[writer], time: time, [operation]))
    }
    return changes
  }

  private static func step(_ seen: [Change], using generator: inout SeededGenerator) throws -> SyncCore.Operation {
    let entity = generator.pick(entities)
    let merge = NaiveMerge(seen)
    var vector = SeenVector()
    for change in seen { vector.insert(change.id) }
    let value: JSONValue = .string(generator.pick(["major", "minor", "conform", "other", "autre"]))
    let number = generator.below(40)
    switch number {
    case 0:
      let over = merge.steps.filter { $0.operation.entity == entity && $0.isLife }.map(\.id)
      return .delete(entity, seen: vector, over: over.sorted())
    case 1:
      let over = merge.steps.filter { $0.operation.entity == entity && $0.isLife }.map(\.id)
      return .restore(entity, over: over.sorted())
    case 2: return .freeze(entity, at: vector)
    case 3:
      let over = merge.steps.filter { if case .freeze(entity, _) = $0.operation { true } else { false } }.map(\.id)
      return .thaw(entity, over: over.sorted())
    case 4...9: return .add("set", on: entity, value: value)
    case 10...13:
      let over = merge.steps.filter { if case .add(_, entity, value) = $0.operation { true } else { false } }.map(\.id)
      return .remove("set", on: entity, value: value, over: over.sorted())
    case 14...17: return .append("journal", on: entity, value: value, answers: nil)
    case 18...20: return .state("machine", on: entity, to: value.text ?? "", over: [])
    default:
      let (field, kind) = fields[number % 3]
      let over = merge.field(field, of: entity, kind: kind).heads.sorted()
      return .set(field, on: entity, to: value, over: generator.chance(10) ? [] : over, motive: nil)
    }
  }
}
