import GRDB
import ServerCore
import SyncCore
import SyncProtocol
import WorkingDays

extension SQLiteTransaction: LedgerTransaction {
  func put(_ settings: TenantSettings) throws {
    let row = try prepared(
      "INSERT OR REPLACE INTO tenant VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", of: "tenant")
    row.bind(1, settings.tenant.description)
    row.bind(2, settings.epoch)
    row.bind(3, settings.serverReplica)
    row.bind(4, settings.serverKey)
    row.bind(5, settings.serverSeq)
    row.bind(6, settings.publicListReplica)
    row.bind(7, settings.publicListSeq)
    row.bind(8, settings.bookmarkKey)
    row.bind(9, settings.backedUpThrough)
    if let day = settings.sweptOn { row.bind(10, day.daysSince1970) } else { row.bindNull(10) }
    if let recovery = settings.recovery {
      row.bind(11, recovery.cause.rawValue)
      row.bind(12, Int(recovery.since))
      row.bind(13, recovery.from)
    } else {
      for index in 11...13 as ClosedRange<Int32> { row.bindNull(index) }
    }
    try row.run()
  }

  func insert(_ record: LogRecord, hash: SyncCore.Digest) throws {
    let next = try nextPosition ?? tipPosition() + 1
    guard record.position == next else { throw LedgerFault.position(expected: next, found: record.position) }
    let row =
      try logInsertion
      ?? prepared(
        "INSERT INTO log (position, stream, kind, replica, seq, hash, frame) VALUES (?, ?, ?, ?, ?, ?, ?)", of: "log")
    logInsertion = row
    row.bind(1, record.position)
    row.bind(2, record.stream)
    row.bind(3, record.kind.rawValue)
    row.bind(4, record.id.replica)
    row.bind(5, record.id.seq)
    row.bind(6, hash)
    try row.run(binding: 7, inPlace: record.frame)
    nextPosition = next + 1
  }

  private func tipPosition() throws -> Int {
    try prepared("SELECT max(position) FROM log", of: "log").first { try $0.optional(0, $0.int) }.flatMap { $0 } ?? 0
  }

  func put(_ stream: StreamRecord) throws {
    let row = try prepared("INSERT OR REPLACE INTO stream (stream, first, last) VALUES (?, ?, ?)", of: "stream")
    row.bind(1, stream.stream)
    row.bind(2, stream.first)
    row.bind(3, stream.last)
    try row.run()
  }

  func put(_ chain: ChainState, _ stream: StreamID, _ replica: ReplicaID) throws {
    let row = try prepared(
      """
      INSERT OR REPLACE INTO chain (stream, replica, seq, link, accepted_seq, accepted_link)
      VALUES (?, ?, ?, ?, ?, ?)
      """, of: "chain")
    row.bind(1, stream)
    row.bind(2, replica)
    row.bind(3, chain.seq)
    row.bind(4, chain.link)
    row.bind(5, chain.acceptedSeq)
    row.bind(6, chain.acceptedLink)
    try row.run()
  }

  func add(_ receipt: StoredReceipt, for id: ChangeID) throws {
    let row =
      try receiptInsertion
      ?? prepared(
        """
        INSERT INTO receipt (replica, seq, digest, position, code, detail, stream, link)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """, of: "receipt")
    receiptInsertion = row
    row.bind(1, id.replica)
    row.bind(2, id.seq)
    row.bind(3, receipt.digest)
    switch receipt.receipt {
    case .accepted(let position):
      row.bind(4, position)
      row.bindNull(5)
      row.bindNull(6)
    case .refused(let code, let spot):
      row.bindNull(4)
      row.bind(5, code.code)
      row.bind(6, spot)
    }
    if let stream = receipt.stream { row.bind(7, stream) } else { row.bindNull(7) }
    if let link = receipt.link { row.bind(8, link) } else { row.bindNull(8) }
    do {
      try row.run()
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
      throw LedgerFault.receiptExists(id.description)
    }
  }

  func put(_ owner: ReplicaOwner) throws {
    let row = try prepared(
      "INSERT OR REPLACE INTO owner (replica, device, user, public_key, key_holder) VALUES (?, ?, ?, ?, ?)",
      of: "owner")
    row.bind(1, owner.replica)
    row.bind(2, owner.device)
    row.bind(3, owner.user.description)
    row.bind(4, owner.publicKey)
    if let holder = owner.keyHolder { row.bind(5, holder) } else { row.bindNull(5) }
    try row.run()
  }

  func put(_ code: JoinCode) throws {
    let row = try prepared(
      "INSERT OR REPLACE INTO join_code (hash, user, expires, used_by) VALUES (?, ?, ?, ?)", of: "join_code")
    row.bind(1, code.hash)
    row.bind(2, code.user.description)
    row.bind(3, Int(code.expires))
    if let replica = code.usedBy { row.bind(4, replica) } else { row.bindNull(4) }
    try row.run()
  }

  func add(_ entry: QuarantineRow) throws {
    let row = try prepared(
      """
      INSERT INTO quarantine (replica, seq, user, received, code, detail, stream, bytes)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """, of: "quarantine")
    row.bind(1, entry.id.replica)
    row.bind(2, entry.id.seq)
    row.bind(3, entry.user.description)
    row.bind(4, Int(entry.received))
    row.bind(5, entry.code.code)
    row.bind(6, entry.detail)
    if let stream = entry.stream { row.bind(7, stream) } else { row.bindNull(7) }
    try row.run(binding: 8, inPlace: entry.bytes)
  }

  func putPublicListRow(_ siren: String, _ content: [UInt8]?) throws {
    guard let content else {
      let row = try prepared("DELETE FROM public_list WHERE siren = ?", of: "public_list")
      row.bind(1, siren)
      return try row.run()
    }
    let row = try prepared("INSERT OR REPLACE INTO public_list (siren, row) VALUES (?, ?)", of: "public_list")
    row.bind(1, siren)
    try row.run(binding: 2, inPlace: content)
  }
}
