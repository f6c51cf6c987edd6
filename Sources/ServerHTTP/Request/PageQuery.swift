import Hummingbird
import HummingbirdCore
import ServerCore
import SyncProtocol

/// The query of a feed: `offset`, `limit`, `kinds`, `live`, `cursor`, each at most once; others are ignored.
struct PageQuery: Sendable, Equatable {
  /// How a feed is read beyond its end.
  enum Live: String, Sendable {
    /// Not at all: a page.
    case never
    /// Held until there is something.
    case longPoll = "long-poll"
    /// Events while the connection lasts.
    case events = "sse"
  }

  /// Where the page begins; nil for the beginning, which Durable Streams also spells `-1`.
  var offset: String?
  /// Entries wanted at most, 1…`ProtocolLimits.pageEntriesMax`; nil for the server's own choice.
  var limit: Int?
  /// What is asked for; nil for everything.
  var kinds: FeedKinds?
  /// Whether and how the answer waits for what is to come.
  var live: Live
  /// The cursor of the answer before, as it was echoed.
  var cursor: Int64?

  /// Reads the query.
  ///
  /// - Throws: `Problem` `malformed` for a name given twice, a limit or cursor that is no such number, a `live` other
  ///   than `long-poll` and `sse`, `live` without `offset`, and kinds that `FeedKinds` does not take.
  init(_ uri: URI) throws {
    func value(_ name: String) throws -> String? {
      let values = uri.queryParameters.getAll(name)
      guard values.count < 2 else { throw Problem(.malformed, detail: "“\(name)” stands twice in the query.") }
      return values.first.map { String($0) }
    }
    func digits(_ text: String, _ name: String, _ range: ClosedRange<Int64>) throws -> Int64 {
      guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int64(text), range.contains(number)
      else {
        throw Problem(
          .malformed, detail: "“\(name)” must be a whole number from \(range.lowerBound) to \(range.upperBound).")
      }
      return number
    }
    let given = try value("offset")
    guard (given?.utf8.count ?? 1) >= 1, (given?.utf8.count ?? 0) <= ProtocolLimits.bookmarkBytesMax else {
      throw Problem(.malformed, detail: "“offset” must hold 1 to \(ProtocolLimits.bookmarkBytesMax) bytes.")
    }
    offset = given == "-1" ? nil : given
    limit = try value("limit").map { Int(try digits($0, "limit", 1...Int64(ProtocolLimits.pageEntriesMax))) }
    cursor = try value("cursor").map { try digits($0, "cursor", 0...StreamCursor.echoMax) }
    kinds = try value("kinds").map { try FeedKinds($0) }
    guard let mode = try value("live") else {
      live = .never
      return
    }
    guard let wanted = Live(rawValue: mode), wanted != .never else {
      throw Problem(.malformed, detail: "“live” must be “long-poll” or “sse”.")
    }
    guard given != nil else {
      throw Problem(.malformed, detail: "“live” needs an “offset”: the Stream-Next-Offset of a page, -1 or now.")
    }
    live = wanted
  }
}
