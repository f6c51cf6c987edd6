public import SyncProtocol

/// What a complete HTTP answer to an exchange means; a body that is not ours is never mistaken for one (DESIGN §7).
public enum ExchangeAnswer: Sendable, Equatable {
  /// The server's frames, the last of which ends the answer.
  case frames([ExchangeFrame])
  /// A problem document of ours, with the challenge and the seconds to wait where it says so.
  case problem(Problem)
  /// Ours by its type, but it breaks off before its end: repeat.
  case cut
  /// Not from a Constat server: a captive portal, a proxy's page, another program.
  case foreign(status: Int, type: String)

  /// Reads an answer.
  public init(_ response: TransportResponse) {
    if response.status == 200, response.mediaType == MediaType.ndjson {
      self = Self.read(response.body)
    } else if let problem = response.problem {
      self = .problem(problem)
    } else {
      self = .foreign(status: response.status, type: response.mediaType)
    }
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
