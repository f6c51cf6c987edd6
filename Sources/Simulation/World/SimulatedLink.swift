public import SyncProtocol
import Synchronization

/// One device's way to a simulated server: every request meets the fault that was planned for it.
public final class SimulatedLink: Transport {
  /// Plans what happens to a request: its number on this link, counting from 1, and the request.
  public typealias Plan = @Sendable (_ number: Int, _ request: TransportRequest) -> LinkFault?

  private struct State {
    var plan: Plan = { _, _ in nil }
    var sent = 0
    var late: [TransportRequest] = []
  }

  private let server: SimulatedServer
  private let state = Mutex(State())

  /// A way without faults.
  public init(to server: SimulatedServer) { self.server = server }

  /// What happens from now on.
  public func plan(_ plan: @escaping Plan) { state.withLock { $0.plan = plan } }

  /// Requests sent so far, those that never arrived included.
  public var requestsSent: Int { state.withLock { $0.sent } }

  /// Sends one request.
  public func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse {
    let (fault, late) = state.withLock { state in
      state.sent += 1
      defer { state.late = [] }
      return (state.plan(state.sent, request), state.late)
    }
    // What was delayed comes in before, and its answer finds nobody.
    for old in late { _ = await server.answer(old) }
    switch fault {
    case nil: return await server.answer(request)
    case .offline: throw .unreachable("no network")
    case .requestLost: throw .timedOut("the request was lost")
    case .requestCut(let bytes):
      _ = await server.answer(Self.cut(request, to: bytes))
      throw .cut("the connection broke")
    case .responseLost:
      _ = await server.answer(request)
      throw .timedOut("the answer was lost")
    case .responseCut(let bytes):
      let whole = await server.answer(request)
      return SimulatedServer.response(
        whole.status, whole.header("content-type") ?? "", Array(whole.body.prefix(bytes)))
    case .duplicated:
      _ = await server.answer(request)
      return await server.answer(request)
    case .delayed:
      state.withLock { $0.late.append(request) }
      throw .timedOut("the request is late")
    case .foreign:
      return SimulatedServer.response(200, "text/html", Array("<html>Accept the terms of this network.</html>".utf8))
    case .serverRestart:
      _ = await server.answer(request)
      do {
        try server.restart()
      } catch {
        throw .unreachable("the server does not start: \(error)")
      }
      throw .cut("the server went away")
    }
  }

  private static func cut(_ request: TransportRequest, to bytes: Int) -> TransportRequest {
    var request = request
    request.body = Array(request.body.prefix(bytes))
    return request
  }
}
