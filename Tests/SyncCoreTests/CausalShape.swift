import SyncCore

/// Who wrote having seen what: a world of three replicas without its contents, up to renaming the replicas.
///
/// `all(of:)` gives every one of a size: each write may have seen any set of earlier writes closed under what their
/// writers had seen.
struct CausalShape: Hashable {
  /// For each replica its writes in order; for each write how many writes of each replica its writer had seen, its own
  /// earlier ones included.
  private(set) var seen: [[[Int]]] = [[], [], []]

  var count: Int { seen[0].count + seen[1].count + seen[2].count }

  /// Every shape of a size, each once.
  static func all(of count: Int) -> [CausalShape] {
    var level: Set<CausalShape> = [CausalShape()]
    for _ in 0..<count { level = Set(level.flatMap(\.oneLarger)) }
    return level.sorted { $0.key.lexicographicallyPrecedes($1.key) }
  }

  /// The shapes with one more write.
  private var oneLarger: [CausalShape] {
    (0..<3).flatMap { writer in
      var vectors = [[]] as [[Int]]
      for replica in 0..<3 {
        let least = replica == writer ? seen[writer].count : seen[writer].last?[replica] ?? 0
        vectors = vectors.flatMap { held in (least...seen[replica].count).map { held + [$0] } }
      }
      return vectors.filter(isClosed).map { vector in
        var shape = self
        shape.seen[writer].append(vector)
        return shape.renamed
      }
    }
  }

  private func isClosed(_ vector: [Int]) -> Bool {
    (0..<3).allSatisfy { replica in
      guard vector[replica] > 0 else { return true }
      return zip(seen[replica][vector[replica] - 1], vector).allSatisfy { $0 <= $1 }
    }
  }

  /// The shape in which each replica writes so often, and sees nothing but what it wrote itself.
  static func blind(_ counts: [Int]) -> CausalShape {
    CausalShape(
      seen: (0..<3).map { replica in
        (0..<counts[replica]).map { written in (0..<3).map { $0 == replica ? written : 0 } }
      })
  }

  /// The changes, in the order of making, by the replica each of the three is.
  func ids(names: [Int]) -> [ChangeID] {
    var made = [0, 0, 0]
    return someOrder.map { replica in
      made[replica] += 1
      return Samples.id(names[replica], made[replica])
    }
  }

  private var key: [Int] { seen.flatMap { [$0.count] + $0.joined() } }

  static let renamings = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]

  /// The one of the six renamings all six share.
  private var renamed: CausalShape {
    let candidates = Self.renamings.map { names in
      CausalShape(seen: names.map { replica in seen[replica].map { vector in names.map { vector[$0] } } })
    }
    return candidates.min { $0.key.lexicographicallyPrecedes($1.key) } ?? self
  }

  /// One order in which the writes can have been made, as replicas.
  var someOrder: [Int] {
    var (order, made) = ([Int](), [0, 0, 0])
    while order.count < count {
      guard let next = (0..<3).first(where: { isNext($0, after: made) }) else { break }
      made[next] += 1
      order.append(next)
    }
    return order
  }

  /// Whether a replica's next write may come when so many of each are there.
  func isNext(_ replica: Int, after made: [Int]) -> Bool {
    made[replica] < seen[replica].count && zip(seen[replica][made[replica]], made).allSatisfy { $0 <= $1 }
  }
}
