import Foundation
import GRDB
import ServerCore
import SyncCore
import SyncProtocol

extension SQLiteTransaction: LedgerTransaction {
  func put(_ settings: TenantSettings) throws {
    try run(
      "INSERT OR REPLACE INTO tenant VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      [
        settings.tenant.description, settings.epoch, settings.serverReplica.stored, Data(settings.serverKey),
        settings.serverSeq, settings.publicListReplica.stored, settings.publicListSeq, Data(settings.bookmarkKey),
        settings.backedUpThrough,
      ])
  }

  func insert(_ record: LogRecord, hash: SyncCore.Digest) throws {
    let next = try nextPosition ?? tipPosition() + 1
    guard record.position == next else { throw LedgerFault.position(expected: next, found: record.position) }
    try run(
      "INSERT INTO log (position, stream, kind, replica, seq, hash, frame) VALUES (?, ?, ?, ?, ?, ?, ?)",
      [
        record.position, record.stream.description, record.kind.rawValue, record.id.replica.stored, record.id.seq,
        Data(hash.bytes), Data(record.frame),
      ])
    nextPosition = next + 1
  }

  private func tipPosition() throws -> Int {
    try row("SELECT max(position) AS position FROM log").flatMap { try SQLiteRow($0, "log").optionalInt("position") }
      ?? 0
  }

  func put(_ stream: StreamRecord) throws {
    try run(
      "INSERT OR REPLACE INTO stream (stream, first, last) VALUES (?, ?, ?)",
      [stream.stream.description, stream.first, stream.last])
  }

  func put(_ chain: ChainState, _ stream: StreamID, _ replica: ReplicaID) throws {
    try run(
      """
      INSERT OR REPLACE INTO chain (stream, replica, seq, link, accepted_seq, accepted_link)
      VALUES (?, ?, ?, ?, ?, ?)
      """,
      [
        stream.description, replica.stored, chain.seq, Data(chain.link.digest.bytes), chain.acceptedSeq,
        Data(chain.acceptedLink.digest.bytes),
      ])
  }

  func add(_ receipt: StoredReceipt, for id: ChangeID) throws {
    let position: Int?
    let code: String?
    let detail: String?
    switch receipt.receipt {
    case .accepted(let accepted): (position, code, detail) = (accepted, nil, nil)
    case .refused(let refusal, let spot): (position, code, detail) = (nil, refusal.code, spot)
    }
    do {
      try run(
        """
        INSERT INTO receipt (replica, seq, digest, position, code, detail, stream, link)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
          id.replica.stored, id.seq, Data(receipt.digest.bytes), position, code, detail, receipt.stream?.description,
          receipt.link.map { Data($0.digest.bytes) },
        ])
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
      throw LedgerFault.receiptExists(id.description)
    }
  }

  func put(_ owner: ReplicaOwner) throws {
    try run(
      "INSERT OR REPLACE INTO owner (replica, device, user, public_key, token_hash) VALUES (?, ?, ?, ?, ?)",
      [
        owner.replica.stored, owner.device.stored, owner.user.description, Data(owner.publicKey),
        owner.tokenHash.map { Data($0.bytes) },
      ])
  }

  func put(_ code: JoinCode) throws {
    try run(
      "INSERT OR REPLACE INTO join_code (hash, user, expires, used_by) VALUES (?, ?, ?, ?)",
      [Data(code.hash.bytes), code.user.description, code.expires, code.usedBy?.stored])
  }

  func add(_ row: QuarantineRow) throws {
    try run(
      """
      INSERT INTO quarantine (replica, seq, user, received, code, detail, stream, bytes)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        row.id.replica.stored, row.id.seq, row.user.description, row.received, row.code.code, row.detail,
        row.stream?.description, Data(row.bytes),
      ])
  }

  func putPublicListRow(_ siren: String, _ row: [UInt8]?) throws {
    if let row {
      try run("INSERT OR REPLACE INTO public_list (siren, row) VALUES (?, ?)", [siren, Data(row)])
    } else {
      try run("DELETE FROM public_list WHERE siren = ?", [siren])
    }
  }
}
