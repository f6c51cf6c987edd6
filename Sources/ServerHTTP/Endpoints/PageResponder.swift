import HTTPTypes
import Hummingbird
import HummingbirdCore
import ServerCore
import SyncProtocol

/// What both feeds share: authentication, the query, caching, long-polls, events and the headers of Durable Streams.
struct PageResponder<Core: SyncService>: Sendable {
  /// What a cache may do with a page.
  enum Caching { case never, revalidated }

  let core: Core
  let hub: LongPollHub
  let events: HeldPlaces<Core.Caller>
  let clock: any ServerClock
  let waits: any Clock<Duration>
  let limits: HTTPLimits

  func respond(
    to request: Request, caching: Caching,
    read: @escaping @Sendable (Core.Caller, PageQuery) async -> Result<FeedPage, Problem>
  ) async throws -> Response {
    let authorization = request.headers[.authorization]
    let core = core
    let asker = try await core.authenticate(authorization: authorization).get()
    var query = try PageQuery(request.uri)
    if query.live == .events {
      query.limit = min(query.limit ?? .max, ProtocolLimits.eventEntriesMax)
    }
    let asked = query
    // Each look asks anew who the caller is and what it may see: a device can be revoked while it waits.
    @Sendable func look(_ offset: String?) async throws -> FeedPage {
      var query = asked
      query.offset = offset
      let caller = try await core.authenticate(authorization: authorization).get()
      return try await read(caller, query).get()
    }
    let position = await core.lastPosition()
    let page = try await look(asked.offset)
    // From here on it is news after this page that count: an offset such as `now` moves with the log.
    let follower = FeedFollower(after: page, read: look)
    switch asked.live {
    case .never: return catchUp(page, caching, request.headers, ifNoneMatch: request.headers[.ifNoneMatch])
    case .longPoll: return try await poll(follower, position, asked, caching, request.headers)
    case .events: return try events(follower, position, asked, asker, request)
    }
  }

  private func poll(
    _ follower: FeedFollower, _ position: Int, _ query: PageQuery, _ caching: Caching, _ asked: HTTPFields
  ) async throws -> Response {
    var page = await follower.last
    if page.isEmpty, !page.upToDate { page = try await follower.onwards() }
    guard page.isEmpty else { return live(page, query, caching, asked) }
    switch try await hub.hold(beyond: position, for: limits.longPollTime, look: { try await follower.next() }) {
    case .found(let page): return live(page, query, caching, asked)
    case .nothing: return live(await follower.last, query, caching, asked)
    case .full: throw Problem(.unavailable, detail: "As many long-polls are held as may be. Ask again in a moment.")
    }
  }

  private func events(
    _ follower: FeedFollower, _ position: Int, _ query: PageQuery, _ asker: Core.Caller, _ request: Request
  ) throws -> Response {
    let place: HeldPlaces<Core.Caller>.Place
    do throws(HeldPlaces<Core.Caller>.Refusal) {
      place = try events.take(asker)
    } catch {
      switch error {
      case .full:
        throw Problem(.unavailable, detail: "As many connections of events are held as may be. Ask again in a moment.")
      case .callerFull:
        throw Problem(
          .tooManyRequests,
          detail: "This device holds \(limits.eventStreamsPerDeviceMax) connections of events already. Close one.")
      }
    }
    let clock = clock
    let stream = FeedEventStream(
      follower: follower, hub: hub, position: position, limits: limits, clock: waits,
      cursor: { StreamCursor.next(nowMilliseconds: clock.now(), echoed: $0) }, echoed: query.cursor)
    return Response(
      status: .ok, headers: [.contentType: MediaType.events, .cacheControl: "no-store"],
      body: ResponseBody { writer in
        defer { withExtendedLifetime(place) {} }
        do {
          // The reader closing its end is seen here at once, not at the next write (PLATFORM §5).
          try await request.body.consumeWithCancellationOnInboundClose { _ in try await stream.write(to: &writer) }
        } catch is CancellationError {
        } catch is Problem {
          // Its scope is another now, or its token good no longer: it learns so when it comes back.
        }
        try await writer.finish(nil)
      })
  }

  private func catchUp(
    _ page: FeedPage, _ caching: Caching, _ asked: HTTPFields, ifNoneMatch: String?
  ) -> Response {
    let coding = ContentCoding.answer(of: page.body.count, to: asked)
    var fields = headers(page, caching)
    fields[.vary] = "Accept-Encoding"
    if coding != .identity { fields[.eTag] = fields[.eTag].map(EntityTagCondition.weak) }
    if caching == .revalidated, let ifNoneMatch, EntityTagCondition.matches(ifNoneMatch, page.etag) {
      return Response(status: .notModified, headers: fields)
    }
    var response = Response(page.body, mediaType: MediaType.json, coding: coding)
    for field in fields { response.headers[field.name] = field.value }
    return response
  }

  private func live(_ page: FeedPage, _ query: PageQuery, _ caching: Caching, _ asked: HTTPFields) -> Response {
    let cursor = String(StreamCursor.next(nowMilliseconds: clock.now(), echoed: query.cursor))
    var response =
      page.isEmpty
      ? Response(status: .noContent, headers: headers(page, caching)) : catchUp(page, caching, asked, ifNoneMatch: nil)
    response.headers[.streamCursor] = cursor
    return response
  }

  private func headers(_ page: FeedPage, _ caching: Caching) -> HTTPFields {
    var headers: HTTPFields = [.streamNextOffset: page.nextOffset]
    if page.upToDate { headers[.streamUpToDate] = "true" }
    switch caching {
    case .never: headers[.cacheControl] = "no-store"
    case .revalidated:
      headers[.cacheControl] = "private, no-cache"
      headers[.eTag] = EntityTagCondition.quoted(page.etag)
    }
    return headers
  }
}

extension FeedPage {
  /// Whether the page holds no entry.
  var isEmpty: Bool { body.isEmpty || body.elementsEqual("[]".utf8) }
}
