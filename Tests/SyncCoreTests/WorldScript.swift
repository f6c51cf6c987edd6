import SyncCore
import Testing

/// Writes a world step by step: who writes, how much of what exists they had seen, and what they do with it.
///
/// The heads a writer names come from the naive merge of what they had seen, as a screen would hand them out.
struct WorldScript {
  private(set) var changes: [Change] = []
  private var lastSeq: [Int: Int] = [:]
  private var viewed: [Int: Set<ChangeID>] = [:]

  /// - Parameters:
  ///   - prefix: how many of the changes so far the writer receives before writing, beyond what they had.
  ///   - time: the writer's clock.
  ///   - body: gets the naive merge of what the writer sees, and their seen vector; answers the steps.
  mutating func write(
    by replica: Int, receiving prefix: Int, time: Int64,
    _ body: (NaiveMerge, SeenVector) throws -> [SyncCore.Operation]
  ) throws {
    let seen = (viewed[replica] ?? []).union(changes.prefix(prefix).map(\.id))
    var vector = SeenVector()
    for id in seen { vector.insert(id) }
    let operations = try body(NaiveMerge(changes.filter { seen.contains($0.id) }), vector)
    let seq = (lastSeq[replica] ?? 0) + 1
    let change = try Samples.change(replica, seq, time: time, operations)
    lastSeq[replica] = seq
    viewed[replica] = seen.union([change.id])
    changes.append(change)
  }

  /// Who writes each step of a world of three replicas, up to renaming them.
  static func casts(of count: Int) -> [[Int]] {
    var casts: [[Int]] = [[]]
    for _ in 0..<count {
      casts = casts.flatMap { cast in (1...min(3, (cast.max() ?? 0) + 1)).map { cast + [$0] } }
    }
    return casts
  }

  /// How much each step of a world receives: any prefix of what exists.
  static func prefixes(of count: Int) -> [[Int]] {
    var prefixes: [[Int]] = [[]]
    for place in 0..<count { prefixes = prefixes.flatMap { held in (0...place).map { held + [$0] } } }
    return prefixes
  }
}
