public import ReplicaStore
public import SyncCore
public import SyncProtocol

/// Runs syncs of one profile: interprets what `SyncMachine` decides over a transport and the store.
///
/// One sync at a time. The store is touched in short transactions between exchanges and never while the network is
/// waited for, so captures go on during a sync.
public actor SyncEngine {
  /// Pauses; returns early or throws when the sync is cancelled.
  public typealias Sleeper = @Sendable (_ milliseconds: Int) async throws -> Void

  /// What a watcher is told between exchanges.
  public enum Progress: Sendable, Equatable {
    /// An exchange was sent, with so many lines.
    case sent(lines: Int, bytes: Int)
    /// An answer was applied; the report so far.
    case absorbed(SyncReport)
    /// Part of what the server had lost was given back; the report so far.
    case gaveBack(SyncReport)
    /// The exchange is repeated after a pause.
    case waiting(milliseconds: Int)
  }

  let store: ReplicaStore
  let transport: any Transport
  private let sleep: Sleeper
  let now: @Sendable () -> Int64
  private var random: any RandomNumberGenerator & Sendable
  private let deviceKeys: @Sendable (ReplicaStore) throws -> DeviceKeys
  private let holdsBack: Bool
  /// Names this engine's assertions: drawn once, so that how often a server challenges changes nothing else that is drawn.
  let name: String
  var tokensAsked = 0

  /// The public keys of devices by replica, 32 bytes each.
  public typealias DeviceKeys = [ReplicaID: [UInt8]]

  /// Prepares syncs.
  /// - Parameters:
  ///   - now: the device's wall clock, milliseconds since 1970 UTC.
  ///   - random: names a new replica, should that be needed.
  ///   - deviceKeys: reads the keys known from the directory; asked before each page is applied.
  ///   - holdsBack: see `ReplicaStore.pendingPush`.
  public init(
    store: ReplicaStore, transport: any Transport, sleep: @escaping Sleeper, now: @escaping @Sendable () -> Int64,
    random: any RandomNumberGenerator & Sendable, holdsBack: Bool = true,
    deviceKeys: @escaping @Sendable (ReplicaStore) throws -> DeviceKeys
  ) {
    self.store = store
    self.transport = transport
    self.sleep = sleep
    self.now = now
    var random = random
    name = DeviceSigner.freshID(&random)
    self.random = random
    self.holdsBack = holdsBack
    self.deviceKeys = deviceKeys
  }

  /// Sends what is pending and receives what is new.
  /// - Throws: `ReplicaStoreError` when the local store fails; everything the network does is in the report.
  public func sync(progress: @Sendable (Progress) -> Void = { _ in }) async throws -> SyncReport {
    var run = SyncRun()
    var actions = run.machine.handle(.started)
    while !actions.isEmpty {
      let action = actions.removeFirst()
      if case .finish(let end) = action {
        run.report.end = end
        break
      }
      let event = try await perform(action, &run, progress)
      actions += run.machine.handle(event)
    }
    run.report.rounds = run.machine.rounds
    run.report.retries = run.machine.retries
    let waiting = try store.verifySeals(deviceKeys: try keys())
    run.report.unverifiedSeals = waiting.waiting
    run.report.faults += waiting.faults
    run.report.outbox = try store.status().outbox
    try StreamOverview.refresh(in: store, user: store.identity.user)
    return run.report
  }

  private struct SyncRun {
    var machine = SyncMachine()
    var report = SyncReport()
    var batch: PushBatch?
    var frames: [ExchangeFrame] = []
    var giveBack: GiveBackRun?
  }

  private func perform(
    _ action: SyncMachine.Action, _ run: inout SyncRun, _ progress: @Sendable (Progress) -> Void
  ) async throws -> SyncMachine.Event {
    switch action {
    case .authorise(let challenge, let epoch):
      return try await authorise(answering: challenge, epoch: epoch)
    case .exchange(let lines, let bytes, let entries, let from):
      return try await exchange(
        try store.pendingPush(lines: lines, bytes: bytes, entries: entries, from: from, holdsBack: holdsBack), &run,
        progress)
    case .absorb: return try absorb(&run, progress)
    case .wait(let milliseconds):
      progress(.waiting(milliseconds: milliseconds))
      do {
        try await sleep(milliseconds)
      } catch {
        return .failed(.cancelled)
      }
      return .waited
    case .refetch(let streams):
      try store.refetch(streams)
      run.report.refetched += streams
      return .done
    case .adopt(let bookmark):
      try store.adopt(bookmark: bookmark)
      return .done
    case .giveBack: return try await giveBack(&run, progress)
    case .becomeNewReplica:
      run.report.newReplica = try becomeNewReplica()
      return .done
    case .finish: preconditionFailure("the loop in sync() ends on .finish")
    }
  }

  private func becomeNewReplica() throws -> NewReplicaReport {
    func become(_ random: inout some RandomNumberGenerator) throws -> NewReplicaReport {
      try store.becomeNewReplica(ReplicaID(bits: random.next()), random: &random)
    }
    return try become(&random)
  }

  private func exchange(
    _ batch: PushBatch, _ run: inout SyncRun, _ progress: @Sendable (Progress) -> Void
  ) async throws -> SyncMachine.Event {
    let body = batch.request.body
    run.batch = batch
    run.report.pushed += batch.request.items.count
    run.report.bytesUp += body.count
    run.report.heldBack = batch.heldBack
    run.report.waitingFor = batch.waitingFor
    let request = TransportRequest(
      method: "POST", target: ProtocolPath.exchange,
      headers: [
        TransportHeader("authorization", "Bearer \(try store.identity.token)"),
        TransportHeader("content-type", MediaType.ndjson), TransportHeader("accept", MediaType.ndjson),
      ],
      body: body, answerBytesMax: ProtocolLimits.answerBytesMax,
      timeLimit: .seconds(SyncPolicy.exchangeSecondsMax))
    progress(.sent(lines: batch.request.items.count, bytes: body.count))
    let response: TransportResponse
    do throws(TransportFailure) {
      response = try await transport.send(request)
    } catch {
      return .failed(error)
    }
    run.report.bytesDown += response.wireBytes
    let answer = ExchangeAnswer(response)
    if case .frames(let frames) = answer { run.frames = frames }
    return .answered(answer)
  }

  /// One request of what the server lost: a stream's frontier, or a body beyond it.
  private func giveBack(
    _ run: inout SyncRun, _ progress: @Sendable (Progress) -> Void
  ) async throws -> SyncMachine.Event {
    var giving =
      if let begun = run.giveBack { begun } else {
        GiveBackRun(streams: try store.streamsToGiveBack(), replica: try store.identity.replica)
      }
    guard let request = giving.next() else {
      try store.gaveBack()
      run.giveBack = nil
      return .gaveBack(more: false)
    }
    let body = request.body
    run.report.bytesUp += body.count
    // Kept as it stands: after a failure the same request goes again (law L6).
    run.giveBack = giving
    let token = try store.identity.token
    let response: TransportResponse
    do throws(TransportFailure) {
      response = try await transport.send(.recovery(body, token: token))
    } catch {
      return .failed(error)
    }
    run.report.bytesDown += response.wireBytes
    guard let answer = RecoveryAnswer(response), answer.stream == request.stream else {
      return .answered(ExchangeAnswer(response))
    }
    try giving.took(answer) { try GiveBackSource(store.chainsToGiveBack($0)) }
    run.giveBack = giving
    run.report.givenBack += answer.admitted
    run.report.givenAside += answer.quarantined
    progress(.gaveBack(run.report))
    return .gaveBack(more: true)
  }

  private func absorb(
    _ run: inout SyncRun, _ progress: @Sendable (Progress) -> Void
  ) throws -> SyncMachine.Event {
    guard let batch = run.batch else { preconditionFailure("frames are absorbed only after an exchange") }
    let absorbed: AbsorbReport
    do {
      absorbed = try store.absorb(run.frames, pushed: batch, now: now(), deviceKeys: try keys())
    } catch let error as ReplicaStoreError {
      guard case .answerMismatch(let detail) = error else { throw error }
      return .mismatched(detail)
    }
    run.frames = []
    run.report.add(absorbed)
    run.report.clockOffsetMilliseconds = try store.status().clockOffsetMilliseconds
    progress(.absorbed(run.report))
    let next = try store.pendingPush(holdsBack: holdsBack)
    return .absorbed(
      SyncMachine.Absorbed(
        more: absorbed.more, pending: next.request.items.count + next.remaining, pushed: batch.request.items.count,
        receipts: absorbed.receipts, beyond: batch.request.header.last + 1 - batch.seqs.upperBound,
        different: absorbed.different, interruption: absorbed.interruption, isRecovering: absorbed.isRecovering,
        owesGiveBack: absorbed.owesGiveBack))
  }

  private func keys() throws -> DeviceKeyLookup { DeviceKeyring(try deviceKeys(store)).lookup }
}

extension SyncReport {
  /// Adds what one answer changed.
  mutating func add(_ absorbed: AbsorbReport) {
    accepted += absorbed.accepted
    refused += absorbed.refused.map {
      Refused(id: $0.id, stream: $0.stream, code: $0.code.code, detail: $0.detail)
    }
    received += absorbed.received
    entered += absorbed.entered
    whole += absorbed.whole
    rest = absorbed.rest
    left += absorbed.left
    faults += absorbed.faults
    equal.formUnion(absorbed.equal)
    equal.subtract(absorbed.different)
    different.formUnion(absorbed.different)
    different.subtract(absorbed.equal)
    outbox = absorbed.outbox
    unverifiedSeals = absorbed.unverifiedSeals
  }
}
