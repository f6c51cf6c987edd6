/// The media types and headers of the protocol.
public enum MediaType {
  /// The exchange, both ways.
  public static let ndjson = "application/x-ndjson"
  /// Joins and feeds.
  public static let json = "application/json"
}

/// Paths of the protocol below the server's base address.
public enum ProtocolPath {
  /// Push and pull.
  public static let exchange = "/v1/exchange"
  /// Joining a device.
  public static let devices = "/v1/devices"
  /// The caller's whole scope as one feed.
  public static let feed = "/v1/feed"
  /// One stream's feed, followed by `/` and the stream.
  public static let streams = "/v1/streams"
}
