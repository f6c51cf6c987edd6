import GRDB

/// The settings of a connection on which the promise "saved is saved" rests (law L1).
enum StoreDurability {
  /// Sets write-ahead logging and full synchronisation, then reads both back.
  ///
  /// Done after opening: since version 7.10 GRDB sets `synchronous` to NORMAL on its own when it opens in WAL mode.
  static func establish(_ db: Database) throws {
    try db.execute(sql: "PRAGMA journal_mode = WAL")
    try db.execute(sql: "PRAGMA synchronous = FULL")
    // What is purged is overwritten, not merely unlinked (law L4).
    try db.execute(sql: "PRAGMA secure_delete = ON")
    try require(db)
  }

  /// Refuses a connection that would lose committed work at a power cut.
  /// - Throws: `ReplicaStoreError.notDurable`.
  static func require(_ db: Database) throws {
    let mode = try String.fetchOne(db, sql: "PRAGMA journal_mode") ?? "?"
    let synchronous = try Int.fetchOne(db, sql: "PRAGMA synchronous") ?? -1
    guard mode == "wal", synchronous == 2 else {
      throw ReplicaStoreError.notDurable(found: "journal_mode=\(mode), synchronous=\(synchronous)")
    }
  }
}
