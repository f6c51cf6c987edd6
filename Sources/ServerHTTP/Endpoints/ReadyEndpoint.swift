import Hummingbird
import HummingbirdCore
import ServiceLifecycle
import SyncCore
import SyncProtocol

/// `GET /readyz`: the core can read its storage, and the server is not stopping.
///
/// - Who: anyone who reaches the port.
/// - 200: `{"status":"ready","lastPosition":P,"recovering":false}`; `recovering` is true while a server that came back
///   rewound takes no pushes.
/// - 503 `unavailable` while the server stops or its storage cannot be read, with `Retry-After`.
struct ReadyEndpoint<Core: SyncService>: Sendable {
  let core: Core

  var endpoint: Endpoint {
    Endpoint(method: .get, path: "/readyz") { _, _ in
      guard !Task.isShuttingDownGracefully else {
        throw Problem(.unavailable, detail: "The server is stopping. Send the request again in a moment.")
      }
      guard await core.isReadable() else {
        throw Problem(.unavailable, detail: "The server cannot read its storage. Run constat-server verify.")
      }
      let value = JSONValue.object([
        JSONMember("status", "ready"), JSONMember("lastPosition", .integer(Int64(await core.lastPosition()))),
        JSONMember("recovering", .bool(await core.isRecovering())),
      ])
      return Response(JSONWriter.bytes(value), mediaType: MediaType.json)
    }
  }
}
