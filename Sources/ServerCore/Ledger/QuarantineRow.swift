public import SyncCore
public import SyncProtocol

/// A line the server may not admit, kept whole for a person.
public struct QuarantineRow: Sendable, Equatable {
  /// Its row number, in order of arrival; 0 before it is stored.
  public var number: Int
  /// The place it had in its replica's push.
  public let id: ChangeID
  /// Who pushed it.
  public let user: UserID
  /// When, milliseconds since 1970 UTC.
  public let received: Int64
  /// Why it was not admitted.
  public let code: RefusalCode
  /// The spot, never a value.
  public let detail: String
  /// The stream it names, where that can be read.
  public let stream: StreamID?
  /// The bytes as received.
  public let bytes: [UInt8]

  /// Takes over a stored row.
  public init(
    number: Int = 0, id: ChangeID, user: UserID, received: Int64, code: RefusalCode, detail: String,
    stream: StreamID?, bytes: [UInt8]
  ) {
    self.number = number
    self.id = id
    self.user = user
    self.received = received
    self.code = code
    self.detail = detail
    self.stream = stream
    self.bytes = bytes
  }
}
