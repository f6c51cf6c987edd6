public import ServerCore
import SyncCore
import Synchronization

/// A ledger in memory that can be set back to an earlier moment, as a server restored from its backup is.
///
/// Setting back is for the moments in which no transaction runs; the server is started anew after it.
public final class RewindableLedger: Ledger {
  private struct State {
    var current = InMemoryLedger()
    var puts: [LedgerPut] = []
    var mark: Int?
  }

  private let state = Mutex(State())

  /// Creates an empty ledger.
  public init() {}

  /// Runs one transaction and remembers what it put, if it succeeded.
  public func write<T>(_ body: (any LedgerTransaction) throws -> T) throws -> T {
    let current = state.withLock { $0.current }
    return try current.write { transaction in
      let recorder = PutRecorder(transaction)
      let result = try body(recorder)
      let puts = recorder.puts
      state.withLock { $0.puts += puts }
      return result
    }
  }

  /// Reads one consistent state.
  public func read<T>(_ body: (any LedgerReading) throws -> T) throws -> T {
    try state.withLock { $0.current }.read(body)
  }

  /// Takes a backup: the moment `restore` goes back to, in place of an earlier one.
  public func backUp() { state.withLock { $0.mark = $0.puts.count } }

  /// Goes back to the last backup; whatever came after it is gone.
  /// - Returns: false when there is no backup; then nothing changes.
  /// - Throws: what putting everything again throws; then nothing changes.
  public func restore() throws -> Bool {
    let puts = state.withLock { state in state.mark.map { Array(state.puts.prefix($0)) } }
    guard let puts else { return false }
    let fresh = InMemoryLedger()
    try fresh.write { transaction in
      for put in puts { try put.apply(to: transaction) }
    }
    state.withLock { state in
      state.current = fresh
      state.puts = puts
    }
    return true
  }
}

/// One thing put into a ledger.
private enum LedgerPut: Sendable {
  case settings(TenantSettings)
  case record(LogRecord, hash: Digest)
  case stream(StreamRecord)
  case chain(ChainState, StreamID, ReplicaID)
  case receipt(StoredReceipt, ChangeID)
  case owner(ReplicaOwner)
  case joinCode(JoinCode)
  case quarantine(QuarantineRow)
  case recovered(RecoveredRow)
  case publicListRow(String, [UInt8]?)
  case access(@Sendable (any AccessTransaction) throws -> Void)

  func apply(to ledger: any LedgerTransaction) throws {
    switch self {
    case .settings(let settings): try ledger.put(settings)
    case .record(let record, let hash): try ledger.insert(record, hash: hash)
    case .stream(let stream): try ledger.put(stream)
    case .chain(let chain, let stream, let replica): try ledger.put(chain, stream, replica)
    case .receipt(let receipt, let id): try ledger.add(receipt, for: id)
    case .owner(let owner): try ledger.put(owner)
    case .joinCode(let code): try ledger.put(code)
    case .quarantine(let row): try ledger.add(row)
    case .recovered(let row): try ledger.add(row)
    case .publicListRow(let siren, let row): try ledger.putPublicListRow(siren, row)
    case .access(let write): try write(ledger)
    }
  }
}

/// Passes everything on and notes what was put.
private final class PutRecorder: LedgerTransaction {
  private let ledger: any LedgerTransaction
  private(set) var puts: [LedgerPut] = []

  init(_ ledger: any LedgerTransaction) { self.ledger = ledger }

  private func put(_ put: LedgerPut) throws {
    try put.apply(to: ledger)
    puts.append(put)
  }

  func put(_ settings: TenantSettings) throws { try put(.settings(settings)) }
  func insert(_ record: LogRecord, hash: Digest) throws { try put(.record(record, hash: hash)) }
  func put(_ stream: StreamRecord) throws { try put(.stream(stream)) }
  func put(_ chain: ChainState, _ stream: StreamID, _ replica: ReplicaID) throws {
    try put(.chain(chain, stream, replica))
  }
  func add(_ receipt: StoredReceipt, for id: ChangeID) throws { try put(.receipt(receipt, id)) }
  func put(_ owner: ReplicaOwner) throws { try put(.owner(owner)) }
  func put(_ code: JoinCode) throws { try put(.joinCode(code)) }
  func add(_ row: QuarantineRow) throws { try put(.quarantine(row)) }
  func add(_ row: RecoveredRow) throws { try put(.recovered(row)) }
  func putPublicListRow(_ siren: String, _ row: [UInt8]?) throws { try put(.publicListRow(siren, row)) }
  func put(_ password: PasswordRecord) throws { try put(.access { try $0.put(password) }) }
  func put(_ session: ConsoleSession) throws { try put(.access { try $0.put(session) }) }
  func removeSession(_ hash: Digest) throws { try put(.access { try $0.removeSession(hash) }) }
  func removeSessions(of user: UserID) throws { try put(.access { try $0.removeSessions(of: user) }) }
  func removeSessions(endedBy time: Int64) throws { try put(.access { try $0.removeSessions(endedBy: time) }) }
  func put(_ contact: DeviceContact) throws { try put(.access { try $0.put(contact) }) }

  func settings() throws -> TenantSettings? { try ledger.settings() }
  func tip() throws -> LogTip { try ledger.tip() }
  func hash(at position: Int) throws -> Digest? { try ledger.hash(at: position) }
  func record(at position: Int) throws -> LogRecord? { try ledger.record(at: position) }
  func scan(
    _ stream: StreamID?, after: Int, through: Int,
    _ visitor: (LogPlace, (inout [UInt8]) throws -> Void) throws -> Bool
  ) throws {
    try ledger.scan(stream, after: after, through: through, visitor)
  }
  func stream(_ stream: StreamID) throws -> StreamRecord? { try ledger.stream(stream) }
  func streams(firstAfter position: Int) throws -> [StreamRecord] { try ledger.streams(firstAfter: position) }
  func chain(_ stream: StreamID, _ replica: ReplicaID) throws -> ChainState? { try ledger.chain(stream, replica) }
  func chains(_ stream: StreamID) throws -> [ReplicaID: ChainState] { try ledger.chains(stream) }
  func receipt(_ id: ChangeID) throws -> StoredReceipt? { try ledger.receipt(id) }
  func lastSeq(_ replica: ReplicaID) throws -> Int { try ledger.lastSeq(replica) }
  func owner(_ replica: ReplicaID) throws -> ReplicaOwner? { try ledger.owner(replica) }
  func joinCode(_ hash: Digest) throws -> JoinCode? { try ledger.joinCode(hash) }
  func quarantine(after number: Int, limit: Int) throws -> [QuarantineRow] {
    try ledger.quarantine(after: number, limit: limit)
  }
  func firstUnanswered(_ replica: ReplicaID, after seq: Int) throws -> Int {
    try ledger.firstUnanswered(replica, after: seq)
  }
  func isQuarantined(_ id: ChangeID, digest: Digest) throws -> Bool { try ledger.isQuarantined(id, digest: digest) }
  func recovered(after position: Int, limit: Int) throws -> [RecoveredRow] {
    try ledger.recovered(after: position, limit: limit)
  }
  func recoveredCount() throws -> Int { try ledger.recoveredCount() }
  func publicListRow(_ siren: String) throws -> [UInt8]? { try ledger.publicListRow(siren) }
  func publicListRows() throws -> [(siren: String, row: [UInt8])] { try ledger.publicListRows() }
  func password(_ login: LoginName) throws -> PasswordRecord? { try ledger.password(login) }
  func session(_ hash: Digest) throws -> ConsoleSession? { try ledger.session(hash) }
  func contacts() throws -> [DeviceContact] { try ledger.contacts() }
}
