import SyncCore
import Testing

/// Tries the laws on one world, that is one set of changes.
struct WorldTrial {
  let changes: [Change]
  let entities: [EntityID]
  let fields: [(FieldName, MergeKind)]

  /// Fails the running test where the two merges differ.
  func judge() throws {
    let found = try disagreements()
    if !found.isEmpty { Issue.record("\(found.joined(separator: "\n"))\n\(description)") }
  }

  /// Fails the running test where an order of delivery leaves a trace.
  func judge(_ orders: [[Int]]) throws {
    let unstable = try unstableOrders(orders)
    if !unstable.isEmpty { Issue.record("orders \(unstable)\n\(description)") }
  }

  /// Where the two merges differ, in words.
  func disagreements() throws -> [String] {
    let naive = NaiveMerge(changes)
    let fold = try Samples.fold(changes)
    var found: [String] = []
    for entity in entities {
      let life = fold.life(of: entity)
      let expected: EntityLife =
        naive.isDeleted(entity)
        ? .deleted
        : naive.disputed(entity).isEmpty ? .standing : .disputed(deletions: naive.disputed(entity).sorted())
      if life != expected { found.append("life of \(entity): \(life), not \(expected)") }
      for (field, kind) in fields {
        let expected = naive.field(field, of: entity, kind: kind)
        let seen = NaiveMerge.Seen(fold.field(field, of: entity, schema: OneOfEach.table))
        if seen != expected { found.append("\(field) of \(entity): \(seen), not \(expected)") }
      }
    }
    return found
  }

  /// L2: the orders of delivery, each delivered twice over, that give another state.
  func unstableOrders(_ orders: [[Int]]) throws -> [[Int]] {
    let held = try Samples.fold(changes)
    let digest = held.stateDigest(schema: OneOfEach.table)
    var unstable: [[Int]] = []
    for (number, order) in orders.enumerated() {
      var fold = try Samples.fold(order.map { changes[$0] })
      for place in order.reversed() where fold.apply(changes[place]) { unstable.append(order) }
      if fold != held { unstable.append(order) }
      // Equal sets print equally whatever their tables went through: looked at on a part, since printing is dear.
      if number % 11 == 10 && fold.stateDigest(schema: OneOfEach.table) != digest { unstable.append(order) }
    }
    return unstable
  }

  static func orders(of count: Int) -> [[Int]] {
    guard count > 0 else { return [[]] }
    return orders(of: count - 1).flatMap { order in
      (0...order.count).map { place in Array(order[..<place]) + [count - 1] + Array(order[place...]) }
    }
  }

  /// The world in words, for a failure.
  var description: String {
    changes.map { JSONWriter.text(.array($0.operations.map(ChangeWriter.json))) + " by \($0.id) at \($0.time)" }
      .joined(separator: "\n")
  }
}
