import HTTPTypes
import Hummingbird
import HummingbirdCore
import SyncProtocol

/// `POST /v1/recovery`: what a device gives back to a server that came back rewound, or delivers of a lost device's work.
///
/// - Who: a device that shows its bearer token; asked before a byte of the body is read.
/// - Body: `RecoveryRequest`, `application/x-ndjson`, plain or `gzip`, at most `ProtocolLimits.recoveryBytesMax` bytes and
///   `ProtocolLimits.recoveryEntriesMax` entries, taken in one transaction; any request may be repeated (law L6).
/// - 200: `RecoveryAnswer`, `no-store`.
/// - 400 `bad-exchange-header`, `bad-exchange-line`, `cut-body`, `malformed`; 401 `unauthenticated`; 403
///   `foreign-replica`; 404 `not-found` for a stream this tenant has no use for; 413 `push-too-large`; 415
///   `unsupported-coding`; 503 `unavailable` with `Retry-After`.
struct RecoveryEndpoint<Core: SyncService>: Sendable {
  let core: Core
  let body: BodyReader

  var endpoint: Endpoint {
    Endpoint(method: .post, path: ProtocolPath.recovery) { request, context in
      let caller = try await core.authenticate(authorization: request.headers[.authorization]).get()
      let coding = try ContentRule.check(request.headers, mediaType: MediaType.ndjson)
      let bytes = try await body.read(request, coding: coding, progress: context.body)
      return Response(try await core.recover(bytes, as: caller).get(), mediaType: MediaType.json)
    }
  }
}
