import ServerCore
import SyncCore

/// What a rewound server asks and lists.
extension SQLiteTransaction {
  func firstUnanswered(_ replica: ReplicaID, after seq: Int) throws -> Int {
    let rows = try prepared("SELECT seq FROM receipt WHERE replica = ? AND seq > ? ORDER BY seq", of: "receipt")
    rows.bind(1, replica)
    rows.bind(2, seq)
    defer { rows.reset() }
    var next = seq + 1
    while try rows.step() {
      guard try rows.int(0) == next else { break }
      next += 1
    }
    return next
  }

  func isQuarantined(_ id: ChangeID, digest: SyncCore.Digest) throws -> Bool {
    let rows = try prepared("SELECT bytes FROM quarantine WHERE replica = ? AND seq = ?", of: "quarantine")
    rows.bind(1, id.replica)
    rows.bind(2, id.seq)
    defer { rows.reset() }
    var seen = 0
    while try rows.step() {
      if SyncCore.Digest(of: try rows.bytes(0)) == digest { return true }
      seen += 1
      if seen == ServerLimits.quarantinedPerNameMax { return true }
    }
    return false
  }

  func recovered(after position: Int, limit: Int) throws -> [RecoveredRow] {
    let rows = try prepared(
      """
      SELECT position, epoch, stream, replica, seq, author, given_by, received FROM recovered
      WHERE position > ? ORDER BY position LIMIT ?
      """, of: "recovered")
    rows.bind(1, position)
    rows.bind(2, limit)
    return try rows.all { row in
      RecoveredRow(
        position: try row.int(0), epoch: try row.int(1), stream: try row.value(2) { StreamID($0) },
        id: ChangeID(replica: try row.replica(3), seq: try row.int(4)),
        author: try row.optional(5) { try row.value($0) { UserID($0) } }, givenBy: try row.replica(6),
        received: Int64(try row.int(7)))
    }
  }

  func recoveredCount() throws -> Int {
    try prepared("SELECT count(*) FROM recovered", of: "recovered").first { try $0.int(0) } ?? 0
  }

  func add(_ entry: RecoveredRow) throws {
    let row = try prepared(
      """
      INSERT INTO recovered (position, epoch, stream, replica, seq, author, given_by, received)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """, of: "recovered")
    row.bind(1, entry.position)
    row.bind(2, entry.epoch)
    row.bind(3, entry.stream)
    row.bind(4, entry.id.replica)
    row.bind(5, entry.id.seq)
    if let author = entry.author { row.bind(6, author.description) } else { row.bindNull(6) }
    row.bind(7, entry.givenBy)
    row.bind(8, Int(entry.received))
    try row.run()
  }
}
