import HTTPTypes
import Hummingbird
import HummingbirdCore
import SyncProtocol

/// `GET /v1/feed`: the caller's whole scope as one feed, in the order of the log.
///
/// - Who: a device that shows its bearer token; asked again each time a held request looks.
/// - Query: `offset` (opaque, names the scope it was made under; left out or `-1` for the beginning), `limit`
///   (1…`ProtocolLimits.pageEntriesMax`), `kinds` (`FeedKinds`), `live=long-poll` or `live=sse` with
///   `offset` and the echoed `cursor`.
/// - 200: a JSON array, `no-store`, with `Stream-Next-Offset`, `Stream-Up-To-Date` at the end, `Stream-Cursor` when live.
/// - 200 with `live=sse`: `text/event-stream`, `data` and `control` events, at most
///   `ProtocolLimits.eventStreamSecondsMax` seconds; ends when the feed may be read no longer.
/// - 204: a long-poll that ended without news (at most `ProtocolLimits.longPollSecondsMax` seconds, or the server
///   stops), with the same headers.
/// - 400 `malformed`; 401 `unauthenticated`; 410 `bookmark-gone`: the scope is another one, start over; 429, 503.
struct FeedEndpoint<Core: SyncService>: Sendable {
  let core: Core
  let pages: PageResponder<Core>

  var endpoint: Endpoint {
    Endpoint(method: .get, path: ProtocolPath.feed) { request, _ in
      try await pages.respond(to: request, caching: .never) { caller, query in
        await core.feed(offset: query.offset, limit: query.limit, kinds: query.kinds, as: caller)
      }
    }
  }
}
