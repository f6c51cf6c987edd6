public import ServerCore
public import SyncCore
public import SyncProtocol
import Synchronization

/// A whole server without a socket: the core on a ledger in memory, and the few lines of HTTP a client meets.
public final class SimulatedServer: Sendable {
  /// The server's clock.
  public let clock: VirtualClock
  private let ledger: any Ledger
  private let running: Mutex<ConstatServer>
  private let seeds: Mutex<SeededGenerator>

  /// Creates a tenant and starts its server.
  /// - Parameter ledger: an empty one.
  public init(
    tenant: TenantID, clock: VirtualClock, seed: UInt64, ledger: any Ledger = InMemoryLedger()
  ) throws {
    var seeds = SeededGenerator(seed: seed)
    try ConstatServer.createTenant(ledger: ledger, tenant: tenant, random: SeededGenerator(seed: seeds.next()))
    self.ledger = ledger
    self.clock = clock
    running = Mutex(
      try ConstatServer(ledger: ledger, clock: clock, random: SeededGenerator(seed: seeds.next())))
    self.seeds = Mutex(seeds)
  }

  /// The core now running, for what the office does on the server itself.
  public var core: ConstatServer { running.withLock { $0 } }

  /// Starts the server anew on the same ledger: whatever it held in memory is gone.
  public func restart() throws {
    let seed = seeds.withLock { $0.next() }
    let fresh = try ConstatServer(ledger: ledger, clock: clock, random: SeededGenerator(seed: seed))
    running.withLock { $0 = fresh }
  }

  /// Goes on from a ledger that was set back, as `constat-server restore` has it: another epoch, recovering.
  public func restore() throws {
    let seed = seeds.withLock { $0.next() }
    try ConstatServer.restore(ledger, clock: clock, random: SeededGenerator(seed: seed))
    try restart()
  }

  /// Answers one request as the HTTP rim would.
  public func answer(_ request: TransportRequest) async -> TransportResponse {
    let core = core
    let result: Result<(body: [UInt8], type: String), Problem>
    switch (request.method, request.target) {
    case ("POST", ProtocolPath.devices):
      result = await core.join(request.body).map { ($0, MediaType.json) }
    case ("POST", ProtocolPath.token):
      result = await core.token(request.body).map { ($0, MediaType.json) }
    case ("POST", ProtocolPath.exchange):
      let token = request.headers.first { $0.name == "authorization" }?.value
      switch await core.authenticate(authorization: token) {
      case .failure(let problem): result = .failure(problem)
      case .success(let caller):
        result = await core.exchange(request.body, as: caller).map { ($0, MediaType.ndjson) }
      }
    case ("POST", ProtocolPath.recovery):
      let token = request.headers.first { $0.name == "authorization" }?.value
      switch await core.authenticate(authorization: token) {
      case .failure(let problem): result = .failure(problem)
      case .success(let caller):
        result = await core.recover(request.body, as: caller).map { ($0, MediaType.json) }
      }
    default: result = .failure(Problem(.notFound, detail: "Nothing is here."))
    }
    switch result {
    case .success(let answer): return Self.response(200, answer.type, answer.body)
    case .failure(let problem):
      var response = Self.response(problem.code.status, Problem.mediaType, problem.body)
      if let challenge = problem.challenge {
        response.headers.append(TransportHeader("www-authenticate", challenge.field))
      }
      if let seconds = problem.retryAfterSeconds {
        response.headers.append(TransportHeader("retry-after", "\(seconds)"))
      }
      return response
    }
  }

  static func response(_ status: Int, _ type: String, _ body: [UInt8]) -> TransportResponse {
    TransportResponse(
      status: status, headers: [TransportHeader("content-type", type)], body: body, wireBytes: body.count)
  }
}

extension SimulatedServer: Transport {
  /// Answers at once; nothing is lost on this way.
  public func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse {
    await answer(request)
  }
}
