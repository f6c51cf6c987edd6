public import SyncCore

/// The end of one replica's chain in a stream, refused lines counted, and how far of it is accepted.
public struct ChainState: Sendable, Equatable {
  /// The last seq of the chain, accepted or refused; 0 before the first.
  public var seq: Int
  /// The link there.
  public var link: Link
  /// The last accepted seq: the replica's tip in the stream's frontier; 0 when none.
  public var acceptedSeq: Int
  /// The link at the last accepted seq.
  public var acceptedLink: Link

  /// Takes over a stored end.
  public init(seq: Int, link: Link, acceptedSeq: Int, acceptedLink: Link) {
    self.seq = seq
    self.link = link
    self.acceptedSeq = acceptedSeq
    self.acceptedLink = acceptedLink
  }

  /// The chain before its first line.
  public init(origin: Link) { self.init(seq: 0, link: origin, acceptedSeq: 0, acceptedLink: origin) }

  /// Takes in one more line.
  public mutating func advance(seq: Int, line: Digest, isAccepted: Bool) {
    link = link.next(seq: seq, line: line)
    self.seq = seq
    if isAccepted { (acceptedSeq, acceptedLink) = (seq, link) }
  }
}

extension Frontier {
  /// The frontier that chains make: the replicas with an accepted line.
  public init(chains: [ReplicaID: ChainState]) {
    self.init(
      tips: chains.filter { $0.value.acceptedSeq > 0 }
        .mapValues { Tip(seq: $0.acceptedSeq, link: $0.acceptedLink) })
  }
}
