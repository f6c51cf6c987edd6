public import SyncProtocol
import Synchronization

/// One device's way to a server, simulated or real: every request meets the fault that was planned for it.
public final class SimulatedLink: Transport {
  /// Plans what happens to a request: its number on this link, counting from 1, and the request.
  public typealias Plan = @Sendable (_ number: Int, _ request: TransportRequest) -> LinkFault?

  private struct State {
    var plan: Plan = { _, _ in nil }
    var sent = 0
    var late: [TransportRequest] = []
  }

  private let far: any Transport
  private let restart: @Sendable () throws(TransportFailure) -> Void
  private let state = Mutex(State())

  /// A way without faults.
  public init(to server: SimulatedServer) {
    far = server
    restart = { () throws(TransportFailure) in
      do {
        try server.restart()
      } catch {
        throw .unreachable("the server does not start: \(error)")
      }
    }
  }

  /// A way to a server elsewhere; what is lost on it is lost on this side, and `serverRestart` only cuts the answer.
  public init(over transport: any Transport) {
    far = transport
    restart = { () throws(TransportFailure) in }
  }

  /// What happens from now on.
  public func plan(_ plan: @escaping Plan) { state.withLock { $0.plan = plan } }

  /// Joins and exchanges sent so far, those that never arrived included.
  public var requestsSent: Int { state.withLock { $0.sent } }

  /// Sends one request.
  ///
  /// Requests of a token pass without a fault and without a number: plans speak of joins and exchanges.
  public func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse {
    if request.target == ProtocolPath.token { return try await far.send(request) }
    let (fault, late) = state.withLock { state in
      state.sent += 1
      defer { state.late = [] }
      return (state.plan(state.sent, request), state.late)
    }
    // What was delayed comes in before, and its answer finds nobody.
    for old in late { try await lose(old) }
    switch fault {
    case nil: return try await far.send(request)
    case .offline: throw .unreachable("no network")
    case .requestLost: throw .timedOut("the request was lost")
    case .requestCut(let bytes):
      try await lose(Self.cut(request, to: bytes))
      throw .cut("the connection broke")
    case .responseLost:
      try await lose(request)
      throw .timedOut("the answer was lost")
    case .responseCut(let bytes):
      var answer = try await far.send(request)
      answer.body = Array(answer.body.prefix(bytes))
      return answer
    case .duplicated:
      try await lose(request)
      return try await far.send(request)
    case .delayed:
      state.withLock { $0.late.append(request) }
      throw .timedOut("the request is late")
    case .foreign:
      return SimulatedServer.response(200, "text/html", Array("<html>Accept the terms of this network.</html>".utf8))
    case .serverRestart:
      try await lose(request)
      try restart()
      throw .cut("the server went away")
    }
  }

  /// Sends a request whose answer nobody waits for.
  private func lose(_ request: TransportRequest) async throws(TransportFailure) { _ = try await far.send(request) }

  private static func cut(_ request: TransportRequest, to bytes: Int) -> TransportRequest {
    var request = request
    request.body = Array(request.body.prefix(bytes))
    return request
  }
}
