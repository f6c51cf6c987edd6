public import SyncCore
public import SyncProtocol

/// What one answer of the server changed here.
public struct AbsorbReport: Sendable, Equatable {
  /// How an answer without a page ended.
  public enum Interruption: Sendable, Equatable {
    /// The push must start at this seq.
    case gap(expected: Int)
    /// The server knows more of this replica than it wrote.
    case regressed(seq: Int)
    /// The server holds another line at this seq.
    case forked(seq: Int)
  }

  /// An own line the server refused for good.
  public struct Refused: Sendable, Equatable {
    /// The line.
    public let id: ChangeID
    /// Its stream.
    public let stream: StreamID
    /// Why.
    public let code: RefusalCode
    /// The spot, never a value.
    public let detail: String
  }

  /// A stream that left the scope and was purged.
  public struct Left: Sendable, Equatable {
    /// The stream.
    public let stream: StreamID
    /// Own lines of it without an answer: kept in quarantine here, and still sent, for the office to see.
    public let unsent: Int
  }

  /// Own lines newly accepted.
  public var accepted = 0
  /// Own lines newly refused.
  public var refused: [Refused] = []
  /// Receipts in the answer, repeated ones included.
  public var receipts = 0
  /// Lines of others newly stored.
  public var received = 0
  /// Streams newly in scope.
  public var entered: [StreamID] = []
  /// Streams purged.
  public var left: [Left] = []
  /// What does not hold together, newly found.
  public var faults: [StoreFault] = []
  /// Seals that wait for a device key.
  public var unverifiedSeals = 0
  /// How the answer ended when it was no page.
  public var interruption: Interruption?
  /// What is left on the server after this page; nil when nothing is.
  public var rest: ExchangeEnd.Rest?
  /// Streams that are whole from now on: shown, and open to writing.
  public var whole: [StreamID] = []
  /// Whether the server came back rewound and waits for what devices hold.
  public var isRecovering = false
  /// Whether what is held was not given back yet to a server that came back rewound.
  public var owesGiveBack = false
  /// Streams whose set digest equals the server's.
  public var equal: [StreamID] = []
  /// Streams whose set digest differs: to be fetched anew.
  public var different: [StreamID] = []
  /// Own lines still without an answer.
  public var outbox = 0

  /// Whether entries are left on the server.
  public var more: Bool { rest != nil }
}
