/// One user intention: a few operations on one stream, applied together, never altered again (DESIGN §3–4).
public struct Change: Hashable, Sendable {
  /// Its name.
  public let id: ChangeID
  /// 128 random bits in 26 digits of base 32: keeps digests from betraying content.
  public let salt: String
  /// The writing device's wall clock, milliseconds since 1970 UTC: evidence and display order, nothing else.
  public let time: Int64
  /// The author.
  public let by: UserID
  /// The stream it belongs to.
  public let stream: StreamID
  /// Its steps, in order; one at least.
  public let operations: [Operation]
  /// The change whose content it re-issues after a fork, a quarantine or a refused settling.
  public let was: ChangeID?

  /// Creates a change.
  public init(
    id: ChangeID, salt: String, time: Int64, by: UserID, stream: StreamID, operations: [Operation],
    was: ChangeID? = nil
  ) {
    self.id = id
    self.salt = salt
    self.time = time
    self.by = by
    self.stream = stream
    self.operations = operations
    self.was = was
  }
}
