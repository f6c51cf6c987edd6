import Hummingbird
import HummingbirdCore
import ServerCore
import SyncCore
import SyncProtocol

/// `GET /healthz`: the process answers.
///
/// - Who: anyone who reaches the port.
/// - 200: `{"status":"ok","serverTime":T,"testClock":false}`, `serverTime` in milliseconds since 1970 UTC; `testClock`
///   is true when the server runs on a clock of its own, which only a loopback server may.
struct HealthEndpoint: Sendable {
  let clock: any ServerClock
  let hasTestClock: Bool

  var endpoint: Endpoint {
    Endpoint(method: .get, path: "/healthz") { _, _ in
      let value = JSONValue.object([
        JSONMember("status", "ok"), JSONMember("serverTime", .integer(clock.now())),
        JSONMember("testClock", .bool(hasTestClock)),
      ])
      return Response(JSONWriter.bytes(value), mediaType: MediaType.json)
    }
  }
}
