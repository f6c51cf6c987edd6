import SyncCore
import TestSupport
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

  @Test(arguments: [11, 12, 13, 14] as [UInt64])
  func `L2 L3 every drawn history of 4,000 changes gives the naive merge's state, in every order drawn`(
    seed: UInt64
  ) throws {
    var generator = SeededGenerator(seed: seed)
    let history = try DrawnHistory.changes(4_000, on: DrawnHistory.audits, using: &generator)
    let orders = [history, history.reversed()] + (0..<3).map { _ in history.shuffled(using: &generator) }
    let stream = try Samples.stream()
    let expected = Digest(of: Array(NaiveMerge(history).visibleState(of: stream, schema: OneOfEach.table).utf8))
    for (number, order) in orders.enumerated() {
      let fold = try Samples.fold(number == 0 ? order + order : order)
      guard fold.stateDigest(schema: OneOfEach.table) != expected else { continue }
      let least = try WorldShrinker.minimal(order) { changes in
        JSONWriter.text(try Samples.fold(changes).visibleState(schema: OneOfEach.table))
          != NaiveMerge(changes).visibleState(of: stream, schema: OneOfEach.table)
      }
      Issue.record("seed \(seed), order \(number):\n\(WorldShrinker.lines(least))")
      return
    }
    print("seed \(seed): \(history.count) changes agree in \(orders.count) orders")
    #expect(history.count == 4_000)
  }
}
