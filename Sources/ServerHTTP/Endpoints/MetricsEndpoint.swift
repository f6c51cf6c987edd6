import Hummingbird
import HummingbirdCore

/// `GET /metrics`: a few counts as Prometheus text.
///
/// - Who: anyone who reaches the port; it holds counts only, no names, streams or users.
/// - 200: `text/plain; version=0.0.4`.
struct MetricsEndpoint<Core: SyncService>: Sendable {
  let core: Core
  let metrics: ServerMetrics
  let hub: LongPollHub
  let heldEvents: @Sendable () -> Int

  var endpoint: Endpoint {
    Endpoint(method: .get, path: "/metrics") { _, _ in
      let text = await metrics.text(
        lastPosition: core.lastPosition(), heldLongPolls: hub.held, heldEventStreams: heldEvents())
      return Response(Array(text.utf8), mediaType: "text/plain; version=0.0.4; charset=utf-8")
    }
  }
}
