import HTTPTypes
import Hummingbird
import HummingbirdCore
import SyncProtocol

/// `POST /v1/keys`: another key for the caller's device, with a replica of its own.
///
/// - Who: a device that shows its bearer token and may work.
/// - Body: `KeyRotationRequest`, `application/json`, plain or `gzip`, at most `HTTPLimits.keyBytesMax` bytes. Repeating it
///   after a lost answer gives the same answer (law L6).
/// - 200: `KeyRotationAnswer`, `application/json`, `no-store`. From then on the key before gets no token.
/// - 400 `malformed`, `cut-body`, `bad-seal` (a proof does not hold); 401 `unauthenticated` with a challenge; 403
///   `foreign-replica`; 404 `not-found` (a revoked device); 413 `push-too-large`, and the connection is closed; 415
///   `unsupported-coding`; 503 `unavailable` with `Retry-After`.
struct KeysEndpoint<Core: SyncService>: Sendable {
  let core: Core
  let body: BodyReader

  var endpoint: Endpoint {
    Endpoint(method: .post, path: ProtocolPath.keys) { request, context in
      let caller = try await core.authenticate(authorization: request.headers[.authorization]).get()
      let coding = try ContentRule.check(request.headers, mediaType: MediaType.json)
      let bytes = try await body.read(request, coding: coding, progress: context.body)
      return Response(try await core.changeKey(bytes, as: caller).get(), mediaType: MediaType.json)
    }
  }
}
