import HTTPTypes
import Hummingbird
import HummingbirdCore
import SyncProtocol

/// `POST /v1/exchange`: one push and one pull (DESIGN §7).
///
/// - Who: a device that shows its bearer token; asked before a byte of the body is read.
/// - Body: `ExchangeRequest`, `application/x-ndjson`, plain or `gzip`, at most `ProtocolLimits.pushBytesMax` bytes and
///   `ProtocolLimits.pushLinesMax` lines, taken whole or not at all: a cut body never happened (law L6).
/// - 200: frames, `application/x-ndjson`, `no-store`, `gzip` where it is accepted; complete only with its last frame.
/// - 400 `malformed`, `bad-exchange-header`, `bad-exchange-line`, `bad-seal`, `cut-body`; 401 `unauthenticated` with a
///   challenge; 403 `foreign-replica`; 410 `bookmark-gone` with the newest bookmark known; 413 `push-too-large`, and
///   the connection is closed; 415 `unsupported-coding`; 429 `too-many-requests` and 503 `unavailable` with `Retry-After`, nothing admitted.
struct ExchangeEndpoint<Core: SyncService>: Sendable {
  let core: Core
  let body: BodyReader
  let metrics: ServerMetrics

  var endpoint: Endpoint {
    Endpoint(method: .post, path: ProtocolPath.exchange) { request, context in
      let caller = try await core.authenticate(authorization: request.headers[.authorization]).get()
      let coding = try ContentRule.check(request.headers, mediaType: MediaType.ndjson)
      let bytes = try await body.read(request, coding: coding, progress: context.body)
      let answer = try await core.exchange(bytes, as: caller).get()
      await metrics.count(ReceiptTally(answer: answer))
      return Response(answer, mediaType: MediaType.ndjson, coding: .answer(of: answer.count, to: request.headers))
    }
  }
}
