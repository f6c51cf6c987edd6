import GRDBSQLite

/// What SQLite alone reaches: a row of a log and a row of state per change, 100 changes a transaction, `FULL`, ordered
/// keys, both rows of the record's size, prepared statements and bound pointers.
final class RawInsertBaseline {
  private var connection: OpaquePointer?
  private var log: OpaquePointer?
  private var state: OpaquePointer?
  private var position: Int64 = 0
  private let record: [UInt8]
  private let value: [UInt8]

  init(path: String, recordBytes: Int = 870, valueBytes: Int = 870) throws {
    record = (0..<recordBytes).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    value = (0..<valueBytes).map { UInt8(truncatingIfNeeded: $0 &* 17) }
    try check(sqlite3_open_v2(path, &connection, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nil))
    try execute(
      """
      PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
      CREATE TABLE log (position INTEGER PRIMARY KEY, record BLOB NOT NULL) STRICT;
      CREATE TABLE state (key INTEGER PRIMARY KEY, value BLOB NOT NULL) STRICT;
      """)
    try check(sqlite3_prepare_v2(connection, "INSERT INTO log VALUES (?, ?)", -1, &log, nil))
    try check(sqlite3_prepare_v2(connection, "INSERT INTO state VALUES (?, ?)", -1, &state, nil))
  }

  deinit {
    sqlite3_finalize(log)
    sqlite3_finalize(state)
    sqlite3_close_v2(connection)
  }

  /// Writes transactions of so many changes.
  func write(transactions: Int, changes: Int) throws {
    for _ in 0..<transactions {
      try execute("BEGIN IMMEDIATE")
      for _ in 0..<changes {
        position += 1
        try insert(log, record)
        try insert(state, value)
      }
      try execute("COMMIT")
    }
  }

  /// Writes lines into the log alone, all in one transaction.
  func write(_ lines: [[UInt8]]) throws {
    try execute("BEGIN IMMEDIATE")
    for line in lines {
      position += 1
      try insert(log, line)
    }
    try execute("COMMIT")
  }

  private func insert(_ statement: OpaquePointer?, _ bytes: [UInt8]) throws {
    sqlite3_bind_int64(statement, 1, position)
    let code = bytes.withUnsafeBytes { buffer in
      // No destructor: the bytes outlive the step.
      sqlite3_bind_blob(statement, 2, buffer.baseAddress, Int32(buffer.count), nil)
      return sqlite3_step(statement)
    }
    guard code == SQLITE_DONE else { throw fault(code) }
    sqlite3_reset(statement)
  }

  private func execute(_ sql: String) throws { try check(sqlite3_exec(connection, sql, nil, nil, nil)) }
  private func check(_ code: Int32) throws { if code != SQLITE_OK { throw fault(code) } }
  private func fault(_ code: Int32) -> BenchFault { .sqlite(code, String(cString: sqlite3_errmsg(connection))) }
}
