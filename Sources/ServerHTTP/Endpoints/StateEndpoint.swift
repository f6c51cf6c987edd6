import HTTPTypes
import Hummingbird
import HummingbirdCore
import ServerCore
import SyncProtocol

/// `GET /v1/streams/{stream}/state`: one stream's visible state, for looking only; what syncs reads lines.
///
/// - Who: a device that shows its bearer token and has the stream in its scope; asked at each use of a cached answer.
/// - 200: what `constat-sim fold` prints of a stream, its set digest included; `application/json`, `private, no-cache`,
///   with `ETag`, `gzip` where it is accepted.
/// - 304: `If-None-Match` names the `ETag`.
/// - 401 `unauthenticated`; 404 `not-found`: no such stream, or not for this caller; 503 `unavailable`.
struct StateEndpoint<Core: SyncService>: Sendable {
  let core: Core

  var endpoint: Endpoint {
    Endpoint(method: .get, path: ProtocolPath.streams + "/{stream}" + ProtocolPath.stateSuffix) { request, context in
      let caller = try await core.authenticate(authorization: request.headers[.authorization]).get()
      let state = try await core.state(of: try context.parameters.require("stream"), as: caller).get()
      let coding = ContentCoding.answer(of: state.body.count, to: request.headers)
      let tag = EntityTagCondition.quoted(state.etag)
      var response =
        if let held = request.headers[.ifNoneMatch], EntityTagCondition.matches(held, tag) {
          Response(status: .notModified, headers: [.vary: "Accept-Encoding"])
        } else {
          Response(state.body, mediaType: MediaType.json, coding: coding)
        }
      response.headers[.cacheControl] = "private, no-cache"
      response.headers[.eTag] = coding == .identity ? tag : EntityTagCondition.weak(tag)
      return response
    }
  }
}
