/// The media types and headers of the protocol.
public enum MediaType {
  /// The exchange, both ways.
  public static let ndjson = "application/x-ndjson"
  /// Joins and feeds.
  public static let json = "application/json"
  /// Token requests.
  public static let form = "application/x-www-form-urlencoded"
  /// Feeds with `live=sse`.
  public static let events = "text/event-stream"
}

/// Paths of the protocol below the server's base address.
public enum ProtocolPath {
  /// What this server serves.
  public static let versions = "/v1"
  /// The limits of the protocol.
  public static let limits = "/v1/limits"
  /// Push and pull.
  public static let exchange = "/v1/exchange"
  /// Giving back what a restored server lost, and delivering a lost device's work.
  public static let recovery = "/v1/recovery"
  /// Joining a device.
  public static let devices = "/v1/devices"
  /// A token for an assertion.
  public static let token = "/v1/token"
  /// Another key for a device.
  public static let keys = "/v1/keys"
  /// The caller's whole scope as one feed.
  public static let feed = "/v1/feed"
  /// One stream's feed, followed by `/` and the stream.
  public static let streams = "/v1/streams"
  /// One stream's state: `streams`, the stream, and this.
  public static let stateSuffix = "/state"
}
