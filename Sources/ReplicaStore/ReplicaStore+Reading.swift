import GRDB
public import SyncCore
import Synchronization

/// A stream folded as far as a moment, to be gone on from there.
struct CachedFold {
  var generation: Int
  var stored: Int64
  var fold: StreamFold
}

extension ReplicaStore {
  /// The streams that can be read and written, by bytes of their names.
  public func streams() throws(ReplicaStoreError) -> [StreamID] { try streams(.whole) }

  /// The streams in scope whose past is still arriving.
  public func enteringStreams() throws(ReplicaStoreError) -> [StreamID] { try streams(.entering) }

  /// Whether a stream can be read and written.
  public func isWhole(_ stream: StreamID) throws(ReplicaStoreError) -> Bool {
    try reading { db in try StreamRow.find(stream, db)?.state == .whole }
  }

  private func streams(_ state: StreamState) throws(ReplicaStoreError) -> [StreamID] {
    try reading { db in try StreamRow.all(db).filter { $0.state == state }.map(\.stream).sorted() }
  }

  /// The state of a stream: the fold of every line held and not refused, the outbox included.
  ///
  /// A stream never met is empty. Kept in memory and carried on from, so asking again is cheap.
  /// - Throws: `streamNotWhole`, `streamLeft`, or `storeDamaged` when a line is not what was stored.
  public func fold(_ stream: StreamID) throws(ReplicaStoreError) -> StreamFold {
    try reading { db in try fold(StreamRow.readable(stream, db), of: stream, db) }
  }

  /// Folds inside a transaction that has written nothing yet.
  /// - Parameter keeps: false for one of many streams, none of which is likely to be asked for again.
  func fold(_ row: StreamRow?, of stream: StreamID, _ db: Database, keeps: Bool = true) throws -> StreamFold {
    guard let row else { return StreamFold(stream: stream) }
    // Taken out while it grows, so that it is not copied.
    let held = folds.withLock { $0.removeValue(forKey: stream) }
    var cached =
      held.flatMap { $0.generation == row.generation ? $0 : nil }
      ?? CachedFold(generation: row.generation, stored: 0, fold: StreamFold(stream: stream))
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT bytes, digest, stored FROM lines
          WHERE stream = ? AND stored > ? AND refused IS NULL ORDER BY stored
          """),
      arguments: [row.id, cached.stored])
    while let next = try rows.next() {
      let line = try LineTable.changeLine(next)
      guard line.change.stream == stream else {
        throw ReplicaStoreError.storeDamaged(detail: "line \(line.id) is filed under \(stream)")
      }
      cached.fold.apply(line.change)
      cached.stored = next[2]
    }
    let result = cached
    if keeps || held != nil { folds.withLock { $0[stream] = result } }
    return result.fold
  }

  /// How far the set of a stream goes, the device's own unanswered lines included: what its user has seen.
  /// - Throws: `streamNotWhole`, `streamLeft`.
  public func frontier(of stream: StreamID) throws(ReplicaStoreError) -> Frontier {
    try frontier(of: stream, acceptedOnly: false)
  }

  /// How far the accepted set of a stream goes: what its set digest is compared by.
  /// - Throws: `streamNotWhole`, `streamLeft`.
  public func acceptedFrontier(of stream: StreamID) throws(ReplicaStoreError) -> Frontier {
    try frontier(of: stream, acceptedOnly: true)
  }

  private func frontier(of stream: StreamID, acceptedOnly: Bool) throws(ReplicaStoreError) -> Frontier {
    try reading { db in
      guard let row = try StreamRow.readable(stream, db) else { return Frontier() }
      return try ChainTable.frontier(row, acceptedOnly: acceptedOnly, db)
    }
  }

  /// Every line of a stream in order of arrival, refused ones of this device included.
  /// - Throws: `streamNotWhole`, `streamLeft`, `storeDamaged`.
  public func lines(of stream: StreamID) throws(ReplicaStoreError) -> [StoredLine] {
    try reading { db in
      guard let row = try StreamRow.readable(stream, db) else { return [] }
      return try Row.fetchAll(
        db, sql: "SELECT \(LineTable.columns) FROM lines WHERE stream = ? ORDER BY stored", arguments: [row.id]
      ).map(LineTable.line)
    }
  }

  /// One line; nil when it is not held.
  public func line(_ id: ChangeID) throws(ReplicaStoreError) -> StoredLine? {
    try reading { db in
      try Row.fetchOne(
        db, sql: "SELECT \(LineTable.columns) FROM lines WHERE replica = ? AND seq = ?",
        arguments: [id.replica.column, id.seq]
      ).map(LineTable.line)
    }
  }

  /// The device's own lines without an answer, in the order they are pushed.
  public func outbox() throws(ReplicaStoreError) -> [ChangeLine] {
    try reading { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT bytes, digest FROM lines
          WHERE own = 1 AND position IS NULL AND refused IS NULL ORDER BY seq
          """
      ).map(LineTable.changeLine)
    }
  }

  /// The device's own lines that are in nobody's set: refused, or unsent in a stream that left.
  public func quarantine() throws(ReplicaStoreError) -> [QuarantinedLine] {
    try reading { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT \(LineTable.columns) FROM lines
          WHERE stored IN (
            SELECT stored FROM lines WHERE own = 1 AND refused IS NOT NULL
            UNION ALL SELECT stored FROM lines WHERE own = 1 AND position IS NULL AND refused IS NULL
              AND stream IN (SELECT id FROM streams WHERE state = 'left')) ORDER BY stored
          """
      ).map { row in
        let stored = try LineTable.line(row)
        guard case .refused(let code, let detail) = stored.standing else {
          return QuarantinedLine(line: stored.line, reason: .scopeLeft)
        }
        return QuarantinedLine(line: stored.line, reason: .refused(code: code, detail: detail))
      }
    }
  }
}
