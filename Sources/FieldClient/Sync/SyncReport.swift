public import ReplicaStore
public import SyncCore
public import SyncProtocol

/// What one sync did.
public struct SyncReport: Sendable, Equatable {
  /// An own line the server refused for good.
  public struct Refused: Sendable, Equatable {
    /// The line.
    public let id: ChangeID
    /// Its stream.
    public let stream: StreamID
    /// The stable code.
    public let code: String
    /// The spot, never a value.
    public let detail: String
  }

  /// How it ended.
  public var end = SyncEnd.interrupted
  /// Items sent, each counted once per sending.
  public var pushed = 0
  /// Own lines newly accepted.
  public var accepted = 0
  /// Own lines newly refused.
  public var refused: [Refused] = []
  /// Lines of others newly stored.
  public var received = 0
  /// Streams newly in scope.
  public var entered: [StreamID] = []
  /// Streams that became whole: shown, and open to writing, while others may still be on their way.
  public var whole: [StreamID] = []
  /// What the server said was left after the last page; nil when nothing was.
  public var rest: ExchangeEnd.Rest?
  /// Streams purged, with the number of own lines kept in quarantine.
  public var left: [AbsorbReport.Left] = []
  /// Exchanges sent again after a cut, a stall or a refusal for now.
  public var retries = 0
  /// Exchanges sent.
  public var rounds = 0
  /// Bytes of bodies sent, before content coding.
  public var bytesUp = 0
  /// Bytes of bodies received, as they crossed the wire.
  public var bytesDown = 0
  /// Streams whose set was proved equal to the server's at the end.
  public var equal: Set<StreamID> = []
  /// Streams whose set differs from the server's still.
  public var different: Set<StreamID> = []
  /// Streams fetched anew because their set differed.
  public var refetched: [StreamID] = []
  /// What does not hold together.
  public var faults: [StoreFault] = []
  /// Seals that wait for a device key.
  public var unverifiedSeals = 0
  /// Own lines without an answer.
  public var outbox = 0
  /// Own lines held back until the lines they rest on have come to the server.
  public var heldBack = 0
  /// The replicas the held back lines wait for.
  public var waitingFor: [ReplicaID] = []
  /// The new replica, when another copy of this store had written under the old one.
  public var newReplica: NewReplicaReport?
  /// Lines given back to a server that had lost them.
  public var givenBack = 0
  /// Lines given back that the server could not admit and kept for a person.
  public var givenAside = 0
  /// This device's clock minus the server's, milliseconds; nil when no page came.
  public var clockOffsetMilliseconds: Int64?

  /// The report of a sync that has done nothing yet.
  public init() {}

  /// True when nothing is left to send or to receive and every set compared is equal.
  public var isComplete: Bool { end == .complete && different.isEmpty }
}
