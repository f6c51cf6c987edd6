import Foundation
import SyncCore

/// A ledger without a disk, for simulations and tests: everything else of the seam's promises holds.
///
/// `@unchecked Sendable`: `state` is touched only between `lock()` and `unlock()`, by the transaction that holds it.
public final class InMemoryLedger: Ledger, @unchecked Sendable {
  private let lock = NSLock()
  private let state: InMemoryState

  /// Creates an empty ledger.
  public init() { state = InMemoryState() }

  /// Copies a ledger as it stands between two transactions, as a backup does.
  public init(copyOf ledger: InMemoryLedger) {
    ledger.lock.lock()
    defer { ledger.lock.unlock() }
    state = InMemoryState(copyOf: ledger.state)
  }

  /// Runs one transaction; what a body that throws did is undone step by step.
  public func write<T>(_ body: (any LedgerTransaction) throws -> T) throws -> T {
    lock.lock()
    defer { lock.unlock() }
    do {
      let result = try body(state)
      state.undo = []
      return result
    } catch {
      state.rollBack()
      throw error
    }
  }

  /// Reads under the same lock.
  public func read<T>(_ body: (any LedgerReading) throws -> T) throws -> T {
    lock.lock()
    defer { lock.unlock() }
    return try body(state)
  }
}

private struct ChainKey: Hashable {
  let stream: StreamID
  let replica: ReplicaID
}

private final class InMemoryState: LedgerTransaction {
  var undo: [() -> Void] = []
  private var tenant: TenantSettings?
  private var log: [(record: LogRecord, hash: Digest)] = []
  private var places: [StreamID: [Int]] = [:]
  private var streamRecords: [StreamID: StreamRecord] = [:]
  private var chainStates: [StreamID: [ReplicaID: ChainState]] = [:]
  private var receipts: [ChangeID: StoredReceipt] = [:]
  private var lastSeqs: [ReplicaID: Int] = [:]
  private var owners: [ReplicaID: ReplicaOwner] = [:]
  private var codes: [Digest: JoinCode] = [:]
  private var aside: [QuarantineRow] = []
  private var broughtBack: [RecoveredRow] = []
  private var publicList: [String: [UInt8]] = [:]
  private var passwords: [UserID: PasswordRecord] = [:]
  private var sessions: [Digest: ConsoleSession] = [:]
  private var lastContacts: [ReplicaID: Int64] = [:]

  init() {}

  init(copyOf other: InMemoryState) {
    (tenant, log, places, streamRecords) = (other.tenant, other.log, other.places, other.streamRecords)
    (chainStates, receipts, lastSeqs) = (other.chainStates, other.receipts, other.lastSeqs)
    (owners, codes, aside) = (other.owners, other.codes, other.aside)
    (broughtBack, publicList, passwords) = (other.broughtBack, other.publicList, other.passwords)
    (sessions, lastContacts) = (other.sessions, other.lastContacts)
  }

  func rollBack() {
    for step in undo.reversed() { step() }
    undo = []
  }

  private func set<V>(_ path: ReferenceWritableKeyPath<InMemoryState, V>, _ value: V) {
    let before = self[keyPath: path]
    undo.append { [unowned self] in self[keyPath: path] = before }
    self[keyPath: path] = value
  }

  func settings() -> TenantSettings? { tenant }
  func put(_ settings: TenantSettings) { set(\.tenant, settings) }

  func tip() -> LogTip { log.last.map { LogTip(position: $0.record.position, hash: $0.hash) } ?? .origin }

  func hash(at position: Int) -> Digest? {
    if position == 0 { return LogTip.origin.hash }
    return position >= 1 && position <= log.count ? log[position - 1].hash : nil
  }

  func record(at position: Int) -> LogRecord? {
    position >= 1 && position <= log.count ? log[position - 1].record : nil
  }

  func insert(_ record: LogRecord, hash: Digest) throws {
    guard record.position == log.count + 1 else {
      throw LedgerFault.position(expected: log.count + 1, found: record.position)
    }
    log.append((record, hash))
    places[record.stream, default: []].append(record.position)
    undo.append { [unowned self] in
      log.removeLast()
      places[record.stream]?.removeLast()
    }
  }

  func scan(
    _ stream: StreamID?, after: Int, through: Int,
    _ visitor: (LogPlace, (inout [UInt8]) throws -> Void) throws -> Bool
  ) throws {
    func show(_ place: Int) throws -> Bool {
      let record = log[place].record
      return try visitor(record.place) { $0.append(contentsOf: record.frame) }
    }
    guard let stream else {
      let end = min(through, log.count)
      guard after < end else { return }
      for place in max(0, after)..<end {
        guard try show(place) else { return }
      }
      return
    }
    let positions = places[stream] ?? []
    var low = 0
    var high = positions.count
    while low < high {
      let middle = (low + high) / 2
      if positions[middle] <= after { low = middle + 1 } else { high = middle }
    }
    while low < positions.count, positions[low] <= through {
      guard try show(positions[low] - 1) else { return }
      low += 1
    }
  }

  func stream(_ stream: StreamID) -> StreamRecord? { streamRecords[stream] }
  func streams(firstAfter position: Int) -> [StreamRecord] {
    streamRecords.values.filter { $0.first > position }.sorted { $0.first < $1.first }
  }
  func put(_ stream: StreamRecord) { set(\.streamRecords[stream.stream], stream) }

  func chain(_ stream: StreamID, _ replica: ReplicaID) -> ChainState? { chainStates[stream]?[replica] }
  func chains(_ stream: StreamID) -> [ReplicaID: ChainState] { chainStates[stream] ?? [:] }
  func put(_ chain: ChainState, _ stream: StreamID, _ replica: ReplicaID) {
    let before = chainStates[stream]?[replica]
    chainStates[stream, default: [:]][replica] = chain
    undo.append { [unowned self] in chainStates[stream]?[replica] = before }
  }

  func receipt(_ id: ChangeID) -> StoredReceipt? { receipts[id] }
  func lastSeq(_ replica: ReplicaID) -> Int { lastSeqs[replica] ?? 0 }
  func firstUnanswered(_ replica: ReplicaID, after seq: Int) -> Int {
    var next = seq + 1
    while receipts[ChangeID(replica: replica, seq: next)] != nil { next += 1 }
    return next
  }
  func add(_ receipt: StoredReceipt, for id: ChangeID) throws {
    guard receipts[id] == nil else { throw LedgerFault.receiptExists(id.description) }
    set(\.receipts[id], receipt)
    if id.seq > lastSeq(id.replica) { set(\.lastSeqs[id.replica], id.seq) }
  }

  func owner(_ replica: ReplicaID) -> ReplicaOwner? { owners[replica] }
  func put(_ owner: ReplicaOwner) {
    set(\.owners[owner.replica], owner)
  }

  func joinCode(_ hash: Digest) -> JoinCode? { codes[hash] }
  func put(_ code: JoinCode) { set(\.codes[code.hash], code) }

  func quarantine(after number: Int, limit: Int) -> [QuarantineRow] {
    Array(aside.dropFirst(max(0, number)).prefix(limit))
  }
  func add(_ row: QuarantineRow) {
    var row = row
    row.number = aside.count + 1
    aside.append(row)
    undo.append { [unowned self] in aside.removeLast() }
  }

  func isQuarantined(_ id: ChangeID, digest: Digest) -> Bool {
    let held = aside.filter { $0.id == id }
    return held.count >= ServerLimits.quarantinedPerNameMax || held.contains { Digest(of: $0.bytes) == digest }
  }

  func recovered(after position: Int, limit: Int) -> [RecoveredRow] {
    Array(broughtBack.lazy.filter { $0.position > position }.prefix(limit))
  }
  func recoveredCount() -> Int { broughtBack.count }
  func add(_ row: RecoveredRow) {
    broughtBack.append(row)
    undo.append { [unowned self] in broughtBack.removeLast() }
  }

  func publicListRow(_ siren: String) -> [UInt8]? { publicList[siren] }
  func publicListRows() -> [(siren: String, row: [UInt8])] {
    publicList.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { ($0.key, $0.value) }
  }
  func putPublicListRow(_ siren: String, _ row: [UInt8]?) { set(\.publicList[siren], row) }

  func password(_ login: LoginName) -> PasswordRecord? { passwords.values.first { $0.login == login } }
  func put(_ password: PasswordRecord) { set(\.passwords[password.user], password) }
  func session(_ hash: Digest) -> ConsoleSession? { sessions[hash] }
  func put(_ session: ConsoleSession) { set(\.sessions[session.hash], session) }
  func removeSession(_ hash: Digest) { set(\.sessions[hash], nil) }
  func removeSessions(of user: UserID) { set(\.sessions, sessions.filter { $0.value.user != user }) }
  func removeSessions(endedBy time: Int64) { set(\.sessions, sessions.filter { $0.value.expires > time }) }
  func contacts() -> [DeviceContact] {
    lastContacts.sorted { $0.key < $1.key }.map { DeviceContact(device: $0.key, last: $0.value) }
  }
  func put(_ contact: DeviceContact) { set(\.lastContacts[contact.device], contact.last) }
}
