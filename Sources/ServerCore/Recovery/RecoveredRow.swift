public import SyncCore

/// An entry that came back from a device after the server had lost it: listed for a person, and kept.
public struct RecoveredRow: Sendable, Equatable {
  /// Where it stands in the log now; the rows are found by it.
  public let position: Int
  /// The life of the log it came back into.
  public let epoch: Int
  /// Its stream.
  public let stream: StreamID
  /// The change.
  public let id: ChangeID
  /// Who wrote it; nil where only its digest came back.
  public let author: UserID?
  /// The replica of the device that gave it back.
  public let givenBy: ReplicaID
  /// When, milliseconds since 1970 UTC.
  public let received: Int64

  /// Takes over a stored row.
  public init(
    position: Int, epoch: Int, stream: StreamID, id: ChangeID, author: UserID?, givenBy: ReplicaID, received: Int64
  ) {
    self.position = position
    self.epoch = epoch
    self.stream = stream
    self.id = id
    self.author = author
    self.givenBy = givenBy
    self.received = received
  }
}
