/// The bounds of the exchange (law L12), in one file, each tested at the limit and one past it.
public enum ProtocolLimits {
  /// Lines of one push, voids included.
  public static let pushLinesMax = 500
  /// Decoded bytes of one push, header and seals included.
  public static let pushBytesMax = 1_048_576
  /// Entries of one page of the feed, whatever the client asks for.
  public static let pageEntriesMax = 2_000
  /// Bytes of lines after which a page ends even when entries are left.
  public static let pageBytesMax = 4_194_304
  /// Bytes of the exchange answer a client takes: a page, its receipts and one line over.
  public static let answerBytesMax = 8_388_608
  /// Characters of a bookmark.
  public static let bookmarkBytesMax = 65_536
  /// Characters of a refusal's detail.
  public static let refusalDetailBytesMax = 200
  /// Seconds a long-poll is held at most.
  public static let longPollSecondsMax = 25
  /// Held long-polls of one server.
  public static let longPollsMax = 2_000
  /// Seconds a join code is good for.
  public static let joinCodeSecondsMax = 900
  /// Wrong join codes answered per minute before the server says 429.
  public static let joinAttemptsPerMinuteMax = 10
  /// Bytes of a hand-over file.
  public static let handoverBytesMax = 67_108_864
  /// Exchange rounds of one sync before it gives up with what it has.
  public static let roundsMax = 1_000
}
