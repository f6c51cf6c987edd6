import GRDB
import ServerCore
import SyncCore
import SyncProtocol

extension SQLiteTransaction {
  func receipt(_ id: ChangeID) throws -> StoredReceipt? {
    guard
      let row = try row("SELECT * FROM receipt WHERE replica = ? AND seq = ?", [id.replica.stored, id.seq])
    else { return nil }
    let reader = SQLiteRow(row, "receipt \(id)")
    let receipt: Receipt
    if let position = try reader.optionalInt("position") {
      receipt = .accepted(position: position)
    } else {
      receipt = .refused(
        RefusalCode(code: try reader.value("code") { $0 as String }),
        detail: try reader.value("detail") { $0 as String })
    }
    return StoredReceipt(
      digest: try reader.digest("digest"), receipt: receipt,
      stream: try reader.optionalText("stream").flatMap { StreamID($0) },
      link: try reader.optionalDigest("link").map { Link($0) })
  }

  func lastSeq(_ replica: ReplicaID) throws -> Int {
    try row("SELECT max(seq) AS seq FROM receipt WHERE replica = ?", [replica.stored])
      .flatMap { try SQLiteRow($0, "receipt").optionalInt("seq") } ?? 0
  }

  func quarantine(after number: Int, limit: Int) throws -> [QuarantineRow] {
    try rows("SELECT * FROM quarantine WHERE number > ? ORDER BY number LIMIT ?", [number, limit]).map { row in
      let reader = SQLiteRow(row, "quarantine")
      return QuarantineRow(
        number: try reader.int("number"),
        id: ChangeID(replica: try reader.replica("replica"), seq: try reader.int("seq")),
        user: try reader.value("user") { UserID($0 as String) }, received: Int64(try reader.int("received")),
        code: RefusalCode(code: try reader.value("code") { $0 as String }),
        detail: try reader.value("detail") { $0 as String },
        stream: try reader.optionalText("stream").flatMap { StreamID($0) }, bytes: try reader.bytes("bytes"))
    }
  }
}
