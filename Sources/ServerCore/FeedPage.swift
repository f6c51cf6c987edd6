/// One answer of a feed: a JSON array of frames as they are stored, and where to go on.
public struct FeedPage: Sendable, Equatable {
  /// The array, `[` and `]` included.
  public let body: [UInt8]
  /// The offset the next read begins at; opaque.
  public let nextOffset: String
  /// Whether the page ends where the log ends.
  public let upToDate: Bool
  /// The entity tag, quotes included: the same for the same entries of the same asker's view.
  public let etag: String

  /// Puts a page together.
  public init(body: [UInt8], nextOffset: String, upToDate: Bool, etag: String) {
    self.body = body
    self.nextOffset = nextOffset
    self.upToDate = upToDate
    self.etag = etag
  }
}
