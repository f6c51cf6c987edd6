import SyncCore
import SyncProtocol
import Synchronization

/// The judge of a run: it keeps its own record of what people were told and of what crossed the wire, and shares no code
/// with the stores, the server or the merge it judges, but the reader of JSON and the digest.
final class Oracle: Sendable {
  struct State: Sendable {
    var log = OracleLog()
    var receipts = OracleReceipts()
    var feed = OracleFeed()
    /// By device, what its user was told is saved.
    var saved: [String: [OracleSavedLine]] = [:]
    var violations: [LawViolation] = []
  }

  private let state = Mutex(State())
  private let readLog: @Sendable (_ after: Int) throws -> [[UInt8]]

  /// - Parameter readLog: the frames of the server's log beyond so many.
  init(readLog: @escaping @Sendable (_ after: Int) throws -> [[UInt8]]) { self.readLog = readLog }

  /// Everything found so far.
  var violations: [LawViolation] { state.withLock { $0.violations } }

  /// Looks at the record, or changes it.
  func withState<Value: Sendable, Fault: Error>(
    _ body: (inout State) throws(Fault) -> Value
  ) throws(Fault) -> Value {
    try state.withLock { (state) throws(Fault) in try body(&state) }
  }

  /// Notes what breaks a law.
  func note(_ found: [LawViolation]) { state.withLock { $0.violations += found } }

  /// Reads what the log has grown by.
  func catchUp() {
    state.withLock { state in
      do {
        let found = state.log.read(try readLog(state.log.entries.count))
        state.violations += found
      } catch {
        state.violations.append(LawViolation(.L10, "the log cannot be read: \(error)"))
      }
    }
  }

  /// Takes in one exchange a client could use.
  /// - Returns: the receipts and the end of it in words.
  func take(_ exchange: OracleExchange, user: String, seesAll: Bool, device: String) -> String {
    catchUp()
    return state.withLock { state in
      let scope = state.log.scope(of: user, seesAll: seesAll)
      state.violations += state.receipts.take(exchange, log: state.log)
      state.violations += state.feed.take(exchange, log: state.log, scope: scope, who: device)
      let entries = exchange.frames.compactMap { frame in
        frame.value.members?.first?.key == "position" ? frame.value["position"]?.number : nil
      }
      let receipts = exchange.frames.filter { $0.value["receipt"] != nil }.map { JSONWriter.text($0.value) }
      return "\(exchange.replica) from \(exchange.from) of \(exchange.last): \(receipts) \(entries) \(exchange.end)"
    }
  }

  /// Whether a user may see a stream, as the log has it.
  func sees(_ stream: StreamID, user: String, seesAll: Bool) -> Bool {
    state.withLock { $0.log.scope(of: user, seesAll: seesAll)?.contains(stream.description) ?? true }
  }
}

/// The wire between one device and the network of the world, read by the judge as it goes by.
final class TappedLink: Transport {
  private struct Tap {
    var trace: [String] = []
    /// Done once, after the next request and before its answer is used.
    var midway: (@Sendable () -> Void)?
  }

  private let way: any Transport
  private let oracle: Oracle
  private let device: String
  private let user: String
  private let seesAll: Bool
  private let tap = Mutex(Tap())

  init(_ way: any Transport, oracle: Oracle, device: String, user: String, seesAll: Bool) {
    self.way = way
    self.oracle = oracle
    self.device = device
    self.user = user
    self.seesAll = seesAll
  }

  /// Plans something for the moment between the next request and its answer.
  func midway(_ body: @escaping @Sendable () -> Void) { tap.withLock { $0.midway = body } }

  /// What went by since the last time this was asked.
  func takeTrace() -> [String] {
    tap.withLock { tap in
      defer { tap.trace = [] }
      return tap.trace
    }
  }

  func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse {
    let answer: Result<TransportResponse, TransportFailure>
    do throws(TransportFailure) {
      answer = .success(try await way.send(request))
    } catch {
      answer = .failure(error)
    }
    let midway = tap.withLock { tap in
      defer { tap.midway = nil }
      return tap.midway
    }
    midway?()
    let line: String
    switch answer {
    case .failure(let failure): line = "no answer: \(failure)"
    case .success(let response):
      if let exchange = OracleExchange(request, response) {
        line = oracle.take(exchange, user: user, seesAll: seesAll, device: device)
      } else {
        line = "of no use: \(response.status)"
      }
    }
    tap.withLock { $0.trace.append(line) }
    return try answer.get()
  }
}
