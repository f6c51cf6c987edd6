public import SyncCore

/// A stream with its first and last place in the log.
public struct StreamRecord: Sendable, Equatable {
  /// The stream.
  public let stream: StreamID
  /// The position of its first entry, which numbers it for ever.
  public let first: Int
  /// The position of its last entry.
  public var last: Int

  /// Takes over the stored places.
  public init(stream: StreamID, first: Int, last: Int) {
    self.stream = stream
    self.first = first
    self.last = last
  }
}
