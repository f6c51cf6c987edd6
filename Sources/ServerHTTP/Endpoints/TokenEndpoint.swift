import HTTPTypes
import Hummingbird
import HummingbirdCore
import SyncProtocol

/// `POST /v1/token`: a signed assertion for a bearer token (RFC 7523 §2.1).
///
/// - Who: anyone; the assertion says and proves which device.
/// - Body: `TokenRequest`, `application/x-www-form-urlencoded`, plain or `gzip`, at most
///   `ProtocolLimits.tokenRequestBytesMax` bytes. An assertion is taken once: after a lost answer another one is signed.
/// - 200: `TokenAnswer`, `application/json`, `no-store`, never compressed: it holds the token.
/// - 400 `malformed`, `cut-body`; 401 `bad-assertion` with a challenge, and with the epoch where that was wrong; 413
///   `push-too-large`, and the connection is closed; 415 `unsupported-coding`; 429 `too-many-requests` and 503
///   `unavailable` with `Retry-After`.
struct TokenEndpoint<Core: SyncService>: Sendable {
  let core: Core
  let body: BodyReader

  var endpoint: Endpoint {
    Endpoint(method: .post, path: ProtocolPath.token) { request, context in
      let coding = try ContentRule.check(request.headers, mediaType: MediaType.form)
      let bytes = try await body.read(request, coding: coding, progress: context.body)
      return Response(try await core.token(bytes).get(), mediaType: MediaType.json)
    }
  }
}
