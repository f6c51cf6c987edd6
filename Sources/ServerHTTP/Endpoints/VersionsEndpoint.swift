import Hummingbird
import HummingbirdCore
import SyncProtocol

/// `GET /v1`: the versions served.
///
/// - Who: anyone who reaches the port.
/// - 200: `ServedVersions`, `application/json`, `no-store`; nothing about builds, machines or tenants.
struct VersionsEndpoint<Core: SyncService>: Sendable {
  let core: Core

  var endpoint: Endpoint {
    Endpoint(method: .get, path: ProtocolPath.versions) { _, _ in
      Response(ServedVersions(schemaVersion: core.schemaVersion).body, mediaType: MediaType.json)
    }
  }
}
