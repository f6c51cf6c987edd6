import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore
import ServerCore
import ServiceLifecycle

/// One connection of server-sent events: entries as they are committed, until its time is over, the server stops, the
/// caller may see the feed no longer, or it goes.
///
/// Each write waits until the one before was taken, so that memory holds one batch a connection whatever the reader does;
/// one who reads nothing is cut by `ConnectionGuard` after `HTTPLimits.eventCutTime`.
struct FeedEventStream: Sendable {
  /// Bytes handed to the connection at once.
  static let sliceBytesMax = 65_536

  let follower: FeedFollower
  let hub: LongPollHub
  /// The log's last position before the first page was read.
  let position: Int
  let limits: HTTPLimits
  let clock: any Clock<Duration>
  /// The next cursor, after the one given.
  let cursor: @Sendable (_ echoed: Int64?) -> Int64
  let echoed: Int64?

  /// Writes events until the end.
  func write(to writer: inout any ResponseBodyWriter) async throws { try await write(to: &writer, by: clock) }

  private func write<Waits: Clock>(
    to writer: inout any ResponseBodyWriter, by clock: Waits
  ) async throws where Waits.Duration == Duration {
    let end = clock.now.advanced(by: limits.eventStreamTime)
    var (seen, told) = (position, echoed)
    var page = await follower.last
    try await write(page, to: &writer, &told)
    while !Task.isShuttingDownGracefully {
      let left = clock.now.duration(to: end)
      guard left > .zero else { return }
      guard page.upToDate else {
        page = try await follower.onwards()
        try await write(page, to: &writer, &told)
        continue
      }
      let outcome = try await hub.wait(beyond: seen, for: min(left, limits.eventHeartbeatTime)) {
        // The position known before reading: what is committed meanwhile is looked for once more.
        let position = await hub.lastPosition
        return try await follower.next().map { (page: $0, position: position) }
      }
      switch outcome {
      case .found(let news):
        (page, seen) = news
        try await write(page, to: &writer, &told)
      case .nothing:
        guard clock.now.duration(to: end) > .zero, !Task.isShuttingDownGracefully else { return }
        try await writer.write(ByteBuffer(bytes: FeedEvent.heartbeat))
      case .full: return
      }
    }
  }

  /// One batch: its entries, if there are any, and where to go on.
  private func write(_ page: FeedPage, to writer: inout any ResponseBodyWriter, _ told: inout Int64?) async throws {
    let next = cursor(told)
    told = next
    let control = FeedEvent.control(nextOffset: page.nextOffset, cursor: String(next), upToDate: page.upToDate)
    let bytes = page.isEmpty ? control : FeedEvent.data(page.body) + control
    for start in stride(from: 0, to: bytes.count, by: Self.sliceBytesMax) {
      try await writer.write(ByteBuffer(bytes: bytes[start..<min(bytes.count, start + Self.sliceBytesMax)]))
    }
  }
}
