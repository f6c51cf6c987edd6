import Hummingbird
import HummingbirdCore
import SyncProtocol

/// `GET /v1/limits`: every limit both sides know, by its name, with its unit.
///
/// - Who: anyone who reaches the port.
/// - 200: `NamedLimit.body`, `application/json`, `no-store`, `gzip` where it is accepted.
struct LimitsEndpoint: Sendable {
  var endpoint: Endpoint {
    Endpoint(method: .get, path: ProtocolPath.limits) { request, _ in
      let body = NamedLimit.body
      return Response(body, mediaType: MediaType.json, coding: .answer(of: body.count, to: request.headers))
    }
  }
}
