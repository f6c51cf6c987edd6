import GRDB
import ServerCore
import ServerStorage
import SyncCore
import SyncProtocol
import Testing
import WorkingDays

@Suite struct `the ledger seam` {
  private struct Cut: Error {}

  private func ledger(_ kind: LedgerKind, _ folder: TemporaryFolder) throws -> any Ledger {
    switch kind {
    case .inMemory: InMemoryLedger()
    case .sqlite: try SQLiteLedger(path: folder.file)
    }
  }

  private let digest = Digest(of: [1])
  private let replica = ReplicaID(bits: UInt64.max - 5)
  private var id: ChangeID { ChangeID(replica: replica, seq: 1) }

  private func skip(_ position: Int, _ stream: StreamID = .directory) -> LogRecord {
    LogRecord(
      LogEntry(
        position: position, received: 5,
        content: .skip(stream: stream, id: ChangeID(replica: replica, seq: position), digest: digest)))
  }

  private func fill(_ transaction: any LedgerTransaction) throws {
    let user = try #require(UserID("u-1"))
    let settings = TenantSettings(
      tenant: try #require(TenantID("t")), epoch: 2, serverReplica: replica, serverKey: [1, 2], serverSeq: 3,
      publicListReplica: ReplicaID(bits: 4), publicListSeq: 5, bookmarkKey: [6], backedUpThrough: 7,
      sweptOn: CivilDate("2026-09-21"), recovery: nil)
    try transaction.put(settings)
    #expect(try transaction.settings() == settings)
    for position in 1...3 {
      let record = skip(position, position == 2 ? .office : .directory)
      try transaction.insert(record, hash: Digest(of: [UInt8(position)]))
    }
    try transaction.put(StreamRecord(stream: .directory, first: 1, last: 3))
    try transaction.put(StreamRecord(stream: .office, first: 2, last: 2))
    let chain = ChainState(seq: 3, link: Link(digest), acceptedSeq: 1, acceptedLink: Link(Digest(of: [2])))
    try transaction.put(chain, .directory, replica)
    try transaction.add(
      StoredReceipt(digest: digest, receipt: .refused(.unknownOver, detail: "x"), stream: .office, link: Link(digest)),
      for: id)
    try transaction.add(
      StoredReceipt(digest: digest, receipt: .accepted(position: 3), stream: nil, link: nil),
      for: ChangeID(replica: replica, seq: 2))
    try transaction.put(
      ReplicaOwner(replica: replica, device: replica, user: user, publicKey: [9], keyHolder: ReplicaID(bits: 4)))
    try transaction.put(JoinCode(hash: digest, user: user, expires: 10, usedBy: replica))
    try transaction.add(
      QuarantineRow(
        id: id, user: user, received: 1, code: .poison, detail: "", stream: .office, bytes: [0, 255, 10]))
    let login = try #require(LoginName("bureau"))
    try transaction.put(PasswordRecord(login: login, user: user, salt: [1], key: [2, 3], costLog2: 15))
    try transaction.put(ConsoleSession(hash: digest, user: user, expires: 20))
    try transaction.put(DeviceContact(device: replica, last: 30))
    try transaction.putPublicListRow("900000019", [1])
  }

  @Test(arguments: LedgerKind.allCases)
  func `what was written is read back the same, in a later transaction`(_ kind: LedgerKind) throws {
    let folder = try TemporaryFolder()
    let ledger = try ledger(kind, folder)
    try ledger.write(fill)
    try ledger.read { (reading: any LedgerReading) throws -> Void in
      #expect(try reading.tip() == LogTip(position: 3, hash: Digest(of: [3])))
      #expect(try reading.hash(at: 0) == LogTip.origin.hash)
      #expect(try reading.hash(at: 2) == Digest(of: [2]))
      #expect(try reading.hash(at: 4) == nil)
      #expect(try reading.record(at: 2) == skip(2, .office))
      #expect(try reading.record(at: 4) == nil)
      var seen: [Int] = []
      try reading.visit(.directory, after: 0, through: 3) {
        seen.append($0.position); return true
      }
      #expect(seen == [1, 3])
      seen = []
      try reading.visit(nil, after: 1, through: 3) {
        seen.append($0.position); return $0.position < 2
      }
      #expect(seen == [2])
      #expect(try reading.stream(.office) == StreamRecord(stream: .office, first: 2, last: 2))
      #expect(try reading.streams(firstAfter: 1).map(\.stream) == [.office])
      #expect(try reading.chain(.directory, replica)?.acceptedSeq == 1)
      #expect(try reading.chains(.directory).count == 1)
      #expect(try reading.chain(.office, replica) == nil)
      #expect(try reading.receipt(id)?.receipt == .refused(.unknownOver, detail: "x"))
      #expect(try reading.receipt(id)?.link == Link(digest))
      #expect(try reading.receipt(ChangeID(replica: replica, seq: 2))?.stream == nil)
      #expect(try reading.lastSeq(replica) == 2)
      #expect(try reading.lastSeq(ReplicaID(bits: 1)) == 0)
      #expect(try reading.owner(replica)?.publicKey == [9])
      #expect(try reading.owner(replica)?.keyHolder == ReplicaID(bits: 4))
      let (user, login) = (try #require(UserID("u-1")), try #require(LoginName("bureau")))
      let password = PasswordRecord(login: login, user: user, salt: [1], key: [2, 3], costLog2: 15)
      #expect(try reading.password(login) == password)
      #expect(try reading.session(digest) == ConsoleSession(hash: digest, user: user, expires: 20))
      #expect(try reading.contacts() == [DeviceContact(device: replica, last: 30)])
      #expect(try reading.joinCode(digest)?.usedBy == replica)
      #expect(try reading.quarantine(after: 0, limit: 9).map(\.bytes) == [[0, 255, 10]])
      #expect(try reading.quarantine(after: 1, limit: 9).isEmpty)
      #expect(try reading.publicListRow("900000019") == [1])
      #expect(try reading.publicListRows().map(\.siren) == ["900000019"])
    }
  }

  @Test(arguments: LedgerKind.allCases)
  func `a transaction that fails leaves nothing behind`(_ kind: LedgerKind) throws {
    let folder = try TemporaryFolder()
    let ledger = try ledger(kind, folder)
    #expect(throws: Cut.self) {
      try ledger.write { transaction in
        try fill(transaction)
        throw Cut()
      }
    }
    try ledger.read { (reading: any LedgerReading) throws -> Void in
      #expect(try reading.settings() == nil)
      #expect(try reading.tip() == .origin)
      #expect(try reading.streams(firstAfter: 0).isEmpty)
      #expect(try reading.chains(.directory).isEmpty)
      #expect(try reading.receipt(id) == nil)
      #expect(try reading.lastSeq(replica) == 0)
      #expect(try reading.owner(replica) == nil)
      #expect(try reading.owner(replica) == nil)
      #expect(try reading.password(try #require(LoginName("bureau"))) == nil)
      #expect(try reading.session(digest) == nil)
      #expect(try reading.contacts().isEmpty)
      #expect(try reading.joinCode(digest) == nil)
      #expect(try reading.quarantine(after: 0, limit: 1).isEmpty)
      #expect(try reading.publicListRows().isEmpty)
    }
    try ledger.write(fill)
    #expect(try ledger.read { try $0.quarantine(after: 0, limit: 1).first?.id } == id)
  }

  @Test(arguments: LedgerKind.allCases)
  func `positions have no holes`(_ kind: LedgerKind) throws {
    let folder = try TemporaryFolder()
    let ledger = try ledger(kind, folder)
    #expect(throws: LedgerFault.position(expected: 1, found: 2)) {
      try ledger.write { try $0.insert(skip(2), hash: digest) }
    }
    #expect(throws: LedgerFault.position(expected: 2, found: 1)) {
      try ledger.write { transaction in
        try transaction.insert(skip(1), hash: digest)
        try transaction.insert(skip(1), hash: digest)
      }
    }
  }

  @Test(arguments: LedgerKind.allCases)
  func `a receipt is never replaced`(_ kind: LedgerKind) throws {
    let folder = try TemporaryFolder()
    let ledger = try ledger(kind, folder)
    let receipt = StoredReceipt(digest: digest, receipt: .accepted(position: 1), stream: nil, link: nil)
    try ledger.write { try $0.add(receipt, for: id) }
    #expect(throws: LedgerFault.receiptExists(id.description)) { try ledger.write { try $0.add(receipt, for: id) } }
  }

  @Test(arguments: LedgerKind.allCases)
  func `a device that changed its key is written in the place of what it was`(_ kind: LedgerKind) throws {
    let folder = try TemporaryFolder()
    let ledger = try ledger(kind, folder)
    let user = try #require(UserID("u-1"))
    for holder in [nil, ReplicaID(bits: 4)] {
      try ledger.write {
        try $0.put(ReplicaOwner(replica: replica, device: replica, user: user, publicKey: [1], keyHolder: holder))
      }
      #expect(try ledger.read { try $0.owner(replica)?.keyHolder } == holder)
    }
  }

  @Test func `a file opened again holds what was written`() throws {
    let folder = try TemporaryFolder()
    let first = try SQLiteLedger(path: folder.file)
    try first.write(fill)
    try first.close()
    let second = try SQLiteLedger(path: folder.file)
    #expect(try second.read { try $0.tip().position } == 3)
    #expect(try second.read { try $0.receipt(id)?.digest } == digest)
  }

  @Test func `a file that another process holds is busy, not damaged`() throws {
    let folder = try TemporaryFolder()
    let first = try SQLiteLedger(path: folder.file)
    let second = try SQLiteLedger(path: folder.file, part: .command, busySeconds: 0.05)
    try first.write { transaction in
      try fill(transaction)
      #expect(throws: LedgerFault.busy) { try second.write { _ in } }
    }
    #expect(try second.read { try $0.tip().position } == 3)
  }

  @Test(arguments: LedgerKind.allCases)
  func `sessions go one by one, all of a user's, or those whose time is over`(_ kind: LedgerKind) throws {
    let ledger = try ledger(kind, try TemporaryFolder())
    let (one, two) = (try #require(UserID("u-1")), try #require(UserID("u-2")))
    func hash(_ number: UInt8) -> Digest { Digest(of: [number]) }
    func open() throws -> [UInt8] {
      try ledger.read { reading in try (1...5).filter { try reading.session(hash($0)) != nil } }
    }
    try ledger.write { transaction in
      for (number, user, expires) in [(1, one, 10), (2, one, 20), (3, two, 10), (4, two, 30), (5, one, 30)] {
        try transaction.put(ConsoleSession(hash: hash(UInt8(number)), user: user, expires: Int64(expires)))
      }
    }
    try ledger.write { try $0.removeSession(hash(2)) }
    #expect(try open() == [1, 3, 4, 5])
    try ledger.write { try $0.removeSessions(endedBy: 10) }
    #expect(try open() == [4, 5])
    try ledger.write { try $0.removeSessions(of: one) }
    #expect(try open() == [4])
    #expect(throws: Cut.self) {
      try ledger.write { transaction in
        try transaction.removeSessions(of: two)
        throw Cut()
      }
    }
    #expect(try open() == [4])
  }

  @Test(arguments: [
    (
      1,
      "DROP TABLE password; DROP TABLE session; DROP TABLE contact; ALTER TABLE tenant DROP COLUMN swept_on; "
    ),
    (2, "ALTER TABLE tenant DROP COLUMN swept_on; "), (3, ""),
  ])
  func `a file of an earlier layout is brought to this one, and keeps what it holds`(_ layout: Int, drops: String)
    throws
  {
    let folder = try TemporaryFolder()
    do {
      let ledger = try SQLiteLedger(path: folder.file)
      try ledger.write(fill)
      try ledger.close()
      let file = try DatabaseQueue(path: folder.file)
      try file.write {
        try $0.execute(
          sql: drops + """
            ALTER TABLE tenant DROP COLUMN recovery_cause; ALTER TABLE tenant DROP COLUMN recovery_since;
            ALTER TABLE tenant DROP COLUMN recovery_from; DROP TABLE recovered; DROP INDEX quarantine_change;
            PRAGMA user_version = \(layout);
            """)
      }
    }
    let ledger = try SQLiteLedger(path: folder.file)
    let user = try #require(UserID("u-1"))
    try ledger.write { try $0.put(ConsoleSession(hash: digest, user: user, expires: 20)) }
    try ledger.read { (reading: any LedgerReading) throws -> Void in
      #expect(try reading.session(digest)?.user == user)
      #expect(try reading.joinCode(digest)?.usedBy == replica)
      #expect(try reading.tip().position == 3)
      #expect(try reading.settings()?.backedUpThrough == 7)
      #expect(try reading.settings()?.sweptOn == (layout < 3 ? nil : CivilDate("2026-09-21")))
      #expect(try reading.settings()?.recovery == nil)
    }
  }
}
