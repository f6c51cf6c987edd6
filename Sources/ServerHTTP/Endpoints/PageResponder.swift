import HTTPTypes
import Hummingbird
import HummingbirdCore
import ServerCore
import SyncProtocol

/// What both feeds share: authentication, the query, caching, long-polls and the headers of Durable Streams.
struct PageResponder<Core: SyncService>: Sendable {
  /// What a cache may do with a page.
  enum Caching { case never, revalidated }

  let core: Core
  let hub: LongPollHub
  let clock: any ServerClock
  let longPollTime: Duration

  func respond(
    to request: Request, caching: Caching,
    read: @escaping @Sendable (Core.Caller, PageQuery) async -> Result<FeedPage, Problem>
  ) async throws -> Response {
    let authorization = request.headers[.authorization]
    let core = core
    // Each look asks anew who the caller is and what it may see: a device can be revoked while it waits.
    @Sendable func look(_ query: PageQuery) async throws -> FeedPage {
      let caller = try await core.authenticate(authorization: authorization).get()
      return try await read(caller, query).get()
    }
    _ = try await core.authenticate(authorization: authorization).get()
    let query = try PageQuery(request.uri)
    let position = await core.lastPosition()
    let page = try await look(query)
    guard query.isLive else {
      return catchUp(page, caching, request.headers, ifNoneMatch: request.headers[.ifNoneMatch])
    }
    guard page.isEmpty else { return live(page, query, caching, request.headers) }
    // From here on it is news after this page that count: an offset such as `now` moves with the log.
    var onwards = query
    onwards.offset = page.nextOffset
    let news = onwards
    let outcome = try await hub.hold(beyond: position, for: longPollTime) { () -> FeedPage? in
      let page = try await look(news)
      return page.isEmpty ? nil : page
    }
    switch outcome {
    case .found(let page): return live(page, query, caching, request.headers)
    case .nothing: return live(page, query, caching, request.headers)
    case .full: throw Problem(.unavailable, detail: "As many long-polls are held as may be. Ask again in a moment.")
    }
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
