public import SyncCore
public import SyncProtocol

/// One push as it goes to the server, with what stays behind.
public struct PushBatch: Sendable, Equatable {
  /// The request: header, lines and seals.
  public let request: ExchangeRequest
  /// Own lines without an answer that are not in this batch but may go in a next one.
  public let remaining: Int
  /// Own lines held back, from the first one on that rests on another device's line no server has placed yet.
  public let heldBack: Int
  /// The replicas whose lines the held back ones wait for.
  public let waitingFor: [ReplicaID]

  /// The seqs pushed.
  public var seqs: Range<Int> { request.header.from..<(request.header.from + request.items.count) }
}
