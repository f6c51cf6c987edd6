/// A server that came back rewound and waits for what its devices hold (DESIGN §8).
public struct RecoveryState: Sendable, Equatable {
  /// How it came to be rewound.
  public enum Cause: String, Sendable {
    /// An administrator restored a backup.
    case restored
    /// A bookmark of ours lay beyond our log, or beside it: a file was copied back without `restore`.
    case noticed
  }

  /// How it came to be.
  public let cause: Cause
  /// Since when, milliseconds since 1970 UTC.
  public let since: Int64
  /// The last position that was not lost.
  public let from: Int

  /// Takes over a stored state.
  public init(cause: Cause, since: Int64, from: Int) {
    self.cause = cause
    self.since = since
    self.from = from
  }
}
