import GRDB
import SyncCore

/// How far a stream has come into this store.
enum StreamState: String {
  /// Folded, shown, writable.
  case whole
  /// In scope, its past still arriving.
  case entering
  /// Out of scope: purged but for the device's own unsent and refused lines.
  case left
}

/// One row of `streams`: a stream this store has met, with the number other tables know it by.
struct StreamRow {
  let id: Int64
  let stream: StreamID
  let state: StreamState
  /// Grows whenever anything but an append happens to the stream's set.
  let generation: Int

  init(id: Int64, stream: StreamID, state: StreamState, generation: Int) {
    self.id = id
    self.stream = stream
    self.state = state
    self.generation = generation
  }

  init(_ row: Row) throws {
    guard let stream = StreamID(row["name"] as String), let state = StreamState(rawValue: row["state"]) else {
      throw ReplicaStoreError.storeDamaged(detail: "streams")
    }
    id = row["id"]
    self.stream = stream
    self.state = state
    generation = row["generation"]
  }

  /// The row of a stream, nil when the store never met it.
  static func find(_ stream: StreamID, _ db: Database) throws -> StreamRow? {
    try Row.fetchOne(db.cachedStatement(sql: "SELECT * FROM streams WHERE name = ?"), arguments: [stream.description])
      .map(StreamRow.init)
  }

  /// The row of a number.
  static func find(id: Int64, _ db: Database) throws -> StreamRow? {
    try Row.fetchOne(db.cachedStatement(sql: "SELECT * FROM streams WHERE id = ?"), arguments: [id]).map(StreamRow.init)
  }

  /// The row of a stream that may be read and written; nil when the store never met it.
  /// - Throws: `streamNotWhole`, `streamLeft`.
  static func readable(_ stream: StreamID, _ db: Database) throws -> StreamRow? {
    guard let row = try find(stream, db) else { return nil }
    switch row.state {
    case .whole: return row
    case .entering: throw ReplicaStoreError.streamNotWhole(stream)
    case .left: throw ReplicaStoreError.streamLeft(stream)
    }
  }

  /// All rows, by name.
  static func all(_ db: Database) throws -> [StreamRow] {
    try Row.fetchAll(db, sql: "SELECT * FROM streams ORDER BY name").map(StreamRow.init)
  }

  /// Creates a row.
  static func insert(_ stream: StreamID, state: StreamState, through: Int, confirmed: Bool, _ db: Database) throws
    -> StreamRow
  {
    try db.execute(
      sql: "INSERT INTO streams (name, state, through, confirmed, generation) VALUES (?, ?, ?, ?, 0)",
      arguments: [stream.description, state.rawValue, through, confirmed])
    guard let row = try find(stream, db) else { throw ReplicaStoreError.storeDamaged(detail: "streams") }
    return row
  }

  /// Says that the set changed otherwise than by an append: cached folds of it are void.
  func touchGeneration(_ db: Database) throws {
    try db.cachedStatement(sql: "UPDATE streams SET generation = generation + 1 WHERE id = ?")
      .execute(arguments: [id])
  }

  /// Moves the stream to another state.
  func setState(_ state: StreamState, through: Int, _ db: Database) throws {
    try db.execute(
      sql: "UPDATE streams SET state = ?, through = ?, generation = generation + 1 WHERE id = ?",
      arguments: [state.rawValue, through, id])
  }
}
