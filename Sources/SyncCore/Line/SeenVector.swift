/// What a writer had seen of one stream: for each replica, the last of its seqs there.
public struct SeenVector: Hashable, Sendable {
  /// The last seq seen of each replica; a replica nothing was seen of is absent.
  public private(set) var last: [ReplicaID: Int]

  /// Nothing seen.
  public init() { last = [:] }

  /// Takes over a table; entries below 1 are left out.
  public init(_ last: [ReplicaID: Int]) { self.last = last.filter { $0.value >= 1 } }

  /// Whether a change lies inside.
  public func contains(_ change: ChangeID) -> Bool { (last[change.replica] ?? 0) >= change.seq }

  /// Takes in a change and all its replica wrote before it.
  public mutating func insert(_ change: ChangeID) {
    last[change.replica] = max(last[change.replica] ?? 0, change.seq)
  }

  /// Takes in all of another vector.
  public mutating func formUnion(_ other: SeenVector) {
    last.merge(other.last, uniquingKeysWith: max)
  }

  /// Reads `{"<replica>":seq,…}` with ascending keys; nil for anything else.
  public init?(_ value: JSONValue) {
    guard let members = value.members, value.hasAscendingKeys else { return nil }
    var last: [ReplicaID: Int] = [:]
    for member in members {
      guard let replica = ReplicaID(member.key), let seq = member.value.number, seq >= 1 else { return nil }
      last[replica] = Int(seq)
    }
    self.last = last
  }

  /// The value `{"<replica>":seq,…}`.
  public var json: JSONValue {
    .object(
      last.sorted { $0.key < $1.key }.map { JSONMember($0.key.description, .integer(Int64($0.value))) })
  }
}
