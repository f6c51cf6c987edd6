import SyncCore
import SyncProtocol

/// One tenant's server: orders, checks, rules and relays; whatever carries HTTP stands in front of it.
///
/// Every call is one transaction of the ledger: when it answers, what it says is durable. Several processes may run one
/// on the same ledger; each sees the others' commits at its next call.
public actor ConstatServer {
  let ledger: any Ledger
  let clock: any ServerClock
  var random: any RandomNumberGenerator & Sendable
  var folds = FoldCache()
  private var known = 0
  private var listeners: [Int: AsyncStream<Int>.Continuation] = [:]
  private var nextListener = 0
  var gatekeeper: Gatekeeper
  var throttle = SignInThrottle()
  let gate = PasswordGate()
  /// When each device was last heard of, as far as this process knows.
  var contacts: [ReplicaID: Int64] = [:]
  /// Pushes that share the commit one of them is about to make.
  var waiting: [WaitingPush] = []
  var isGathering = false
  /// The last storage fault a call without an error of its own ran into; nil when the last such call went well.
  public internal(set) var storageFault: LedgerFault?

  /// Opens a tenant's server.
  /// - Throws: `LedgerFault.noTenant` when none was created; whatever the ledger throws.
  public init(
    ledger: any Ledger, clock: any ServerClock, random: any RandomNumberGenerator & Sendable,
    quotas: DeviceQuotas = DeviceQuotas()
  ) throws {
    self.ledger = ledger
    self.clock = clock
    let now = clock.now()
    gatekeeper = Gatekeeper(quotas: quotas, started: now)
    let opened = try ledger.write { transaction in
      let workspace = try Workspace(ledger: transaction, folds: FoldCache(), random: random, now: now)
      try workspace.introduceServer()
      try workspace.finish()
      return (workspace.folds, workspace.random, workspace.tip.position)
    }
    (folds, self.random, known) = opened
  }

  // MARK: transactions

  /// Runs one writing transaction and, once it is durable, tells those who wait for new entries.
  func write<T>(_ body: (Workspace) throws -> T) throws -> T {
    var taken = FoldCache()
    swap(&taken, &folds)
    do {
      let (result, workspace) = try ledger.write { transaction in
        let workspace = try Workspace(ledger: transaction, folds: taken, random: random, now: clock.now())
        taken = FoldCache()
        do {
          let result = try body(workspace)
          try workspace.finish()
          return (result, workspace)
        } catch {
          // As long as nothing was appended, nothing was folded that is now undone.
          if !workspace.hasAppended { taken = workspace.folds }
          throw error
        }
      }
      keep(workspace.folds)
      random = workspace.random
      for (device, kept) in workspace.keptAside { gatekeeper.noteQuarantined(kept, of: device, now: workspace.now) }
      announce(workspace.tip.position)
      return result
    } catch {
      keep(taken)
      throw error
    }
  }

  /// Runs one reading transaction with the folded streams brought up to its state.
  func read<T>(_ body: (any LedgerReading, TenantSettings, inout FoldCache) throws -> T) throws -> T {
    var taken = FoldCache()
    swap(&taken, &folds)
    // A reading that fails has folded nothing that is not in the log.
    defer { keep(taken) }
    return try ledger.read { reading in
      guard let settings = try reading.settings() else { throw LedgerFault.noTenant }
      let tip = try reading.tip().position
      try taken.catchUp(reading, tip: tip)
      announce(tip)
      return try body(reading, settings, &taken)
    }
  }

  private func keep(_ taken: consuming FoldCache) {
    folds = taken
    folds.trim()
  }

  /// Turns what a transaction throws into the problem it is answered with.
  func answering<T>(_ body: () throws -> T) -> Result<T, Problem> { Self.answering(body) }

  static func answering<T>(_ body: () throws -> T) -> Result<T, Problem> {
    do {
      return .success(try body())
    } catch let answer as ProblemAnswer {
      return .failure(answer.problem)
    } catch LedgerFault.busy {
      return .failure(Problem(.unavailable, detail: LedgerFault.busy.description))
    } catch let fault as LedgerFault {
      return .failure(Problem(.internalFault, detail: fault.description))
    } catch {
      return .failure(Problem(.internalFault, detail: "The server failed: \(type(of: error)). Nothing was taken."))
    }
  }

  // MARK: positions

  /// The last position this process knows of; `refresh` asks the ledger.
  public func lastPosition() -> Int { known }

  /// Asks the ledger for its last position, so that other processes' commits are noticed, and tells the listeners.
  ///
  /// When the ledger cannot be read the last position known is returned and `storageFault` says why.
  @discardableResult
  public func refresh() -> Int {
    noting(known) {
      announce(try ledger.read { try $0.tip().position })
      return known
    }
  }

  /// The last position after each commit that appended something, this process's and those `refresh` finds.
  ///
  /// Only the newest position is kept for a slow listener. Past `ServerLimits.listenersMax` the stream ends at once.
  public func changes() -> AsyncStream<Int> {
    let (stream, continuation) = AsyncStream.makeStream(of: Int.self, bufferingPolicy: .bufferingNewest(1))
    guard listeners.count < ServerLimits.listenersMax else {
      continuation.finish()
      return stream
    }
    let number = nextListener
    nextListener += 1
    listeners[number] = continuation
    continuation.onTermination = { [weak self] _ in
      Task { await self?.forget(number) }
    }
    return stream
  }

  private func forget(_ listener: Int) { listeners[listener] = nil }

  private func announce(_ position: Int) {
    guard position != known else { return }
    known = position
    for listener in listeners.values { listener.yield(position) }
  }

  /// Runs a call that has no error of its own; the fault is kept where an operator's check finds it.
  func noting<T>(_ fallback: @autoclosure () -> T, _ body: () throws -> T) -> T {
    do {
      let result = try body()
      storageFault = nil
      return result
    } catch let fault as LedgerFault {
      storageFault = fault
    } catch {
      storageFault = .storage("\(type(of: error))")
    }
    return fallback()
  }
}
