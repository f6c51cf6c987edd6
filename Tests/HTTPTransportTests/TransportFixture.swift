import HTTPTransport
import SyncProtocol
import Testing

extension TransportRequest {
  /// A request with room and time enough, so that a test names only the limit it is about.
  static func get(
    _ target: String = "/", answerBytesMax: Int = 1 << 20, timeLimit: Duration = .seconds(60)
  ) -> TransportRequest {
    TransportRequest(method: "GET", target: target, answerBytesMax: answerBytesMax, timeLimit: timeLimit)
  }

  static func post(_ body: [UInt8], headers: [TransportHeader] = []) -> TransportRequest {
    TransportRequest(
      method: "POST", target: "/v1/exchange", headers: headers, body: body, answerBytesMax: 1 << 20,
      timeLimit: .seconds(60))
  }
}

extension TransportResponse {
  var text: String { String(decoding: body, as: UTF8.self) }
}

extension Transport {
  /// The failure of a request, or `nil` when it was answered.
  func failure(of request: TransportRequest) async -> TransportFailure? {
    do throws(TransportFailure) {
      _ = try await send(request)
      return nil
    } catch {
      return error
    }
  }
}

extension TransportFailure {
  var isUnreachable: Bool { if case .unreachable = self { true } else { false } }
  var isTimedOut: Bool { if case .timedOut = self { true } else { false } }
  var isCut: Bool { if case .cut = self { true } else { false } }
  var isTLS: Bool { if case .tls = self { true } else { false } }
}
