import ServerCore
import SyncCore
import SyncProtocol

extension SQLiteTransaction {
  func receipt(_ id: ChangeID) throws -> StoredReceipt? {
    let row = try prepared(
      "SELECT digest, position, code, detail, stream, link FROM receipt WHERE replica = ? AND seq = ?", of: "receipt")
    row.bind(1, id.replica)
    row.bind(2, id.seq)
    return try row.first { row in
      let receipt: Receipt =
        try row.optional(1, row.int).map { .accepted(position: $0) }
        ?? .refused(RefusalCode(code: try row.text(2)), detail: try row.text(3))
      return StoredReceipt(
        digest: try row.digest(0), receipt: receipt,
        stream: try row.optional(4) { try row.value($0) { StreamID($0) } }, link: try row.optional(5, row.link))
    }
  }

  func lastSeq(_ replica: ReplicaID) throws -> Int {
    let row = try prepared("SELECT max(seq) FROM receipt WHERE replica = ?", of: "receipt")
    row.bind(1, replica)
    return try row.first { try $0.optional(0, $0.int) }.flatMap { $0 } ?? 0
  }

  func quarantine(after number: Int, limit: Int) throws -> [QuarantineRow] {
    let rows = try prepared(
      """
      SELECT number, replica, seq, user, received, code, detail, stream, bytes FROM quarantine
      WHERE number > ? ORDER BY number LIMIT ?
      """, of: "quarantine")
    rows.bind(1, number)
    rows.bind(2, limit)
    return try rows.all { row in
      QuarantineRow(
        number: try row.int(0), id: ChangeID(replica: try row.replica(1), seq: try row.int(2)),
        user: try row.value(3) { UserID($0) }, received: Int64(try row.int(4)),
        code: RefusalCode(code: try row.text(5)), detail: try row.text(6),
        stream: try row.optional(7) { try row.value($0) { StreamID($0) } }, bytes: try row.bytes(8))
    }
  }
}
