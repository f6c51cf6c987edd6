public import ReplicaStore
import SyncCore
public import SyncProtocol

/// Keeps one profile in step with the server: interprets what `WatchMachine` decides.
///
/// Ends when the task is cancelled, within the time the transport takes to let go of a request.
public actor WatchEngine {
  /// What a watcher is told.
  public enum Notice: Sendable, Equatable {
    /// A sync or a poll begins, or a pause.
    case standing(WatchMachine.Standing)
    /// A sync ended.
    case synced(SyncReport)
  }

  private let store: ReplicaStore
  private let transport: any Transport
  private let syncs: SyncEngine
  private let sleep: SyncEngine.Sleeper
  private var random: any RandomNumberGenerator & Sendable
  private var machine = WatchMachine()
  private var lineSeen = 0

  /// Prepares a watch.
  /// - Parameters:
  ///   - syncs: the engine of the same store that syncs.
  ///   - sleep: pauses, in milliseconds; throws when the task is cancelled.
  ///   - random: draws the pauses.
  public init(
    store: ReplicaStore, transport: any Transport, syncs: SyncEngine, sleep: @escaping SyncEngine.Sleeper,
    random: any RandomNumberGenerator & Sendable
  ) {
    self.store = store
    self.transport = transport
    self.syncs = syncs
    self.sleep = sleep
    self.random = random
  }

  /// Runs until stopped or given up.
  /// - Throws: `ReplicaStoreError` when the local store fails.
  public func run(_ notice: @escaping @Sendable (Notice) -> Void) async throws -> WatchMachine.Ending {
    var actions = machine.handle(.started)
    while !actions.isEmpty {
      let action = actions.removeFirst()
      switch action {
      case .tell(let standing): notice(.standing(standing))
      case .finish(let ending): return ending
      case .mark: actions += machine.handle(try await feed(offset: "now", isLive: false))
      case .sync:
        // Read before: what is captured while the sync runs counts as new, and at worst costs one sync for nothing.
        lineSeen = try store.lastOwnSeq()
        let report = try await syncs.sync()
        notice(.synced(report))
        actions += machine.handle(.synced(report.end))
      case .listen(let offset): actions += machine.handle(try await listen(offset))
      case .pause(let least, let most): actions += machine.handle(await pause(least, most))
      }
      if Task.isCancelled {
        let stop = machine.handle(.stopped)
        if !stop.isEmpty { actions = stop }
      }
    }
    return .stopped(offline: false)
  }

  private func pause(_ least: Int, _ most: Int) async -> WatchMachine.Event {
    func draw(_ random: inout some RandomNumberGenerator) -> Int { Int.random(in: least...most, using: &random) }
    do {
      try await sleep(draw(&random))
    } catch {
      return .stopped  // a pause ends early only for who is cancelled
    }
    return .paused
  }

  /// The first of the poll's answer and a capture by another program.
  private func listen(_ offset: String) async throws -> WatchMachine.Event {
    let event = try await withThrowingTaskGroup(of: WatchMachine.Event?.self) { group in
      group.addTask { try await self.feed(offset: offset, isLive: true) }
      group.addTask { try await self.outboxGrowth() }
      defer { group.cancelAll() }
      while let event = try await group.next() {
        if let event { return event }
      }
      return .stopped
    }
    if event == .news { try await gather() }
    return event
  }

  private func gather() async throws {
    do {
      try await sleep(WatchPolicy.gatherMilliseconds)
    } catch {
      return  // cancelled: the loop sees it
    }
  }

  /// Nil when the looking was cancelled.
  private func outboxGrowth() async throws -> WatchMachine.Event? {
    while !Task.isCancelled {
      if try store.lastOwnSeq() != lineSeen { return .outboxGrew }
      do {
        try await sleep(WatchPolicy.outboxLookMilliseconds)
      } catch {
        return nil
      }
    }
    return nil
  }

  private func feed(offset: String, isLive: Bool) async throws -> WatchMachine.Event {
    let identity = try store.identity
    let query = isLive ? "&live=long-poll" : ""
    let request = TransportRequest(
      method: "GET", target: "\(ProtocolPath.feed)?offset=\(offset)&limit=\(WatchPolicy.pollEntriesMax)" + query,
      headers: [
        TransportHeader("authorization", "Bearer \(identity.token)"), TransportHeader("accept", MediaType.json),
      ],
      answerBytesMax: ProtocolLimits.answerBytesMax, timeLimit: .seconds(WatchPolicy.pollSecondsMax))
    let response: TransportResponse
    do throws(TransportFailure) {
      response = try await transport.send(request)
    } catch {
      return FeedAnswer.event(error)
    }
    let event = FeedAnswer.event(response, own: identity.replica)
    if !isLive, case .quiet(let offset) = event { return .marked(offset: offset) }
    return event
  }
}
