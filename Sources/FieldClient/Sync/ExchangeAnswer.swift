public import SyncProtocol

/// What a complete HTTP answer to an exchange means; a body that is not ours is never mistaken for one (DESIGN §7).
public enum ExchangeAnswer: Sendable, Equatable {
  /// The server's frames, the last of which ends the answer.
  case frames([ExchangeFrame])
  /// A problem document of ours; with the seconds to wait when it says so.
  case problem(Problem, retryAfterSeconds: Int?)
  /// Ours by its type, but it breaks off before its end: repeat.
  case cut
  /// Not from a Constat server: a captive portal, a proxy's page, another program.
  case foreign(status: Int, type: String)

  /// Reads an answer.
  public init(_ response: TransportResponse) {
    let type = (response.header("content-type") ?? "").split(separator: ";").first.map(String.init) ?? ""
    let isNDJSON = type.lowercased() == MediaType.ndjson
    if response.status == 200, isNDJSON {
      self = Self.read(response.body)
      return
    }
    if type.lowercased() == Problem.mediaType, let problem = Problem(reading: response.body) {
      self = .problem(problem, retryAfterSeconds: response.header("retry-after").flatMap { Int($0) })
      return
    }
    // A gateway in front of a server that is restarting answers in its own words.
    if response.status == 502 || response.status == 503 || response.status == 504 {
      self = .problem(
        Problem(.unavailable, detail: "HTTP \(response.status)"),
        retryAfterSeconds: response.header("retry-after").flatMap { Int($0) })
      return
    }
    self = .foreign(status: response.status, type: type)
  }

  private static func read(_ body: [UInt8]) -> ExchangeAnswer {
    guard body.last == 0x0A else { return .cut }
    var frames: [ExchangeFrame] = []
    for line in WireLines.cut(body) {
      guard let frame = ExchangeFrame(reading: Array(line)) else {
        return .foreign(status: 200, type: MediaType.ndjson)
      }
      frames.append(frame)
    }
    switch frames.last {
    case .end, .gap, .regressed, .forked: return .frames(frames)
    case .receipt, .leave, .enter, .entry, nil: return .cut
    }
  }
}
