import SyncCore
import SyncProtocol

/// How far a give-back has come: stream after stream, first the server's frontier, then what lies beyond it.
///
/// `next` gives the same request until its answer was taken in, so that any may be repeated.
struct GiveBackRun: Sendable {
  private var streams: ArraySlice<StreamID>
  private let replica: ReplicaID
  /// The bodies of the first stream still to be sent; nil before its frontier is known.
  private var bodies: ArraySlice<[LogEntry]>?
  /// Lines and skips that fit no request.
  private(set) var unsendable = 0

  init(streams: [StreamID], replica: ReplicaID) {
    self.streams = streams[...]
    self.replica = replica
  }

  /// The next request; nil when everything was given.
  func next() -> RecoveryRequest? {
    guard let stream = streams.first else { return nil }
    return RecoveryRequest(stream: stream, replica: replica, entries: bodies?.first ?? [])
  }

  /// Takes in the answer to the last request.
  mutating func took(_ answer: RecoveryAnswer, source: (StreamID) throws -> GiveBackSource) throws {
    if bodies == nil {
      let plan = GiveBackPlan(try source(answer.stream), beyond: answer.frontier)
      bodies = plan.bodies[...]
      unsendable += plan.unsendable
    } else {
      bodies = bodies?.dropFirst()
    }
    if bodies?.isEmpty ?? true {
      streams = streams.dropFirst()
      bodies = nil
    }
  }
}

extension TransportRequest {
  /// `POST /v1/recovery`.
  static func recovery(_ body: [UInt8], token: String) -> TransportRequest {
    TransportRequest(
      method: "POST", target: ProtocolPath.recovery,
      headers: [
        TransportHeader("authorization", "Bearer \(token)"), TransportHeader("content-type", MediaType.ndjson),
        TransportHeader("accept", MediaType.json),
      ],
      body: body, answerBytesMax: ProtocolLimits.answerBytesMax,
      timeLimit: .seconds(SyncPolicy.exchangeSecondsMax))
  }
}

extension RecoveryAnswer {
  /// Reads a complete HTTP answer; nil when it is another: a problem, or not ours.
  init?(_ response: TransportResponse) {
    let type = (response.header("content-type") ?? "").split(separator: ";").first.map(String.init) ?? ""
    guard response.status == 200, type.lowercased() == MediaType.json else { return nil }
    self.init(reading: response.body)
  }
}
