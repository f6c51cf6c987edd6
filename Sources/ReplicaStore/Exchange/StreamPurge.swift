import GRDB
import SyncCore

/// Takes a stream, or what the server sent of it, out of the store.
struct StreamPurge {
  let db: Database
  let identity: StoreIdentity

  /// Purges a stream that left the scope (law L4): everything but the device's own unsent and refused lines, which a
  /// person has yet to see, and the digests its own chain needs.
  /// - Returns: own lines without an answer.
  func leave(_ row: StreamRow) throws -> Int {
    let own: StatementArguments = [row.id, identity.replica.column]
    try db.execute(
      sql: """
        INSERT OR REPLACE INTO skips (replica, seq, stream, digest, link)
        SELECT replica, seq, stream, digest, link FROM lines
        WHERE stream = ? AND replica = ? AND position IS NOT NULL AND refused IS NULL
        """, arguments: own)
    try db.execute(
      sql: """
        DELETE FROM lines
        WHERE stream = ? AND NOT (own = 1 AND (refused IS NOT NULL OR position IS NULL))
        """, arguments: [row.id])
    try db.execute(sql: "DELETE FROM skips WHERE stream = ? AND replica <> ?", arguments: own)
    try db.execute(sql: "DELETE FROM chains WHERE stream = ? AND replica <> ?", arguments: own)
    for table in ["seals", "shown", "digests", "faults", "summaries"] {
      try db.execute(sql: "DELETE FROM \(table) WHERE stream = ?", arguments: [row.id])
    }
    try row.setState(.left, through: 0, db)
    try ChainTable(db: db, tenant: identity.tenant).refresh(row, identity.replica)
    return try Int.fetchOne(
      db,
      sql: "SELECT count(*) FROM lines WHERE stream = ? AND own = 1 AND position IS NULL AND refused IS NULL",
      arguments: [row.id]) ?? 0
  }

  /// Forgets the lines of others that the server placed, so that they are fetched anew.
  func forgetPlaced(_ row: StreamRow) throws {
    let foreign: StatementArguments = [row.id, identity.replica.column]
    try db.execute(
      sql: "DELETE FROM lines WHERE stream = ? AND replica <> ? AND position IS NOT NULL", arguments: foreign)
    try db.execute(sql: "DELETE FROM skips WHERE stream = ? AND replica <> ?", arguments: foreign)
    for table in ["seals", "digests", "faults", "summaries"] {
      try db.execute(sql: "DELETE FROM \(table) WHERE stream = ?", arguments: [row.id])
    }
    let chains = ChainTable(db: db, tenant: identity.tenant)
    let replicas = try Int64.fetchAll(db, sql: "SELECT replica FROM chains WHERE stream = ?", arguments: [row.id])
    for replica in replicas.map(ReplicaID.init(column:)) {
      try chains.rechain(row, replica)
      try chains.refresh(row, replica)
    }
  }
}
