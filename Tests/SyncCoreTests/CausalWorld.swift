import SyncCore

/// A shape with contents: a set of changes and every causal order in which they can be delivered.
struct CausalWorld {
  let shape: CausalShape
  /// The changes of each replica in order.
  private(set) var changes: [[Change]] = [[], [], []]

  /// - Parameters:
  ///   - names: the replica each of the shape's three is.
  ///   - clock: the time of each write, in the order of making.
  ///   - body: gets the place of the write, the naive merge of what its writer sees, and their vector.
  init(
    _ shape: CausalShape, names: [Int] = [0, 1, 2], clock: [Int64],
    _ body: (Int, NaiveMerge, SeenVector) throws -> [SyncCore.Operation]
  ) throws {
    self.shape = shape
    for (place, writer) in shape.someOrder.enumerated() {
      let counts = shape.seen[writer][changes[writer].count]
      let seen = (0..<3).flatMap { changes[$0].prefix(counts[$0]) }
      var vector = SeenVector()
      for change in seen { vector.insert(change.id) }
      let operations = try body(place, NaiveMerge(seen), vector)
      changes[writer].append(
        try Samples.change(names[writer], changes[writer].count + 1, time: clock[place], operations))
    }
  }

  var all: [Change] { changes.flatMap { $0 } }

  /// Delivers the changes in every causal order, depth first: orders with one beginning share its fold.
  /// - Returns: how many orders there are, and those after which the state is another than the naive merge's.
  func deliver() throws -> (orders: Int, wrong: [[Int]]) {
    let stream = try Samples.stream()
    let expected = NaiveMerge(all).visibleState(of: stream, schema: OneOfEach.table)
    var walk = Walk(world: self, expected: Digest(of: Array(expected.utf8)))
    walk.goOn(StreamFold(stream: stream), made: [0, 0, 0], order: [])
    return (walk.orders, walk.wrong)
  }

  private struct Walk {
    let world: CausalWorld
    let expected: Digest
    var orders = 0
    var wrong: [[Int]] = []

    mutating func goOn(_ fold: StreamFold, made: [Int], order: [Int]) {
      if order.count == world.shape.count {
        orders += 1
        if fold.stateDigest(schema: OneOfEach.table) != expected { wrong.append(order) }
        return
      }
      for replica in 0..<3 where world.shape.isNext(replica, after: made) {
        var (next, counts) = (fold, made)
        next.apply(world.changes[replica][made[replica]])
        counts[replica] += 1
        goOn(next, made: counts, order: order + [replica])
      }
    }
  }
}
