import HTTPTypes
import Hummingbird
import HummingbirdCore
import SyncProtocol

/// `POST /v1/devices`: a device gives its one-time code and public key for a place in the tenant.
///
/// - Who: anyone who holds a code; no token is asked for.
/// - Body: `JoinRequest`, `application/json`, plain or `gzip`, at most `HTTPLimits.joinBytesMax` bytes. Repeating it after a lost answer
///   gives the same answer (law L6); a code spent by another device is a wrong code.
/// - 200: `JoinAnswer`, `application/json`, `no-store`: who the device is and whom it trusts. It holds no token.
/// - 400 `malformed`, `cut-body`; 401 `bad-join-code`; 403 `foreign-replica`; 413 `push-too-large`, and the connection is closed;
///   415 `unsupported-coding`; 429 `too-many-requests` with `Retry-After`; 503 `unavailable` with `Retry-After`.
struct DevicesEndpoint<Core: SyncService>: Sendable {
  let core: Core
  let body: BodyReader

  var endpoint: Endpoint {
    Endpoint(method: .post, path: ProtocolPath.devices) { request, context in
      let coding = try ContentRule.check(request.headers, mediaType: MediaType.json)
      let bytes = try await body.read(request, coding: coding, progress: context.body)
      return Response(try await core.join(bytes).get(), mediaType: MediaType.json)
    }
  }
}
