import GRDB
import GRDBSQLite
import ServerCore
import SyncCore

/// A statement compiled once per connection, bound and stepped by SQLite's own calls: on the way of every change, GRDB's
/// rows and arguments cost more than the work itself.
///
/// Used within one transaction; `reset` it before the next use. What SQLite copies is small; a frame is bound in place.
struct PreparedStatement {
  private let handle: OpaquePointer
  private let connection: OpaquePointer
  /// What is named when a column cannot be read back.
  private let place: String
  // A fresh statement lives as long as this value.
  private let owner: Statement

  /// Takes the connection's compiled statement, or a fresh one while that is being stepped through.
  init(_ sql: String, of place: String, in database: Database) throws {
    var owner = try database.cachedStatement(sql: sql)
    if sqlite3_stmt_busy(owner.sqliteStatement) != 0 { owner = try database.makeStatement(sql: sql) }
    guard let connection = database.sqliteConnection else { throw LedgerFault.storage("the file is closed") }
    self.owner = owner
    self.connection = connection
    self.place = place
    handle = owner.sqliteStatement
  }

  // MARK: binding, from 1

  func bind(_ index: Int32, _ value: Int) { sqlite3_bind_int64(handle, index, Int64(value)) }
  func bind(_ index: Int32, _ value: ReplicaID) { sqlite3_bind_int64(handle, index, value.stored) }
  func bind(_ index: Int32, _ value: StreamID) { bind(index, value.description) }
  func bind(_ index: Int32, _ value: Link) { bind(index, value.digest) }
  func bindNull(_ index: Int32) { sqlite3_bind_null(handle, index) }

  func bind(_ index: Int32, _ value: String) {
    var value = value
    value.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        _ = sqlite3_bind_text(handle, index, characters.baseAddress, Int32(characters.count), Self.copied)
      }
    }
  }

  func bind(_ index: Int32, _ value: [UInt8]) {
    value.withUnsafeBytes { bytes in
      // An empty array may have no address, which would bind NULL.
      _ =
        bytes.isEmpty
        ? sqlite3_bind_zeroblob(handle, index, 0)
        : sqlite3_bind_blob(handle, index, bytes.baseAddress, Int32(bytes.count), Self.copied)
    }
  }

  func bind(_ index: Int32, _ value: SyncCore.Digest) {
    value.withUnsafeBytes { bytes in
      _ = sqlite3_bind_blob(handle, index, bytes.baseAddress, Int32(bytes.count), Self.copied)
    }
  }

  // SQLITE_TRANSIENT, a cast the importer does not carry over.
  private static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }

  // MARK: stepping

  /// Goes to the next row; false past the last.
  func step() throws -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default:
      let error = DatabaseError(
        resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)),
        message: String(cString: sqlite3_errmsg(connection)))
      sqlite3_reset(handle)
      throw error
    }
  }

  /// Ends the use of the statement.
  func reset() { sqlite3_reset(handle) }

  /// Runs a statement that gives no rows.
  func run() throws {
    defer { reset() }
    _ = try step()
  }

  /// Runs a statement with one more value, which SQLite reads where it lies.
  func run(binding index: Int32, inPlace value: [UInt8]) throws {
    try value.withUnsafeBytes { bytes in
      _ =
        bytes.isEmpty
        ? sqlite3_bind_zeroblob(handle, index, 0)
        : sqlite3_bind_blob(handle, index, bytes.baseAddress, Int32(bytes.count), nil)
      defer { sqlite3_bind_null(handle, index) }
      try run()
    }
  }

  /// The first row in a shape; nil when there is none.
  func first<Value>(_ shape: (PreparedStatement) throws -> Value) throws -> Value? {
    defer { reset() }
    return try step() ? try shape(self) : nil
  }

  /// All rows in a shape.
  func all<Value>(_ shape: (PreparedStatement) throws -> Value) throws -> [Value] {
    defer { reset() }
    var values: [Value] = []
    while try step() { values.append(try shape(self)) }
    return values
  }

  // MARK: columns, from 0

  private func damaged(_ index: Int32) -> LedgerFault {
    .damaged("\(place), \(sqlite3_column_name(handle, index).map { String(cString: $0) } ?? "column \(index)")")
  }

  func isNull(_ index: Int32) -> Bool { sqlite3_column_type(handle, index) == SQLITE_NULL }

  func int(_ index: Int32) throws -> Int {
    guard sqlite3_column_type(handle, index) == SQLITE_INTEGER else { throw damaged(index) }
    return Int(sqlite3_column_int64(handle, index))
  }

  func replica(_ index: Int32) throws -> ReplicaID { ReplicaID(bits: UInt64(bitPattern: Int64(try int(index)))) }

  func text(_ index: Int32) throws -> String {
    guard sqlite3_column_type(handle, index) == SQLITE_TEXT, let start = sqlite3_column_text(handle, index) else {
      throw damaged(index)
    }
    let bytes = UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, index)))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A text in another type's spelling.
  func value<Value>(_ index: Int32, _ read: (String) -> Value?) throws -> Value {
    guard let value = read(try text(index)) else { throw damaged(index) }
    return value
  }

  /// The bytes of a text column, valid until the next step.
  func withText<Value>(_ index: Int32, _ body: (UnsafeRawBufferPointer) -> Value) throws -> Value {
    guard sqlite3_column_type(handle, index) == SQLITE_TEXT, let start = sqlite3_column_text(handle, index) else {
      throw damaged(index)
    }
    return body(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, index))))
  }

  func bytes(_ index: Int32) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try append(index, to: &bytes)
    return bytes
  }

  /// Appends the bytes of a blob.
  func append(_ index: Int32, to bytes: inout [UInt8]) throws {
    guard sqlite3_column_type(handle, index) == SQLITE_BLOB else { throw damaged(index) }
    let start = sqlite3_column_blob(handle, index)
    bytes.append(
      contentsOf: UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, index))))
  }

  func digest(_ index: Int32) throws -> SyncCore.Digest {
    guard sqlite3_column_type(handle, index) == SQLITE_BLOB else { throw damaged(index) }
    let start = sqlite3_column_blob(handle, index)
    let bytes = UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, index)))
    guard let digest = SyncCore.Digest(bytes) else { throw damaged(index) }
    return digest
  }

  func link(_ index: Int32) throws -> Link { Link(try digest(index)) }

  func optional<Value>(_ index: Int32, _ read: (Int32) throws -> Value) rethrows -> Value? {
    isNull(index) ? nil : try read(index)
  }
}

extension ReplicaID {
  /// The id's bits as SQLite stores integers: signed.
  var stored: Int64 { Int64(bitPattern: bits) }
}
