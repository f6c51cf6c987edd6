/// A set of changes by name, small where a replica's seqs are neighbours: one bit each, 64 to a word.
public struct ChangeSet: Hashable, Sendable {
  /// No word is zero: equal sets are equal tables.
  private var words: [ReplicaID: [Int: UInt64]] = [:]
  /// How many changes it holds.
  public private(set) var count = 0

  /// Holds nothing.
  public init() {}

  /// Takes in a change.
  /// - Returns: false when it was held already.
  @discardableResult
  public mutating func insert(_ change: ChangeID) -> Bool {
    guard Self.set(Self.bit(change), in: &words[change.replica, default: [:]][change.seq >> 6, default: 0]) else {
      return false
    }
    count += 1
    return true
  }

  /// Whether a change is held.
  public func contains(_ change: ChangeID) -> Bool {
    (words[change.replica]?[change.seq >> 6] ?? 0) & Self.bit(change) != 0
  }

  /// Whether all of another set is held.
  public func isSuperset(of other: ChangeSet) -> Bool { other.allSatisfy(contains) }

  /// What is held and not among others.
  public func subtracting(_ others: Set<ChangeID>) -> ChangeSet {
    var rest = ChangeSet()
    for change in self where !others.contains(change) { rest.insert(change) }
    return rest
  }

  private static func bit(_ change: ChangeID) -> UInt64 { 1 << UInt64(change.seq & 63) }

  private static func set(_ bit: UInt64, in word: inout UInt64) -> Bool {
    if word & bit != 0 { return false }
    word |= bit
    return true
  }
}

extension ChangeSet: Sequence {
  /// The changes, ascending by replica, then seq.
  public func makeIterator() -> IndexingIterator<[ChangeID]> {
    var changes: [ChangeID] = []
    changes.reserveCapacity(count)
    for (replica, words) in words.sorted(by: { $0.key < $1.key }) {
      for (place, word) in words.sorted(by: { $0.key < $1.key }) {
        for bit in 0..<64 where word & (1 << UInt64(bit)) != 0 {
          changes.append(ChangeID(replica: replica, seq: place << 6 | bit))
        }
      }
    }
    return changes.makeIterator()
  }

  /// How many there are, exactly.
  public var underestimatedCount: Int { count }
}

extension ChangeSet: ExpressibleByArrayLiteral {
  /// Holds the changes written, each once.
  public init(arrayLiteral changes: ChangeID...) {
    for change in changes { insert(change) }
  }
}
