import SyncCore

/// The server-sent events of a feed as the Durable Streams protocol spells them (§5.7).
enum FeedEvent {
  /// Entries: the page as it is, on one line, for the one spelling holds no line break.
  static func data(_ page: [UInt8]) -> [UInt8] {
    Array("event: data\ndata: ".utf8) + page + Array("\n\n".utf8)
  }

  /// Where to go on from, after each data event and at the beginning.
  static func control(nextOffset: String, cursor: String, upToDate: Bool) -> [UInt8] {
    var members = [
      JSONMember("streamNextOffset", .string(nextOffset)), JSONMember("streamCursor", .string(cursor)),
    ]
    if upToDate { members.append(JSONMember("upToDate", .bool(true))) }
    return Array("event: control\ndata: ".utf8) + JSONWriter.bytes(.object(members)) + Array("\n\n".utf8)
  }

  /// A comment, which readers skip: tells both sides that the connection stands.
  static let heartbeat = Array(":\n\n".utf8)
}
