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
  /// Seconds one connection of server-sent events lasts at most.
  public static let eventStreamSecondsMax = 50
  /// Seconds of silence after which such a connection is told that it still stands.
  public static let eventHeartbeatSecondsMax = 15
  /// Connections of server-sent events of one server.
  public static let eventStreamsMax = 500
  /// Connections of server-sent events of one device.
  public static let eventStreamsPerDeviceMax = 8
  /// Entries of one event.
  public static let eventEntriesMax = 100
  /// Kinds one reader of a feed may name.
  public static let feedKindsMax = 16
  /// Seconds a join code is good for.
  public static let joinCodeSecondsMax = 900
  /// Wrong join codes answered per minute before the server says 429.
  public static let joinAttemptsPerMinuteMax = 10
  /// Seconds an assertion is good for, by its own two times.
  public static let assertionSecondsMax = 600
  /// Seconds a token is good for.
  public static let tokenSecondsMax = 600
  /// Seconds the nonce of a challenge is good for.
  public static let nonceSecondsMax = 300
  /// Bytes of a token request.
  public static let tokenRequestBytesMax = 4_096
  /// Bytes of a token.
  public static let tokenBytesMax = 1_024
  /// Bytes of an idempotency key.
  public static let idempotencyKeyBytesMax = 64
  /// Bytes of a hand-over file.
  public static let handoverBytesMax = 67_108_864
  /// Decoded bytes of one recovery request: what one seal covers goes in one body, so more than a push.
  public static let recoveryBytesMax = 2_097_152
  /// Bytes at which a device ends a recovery request where a seal allows it.
  public static let recoveryBytesWanted = 1_048_576
  /// Entries of one recovery request.
  public static let recoveryEntriesMax = 10_000
  /// Exchange rounds of one sync before it gives up with what it has.
  public static let roundsMax = 1_000
}
