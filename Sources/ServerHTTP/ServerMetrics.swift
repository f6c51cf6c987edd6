import SyncProtocol

/// Counts since the server started, printed as Prometheus text (exposition format 0.0.4). No names, no payloads.
actor ServerMetrics {
  private struct Answered: Hashable {
    let route: String
    let status: Int
  }

  private var answered: [Answered: Int] = [:]
  private var lines = ReceiptTally()
  private var exchanges = 0

  /// Counts an answer; `route` is a path of the route table, never what the caller sent.
  func count(route: String, status: Int) {
    answered[Answered(route: route, status: status), default: 0] += 1
  }

  /// Counts an exchange that was answered 200.
  func count(_ tally: ReceiptTally) {
    exchanges += 1
    lines.accepted += tally.accepted
    lines.refused += tally.refused
  }

  /// The text, samples in a fixed order.
  func text(lastPosition: Int, heldLongPolls: Int, heldEventStreams: Int) -> String {
    var text = ""
    func family(_ name: String, _ type: String, _ help: String, _ samples: [(labels: String, value: Int)]) {
      text += "# HELP constat_\(name) \(help)\n# TYPE constat_\(name) \(type)\n"
      for sample in samples { text += "constat_\(name)\(sample.labels) \(sample.value)\n" }
    }
    let requests = answered.sorted { ($0.key.route, $0.key.status) < ($1.key.route, $1.key.status) }
    family(
      "http_requests_total", "counter", "Requests answered, by route and status.",
      requests.map { ("{route=\"\($0.key.route)\",status=\"\($0.key.status)\"}", $0.value) })
    family("exchanges_total", "counter", "Exchanges answered with 200.", [("", exchanges)])
    family(
      "lines_total", "counter", "Lines of pushes that got a receipt, repeated ones included.",
      [("{receipt=\"accepted\"}", lines.accepted), ("{receipt=\"refused\"}", lines.refused)])
    family("log_last_position", "gauge", "The last position of the tenant's log.", [("", lastPosition)])
    family("held_long_polls", "gauge", "Long-polls held at this moment.", [("", heldLongPolls)])
    family(
      "held_event_streams", "gauge", "Connections of server-sent events of feeds held at this moment.",
      [("", heldEventStreams)])
    return text
  }
}
