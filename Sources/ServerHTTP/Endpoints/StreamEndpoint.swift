import HTTPTypes
import Hummingbird
import HummingbirdCore
import SyncProtocol

/// `GET /v1/streams/{stream}`: one stream's entries, the read half of Durable Streams.
///
/// - Who: a device that shows its bearer token and has the stream in its scope; asked again each time a held request
///   looks, and at each use of a cached page.
/// - Query: `offset` (left out or `-1` for the beginning), `limit` (1…`ProtocolLimits.pageEntriesMax`),
///   `kinds` (`FeedKinds`), `live=long-poll` or `live=sse` with `offset` and the echoed `cursor`.
/// - 200: a JSON array, `private, no-cache`, with `ETag`, `Stream-Next-Offset`, `Stream-Up-To-Date: true` at the end,
///   `Stream-Cursor` when live.
/// - 200 with `live=sse`: `text/event-stream`, `no-store`, as for the feed.
/// - 204: a long-poll that ended without news (at most `ProtocolLimits.longPollSecondsMax` seconds, or the server
///   stops), with the same headers.
/// - 304: `If-None-Match` names the page's `ETag` (not for long-polls).
/// - 400 `malformed`; 401 `unauthenticated`; 404 `not-found`: no such stream, or not for this caller; 410
///   `bookmark-gone`; 429; 503 `unavailable`, also when as many long-polls are held as may be, with `Retry-After`.
struct StreamEndpoint<Core: SyncService>: Sendable {
  let core: Core
  let pages: PageResponder<Core>

  var endpoint: Endpoint {
    Endpoint(method: .get, path: ProtocolPath.streams + "/{stream}") { request, context in
      let name = try context.parameters.require("stream")
      return try await pages.respond(to: request, caching: .revalidated) { caller, query in
        await core.stream(name, offset: query.offset, limit: query.limit, kinds: query.kinds, as: caller)
      }
    }
  }
}
