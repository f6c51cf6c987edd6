/// How far one set of a stream's changes goes: for each replica its last accepted seq there, and its link.
///
/// One idea for many uses: what someone had seen, completeness, and equality of two sets by `setDigest`.
public struct Frontier: Hashable, Sendable {
  /// The end of one replica's chain.
  public struct Tip: Hashable, Sendable {
    /// The last accepted seq.
    public let seq: Int
    /// The link at that seq.
    public let link: Link

    /// Pairs a seq with its link.
    public init(seq: Int, link: Link) {
      self.seq = seq
      self.link = link
    }
  }

  /// The tip of each replica that has an accepted change in the stream.
  public private(set) var tips: [ReplicaID: Tip]

  /// An empty stream.
  public init() { tips = [:] }

  /// Takes over stored tips.
  public init(tips: [ReplicaID: Tip]) { self.tips = tips }

  /// Moves one replica's tip.
  public mutating func advance(_ replica: ReplicaID, to tip: Tip) { tips[replica] = tip }

  /// What someone who holds this set has seen.
  public var seen: SeenVector { SeenVector(tips.mapValues(\.seq)) }

  /// SHA-256 over the ascending lines `replica:seq:link\n`: equal digests, equal sets.
  public var setDigest: Digest {
    var content: [UInt8] = []
    for (replica, tip) in tips.sorted(by: { $0.key < $1.key }) {
      content.append(contentsOf: "\(replica):\(tip.seq):\(tip.link)\n".utf8)
    }
    return Digest(of: content)
  }
}
