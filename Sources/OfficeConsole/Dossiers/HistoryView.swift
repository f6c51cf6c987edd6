import ServerCore
import SyncCore

/// A page of what was said in one stream, the newest first.
struct HistoryView: Sendable {
  let stream: StreamID
  let lines: [Arrival]
  /// Whether newer lines stand before these.
  let isOlder: Bool
  /// The position the next page begins before; nil at the beginning of the stream.
  let next: Int?
  static let pageSize = 30

  init(_ stream: StreamID, _ reading: ConsoleReading, before: Int?) throws {
    self.stream = stream
    // One more than is shown tells whether there is another page.
    let found = try reading.history(of: stream, before: before, limit: Self.pageSize + 1)
    lines = Array(found.prefix(Self.pageSize))
    isOlder = before != nil
    next = found.count > Self.pageSize ? lines.last?.position : nil
  }
}

/// Where a reader went on in a history: `?before=POSITION&of=STREAM`.
struct HistoryPlace: Sendable {
  let stream: StreamID
  let before: Int
}
