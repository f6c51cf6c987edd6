import GRDBSQLite
import Glibc

/// The least that reading a profile takes: SQLite without what stands above it, and the file without SQLite.
enum RawReading {
  /// Opens a profile's store, reads one row and closes it.
  static func firstRow(of path: String) throws {
    var connection: OpaquePointer?
    defer { sqlite3_close_v2(connection) }
    func check(_ code: Int32) throws {
      if code != SQLITE_OK { throw BenchFault.sqlite(code, String(cString: sqlite3_errmsg(connection))) }
    }
    try check(sqlite3_open_v2(path, &connection, SQLITE_OPEN_READWRITE, nil))
    // `SELECT 1` alone would not touch the file.
    try check(sqlite3_exec(connection, "SELECT 1 FROM identity", nil, nil, nil))
  }

  /// Reads a file from end to end.
  static func whole(_ path: String) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw BenchFault.file(path, reason: String(cString: strerror(errno))) }
    defer { close(descriptor) }
    var block = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = read(descriptor, &block, block.count)
      if count == 0 { return }
      guard count > 0 || errno == EINTR else {
        throw BenchFault.file(path, reason: String(cString: strerror(errno)))
      }
    }
  }
}
