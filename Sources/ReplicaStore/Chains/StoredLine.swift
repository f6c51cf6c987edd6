public import SyncCore

/// A line as the store holds it, with what became of it.
public struct StoredLine: Sendable, Equatable {
  /// What became of a line.
  public enum Standing: Sendable, Equatable {
    /// In the server's log at this position, received there at this moment (milliseconds since 1970 UTC; nil for the
    /// device's own lines, whose receipts do not say).
    case accepted(position: Int, received: Int64?)
    /// Not yet answered: the device's own in the outbox, or another's that came in a hand-over file.
    case pending
    /// Refused for good; in nobody's set. `detail` names the spot, never a value.
    case refused(code: String, detail: String)
  }

  /// The line.
  public let line: ChangeLine
  /// Whether this device wrote it.
  public let isOwn: Bool
  /// What became of it.
  public let standing: Standing
}

/// A line of this device that is in nobody's set and waits for a person.
public struct QuarantinedLine: Sendable, Equatable {
  /// Why it waits.
  public enum Reason: Sendable, Equatable {
    /// The server refused it; `detail` names the spot, never a value.
    case refused(code: String, detail: String)
    /// The stream left this device's scope before the line was sent; it still goes to the server's quarantine.
    case scopeLeft
  }

  /// The line.
  public let line: ChangeLine
  /// Why it waits.
  public let reason: Reason
}
