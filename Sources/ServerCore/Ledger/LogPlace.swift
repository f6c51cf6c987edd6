public import SyncCore

/// Where an entry of the log stands and what it is about, without its frame.
public struct LogPlace: Sendable, Equatable {
  /// Its place in the log.
  public let position: Int
  /// The stream it belongs to.
  public let stream: StreamID
  /// What it holds.
  public let kind: LogRecord.Kind
  /// The change it holds, skips or seals through.
  public let id: ChangeID

  /// Takes over a stored place.
  public init(position: Int, stream: StreamID, kind: LogRecord.Kind, id: ChangeID) {
    self.position = position
    self.stream = stream
    self.kind = kind
    self.id = id
  }
}
