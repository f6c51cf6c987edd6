import GRDB
import GRDBSQLite
import SyncCore

/// Inserts lines by SQLite's own calls: a first sync stores as many as the device holds, and binding values through GRDB
/// costs more than storing them.
struct LineInsertion {
  private let statement: Statement
  private let connection: OpaquePointer

  init(_ db: Database) throws {
    statement = try db.cachedStatement(
      sql: """
        INSERT INTO lines (replica, seq, stream, bytes, digest, link, position, received, own)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
        """)
    guard let connection = db.sqliteConnection else { throw ReplicaStoreError.storeDamaged(detail: "closed") }
    self.connection = connection
  }

  /// Inserts a line.
  /// - Returns: false when its name is taken; then nothing was written.
  func insert(
    _ line: ChangeLine, link: Link, position: Int?, received: Int64?, isOwn: Bool, stream: Int64
  ) throws -> Bool {
    let handle = statement.sqliteStatement
    defer {
      sqlite3_reset(handle)
      // What is bound in place must not be looked at again.
      sqlite3_clear_bindings(handle)
    }
    sqlite3_bind_int64(handle, 1, line.id.replica.column)
    sqlite3_bind_int64(handle, 2, Int64(line.id.seq))
    sqlite3_bind_int64(handle, 3, stream)
    if let position { sqlite3_bind_int64(handle, 7, Int64(position)) }
    if let received { sqlite3_bind_int64(handle, 8, received) }
    sqlite3_bind_int64(handle, 9, isOwn ? 1 : 0)
    let code = line.bytes.withUnsafeBytes { bytes in
      line.digest.bytes.withUnsafeBytes { digest in
        link.digest.bytes.withUnsafeBytes { link in
          sqlite3_bind_blob(handle, 4, bytes.baseAddress, Int32(bytes.count), nil)
          sqlite3_bind_blob(handle, 5, digest.baseAddress, Int32(digest.count), nil)
          sqlite3_bind_blob(handle, 6, link.baseAddress, Int32(link.count), nil)
          return sqlite3_step(handle)
        }
      }
    }
    guard code == SQLITE_DONE else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)),
        message: String(cString: sqlite3_errmsg(connection)))
    }
    return sqlite3_changes(connection) == 1
  }
}
