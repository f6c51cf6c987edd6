import Crypto
import SyncCore
import SyncProtocol
import WorkingDays

/// One writing transaction in progress: appends to the log, keeps chains and folds in step, writes as the server.
///
/// Everything it holds is thrown away with the transaction when that fails.
final class Workspace {
  /// One of the server's two replicas.
  enum Writer { case server, publicList }

  private struct Chain: Hashable {
    let stream: StreamID
    let replica: ReplicaID
  }

  let ledger: any LedgerTransaction
  /// When this transaction's lines were received, milliseconds since 1970 UTC.
  let now: Int64
  var folds: FoldCache
  var random: any RandomNumberGenerator & Sendable
  private(set) var settings: TenantSettings
  /// What this transaction put into quarantine, by the device it came from.
  var keptAside: [ReplicaID: QuarantineUse] = [:]
  private(set) var tip: LogTip
  private let tipBefore: LogTip
  private var chains: [Chain: ChainState] = [:]
  private var changedChains: Set<Chain> = []
  private var streams: [StreamID: StreamRecord] = [:]
  private var unsealed: Set<Chain> = []
  private var settingsChanged = false
  private var existing: Set<StreamID> = []

  init(
    ledger: any LedgerTransaction, folds: consuming FoldCache, random: any RandomNumberGenerator & Sendable,
    now: Int64
  ) throws {
    guard let settings = try ledger.settings() else { throw LedgerFault.noTenant }
    self.ledger = ledger
    self.folds = folds
    self.random = random
    self.now = now
    self.settings = settings
    tip = try ledger.tip()
    tipBefore = tip
    try self.folds.catchUp(ledger, tip: tip.position)
  }

  /// Whether anything was appended.
  var hasAppended: Bool { tip.position > tipBefore.position }

  func fold(_ stream: StreamID) throws -> StreamFold { try folds.fold(stream, ledger) }

  // MARK: chains

  func chain(_ stream: StreamID, _ replica: ReplicaID) throws -> ChainState {
    let key = Chain(stream: stream, replica: replica)
    if let held = chains[key] { return held }
    let state =
      try ledger.chain(stream, replica)
      ?? ChainState(origin: .origin(tenant: settings.tenant, stream: stream, replica: replica))
    chains[key] = state
    return state
  }

  /// Takes a line into its chain.
  /// - Returns: the link there.
  @discardableResult
  func advance(_ stream: StreamID, _ id: ChangeID, line: SyncCore.Digest, isAccepted: Bool) throws -> Link {
    var state = try chain(stream, id.replica)
    state.advance(seq: id.seq, line: line, isAccepted: isAccepted)
    let key = Chain(stream: stream, replica: id.replica)
    chains[key] = state
    changedChains.insert(key)
    if isAccepted { existing.insert(stream) }
    return state.link
  }

  /// The last accepted seq of a replica in a stream; 0 when none.
  func acceptedSeq(_ stream: StreamID, _ replica: ReplicaID) throws -> Int {
    try chain(stream, replica).acceptedSeq
  }

  /// The last accepted seq of every replica that has one in a stream.
  func acceptedSeqs(_ stream: StreamID) throws -> [ReplicaID: Int] {
    var seqs = try ledger.chains(stream).mapValues(\.acceptedSeq)
    for (key, state) in chains where key.stream == stream { seqs[key.replica] = state.acceptedSeq }
    return seqs.filter { $0.value > 0 }
  }

  /// Whether anybody has an accepted line in a stream.
  func exists(_ stream: StreamID) throws -> Bool {
    if existing.contains(stream) { return true }
    guard try ledger.chains(stream).contains(where: { $0.value.acceptedSeq > 0 }) else { return false }
    existing.insert(stream)
    return true
  }

  // MARK: the log

  /// Appends an entry.
  /// - Returns: its position.
  @discardableResult
  func append(_ content: LogEntry.Content) throws -> Int {
    let record = LogRecord(LogEntry(position: tip.position + 1, received: now, content: content))
    let hash = record.hash(after: tip.hash)
    try ledger.insert(record, hash: hash)
    tip = LogTip(position: record.position, hash: hash)
    if streams[record.stream] == nil {
      streams[record.stream] =
        try ledger.stream(record.stream)
        ?? StreamRecord(stream: record.stream, first: record.position, last: record.position)
    }
    streams[record.stream]?.last = record.position
    if case .line(let line) = content {
      folds.append(line, of: record.stream, at: record.position)
    } else {
      folds.append(nil, of: record.stream, at: record.position)
    }
    return record.position
  }

  // MARK: the server's own lines

  /// Writes one change as the server or as the public list.
  /// - Throws: `ChangeFault` when it breaks a bound of the line; nothing was appended then.
  @discardableResult
  func write(_ operations: [SyncCore.Operation], in stream: StreamID, as writer: Writer) throws -> ChangeID {
    let id: ChangeID
    switch writer {
    case .server: id = ChangeID(replica: settings.serverReplica, seq: settings.serverSeq + 1)
    case .publicList: id = ChangeID(replica: settings.publicListReplica, seq: settings.publicListSeq + 1)
    }
    let line = try ChangeLine(
      printing: Change(
        id: id, salt: Crockford32.encode(high: random.next(), low: random.next()), time: now,
        by: writer == .server ? .server : .publicList, stream: stream, operations: operations))
    switch writer {
    case .server: settings.serverSeq = id.seq
    case .publicList: settings.publicListSeq = id.seq
    }
    settingsChanged = true
    try advance(stream, id, line: line.digest, isAccepted: true)
    try append(.line(line))
    unsealed.insert(Chain(stream: stream, replica: id.replica))
    return id
  }

  /// Notes that all dossiers were swept on a day.
  func noteSweep(on day: CivilDate) {
    settings.sweptOn = day
    settingsChanged = true
  }

  /// Writes other settings at the end.
  func replace(settings: TenantSettings) {
    self.settings = settings
    settingsChanged = true
  }

  /// Has a chain written with the server's key sealed with the others at the end.
  func sealAtEnd(_ stream: StreamID, _ replica: ReplicaID) {
    unsealed.insert(Chain(stream: stream, replica: replica))
  }

  /// Seals what the server wrote, one seal per stream and replica, and stores chains, streams and settings.
  func finish() throws {
    if !unsealed.isEmpty {
      let key = try Curve25519.Signing.PrivateKey(rawRepresentation: settings.serverKey)
      for chain in unsealed.sorted(by: { ($0.stream, $0.replica) < ($1.stream, $1.replica) }) {
        let state = try self.chain(chain.stream, chain.replica)
        try append(
          .seal(
            Seal(
              stream: chain.stream, through: ChangeID(replica: chain.replica, seq: state.seq), link: state.link,
              key: key)))
      }
      unsealed = []
    }
    for key in changedChains { try ledger.put(try chain(key.stream, key.replica), key.stream, key.replica) }
    changedChains = []
    for record in streams.values { try ledger.put(record) }
    streams = [:]
    if settingsChanged { try ledger.put(settings) }
    settingsChanged = false
  }
}
