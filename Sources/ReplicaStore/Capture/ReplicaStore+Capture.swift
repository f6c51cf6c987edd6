import GRDB
public import SyncCore

extension ReplicaStore {
  /// Saves one user intention as one change: when this returns, the line is on the disk and in the outbox (law L1).
  ///
  /// One transaction draws the next seq, asks `build` what to write, prints the line and chains it. A capture never
  /// waits for a sync that is under way.
  /// - Parameters:
  ///   - stream: whole, or never met (a body created on the device).
  ///   - time: the device's wall clock, milliseconds since 1970 UTC.
  ///   - random: salts the line and names new entities.
  ///   - was: the change whose content this one re-issues.
  ///   - build: the operations; none means that nothing is written.
  /// - Returns: the line, nil when `build` had nothing to write.
  /// - Throws: `ReplicaStoreError`, and whatever `build` throws; in both cases nothing was written.
  @discardableResult
  public func capture(
    stream: StreamID, time: Int64, random: inout some RandomNumberGenerator, was: ChangeID? = nil,
    build: (CaptureContext) throws -> [Operation]
  ) throws -> ChangeLine? {
    let salt = Crockford32.encode(high: random.next(), low: random.next())
    let nameSeed: UInt64 = random.next()
    do {
      return try transaction { db in
        try capture(stream: stream, time: time, salt: salt, nameSeed: nameSeed, was: was, db, build: build)
      }
    } catch let error as DatabaseError {
      throw ReplicaStoreError(error)
    }
  }

  /// The same inside a transaction of the caller's.
  func capture(
    stream: StreamID, time: Int64, salt: String, nameSeed: UInt64, was: ChangeID?, _ db: Database,
    build: (CaptureContext) throws -> [Operation]
  ) throws -> ChangeLine? {
    let identity = try IdentityTable.require(db)
    let row = try StreamRow.readable(stream, db)
    let id = ChangeID(replica: identity.replica, seq: try IdentityTable.lastSeq(db) + 1)
    let context = CaptureContext(
      fold: try fold(row, of: stream, db), id: id, by: identity.user, time: time,
      seen: try row.map { try ChainTable.frontier($0, acceptedOnly: false, db).seen } ?? SeenVector(),
      nameSeed: nameSeed,
      shownHeads: try row.map { try ShownTable.all($0, db) } ?? [:])
    let operations = try build(context)
    if operations.isEmpty { return nil }
    let change = Change(
      id: id, salt: salt, time: time, by: identity.user, stream: stream, operations: operations, was: was)
    let line: ChangeLine
    do throws(ChangeFault) {
      line = try ChangeLine(printing: change)
    } catch {
      throw ReplicaStoreError.lineRefused(error)
    }
    try OwnLines(db: db, identity: identity).append(line, row: row)
    return line
  }
}

/// Appends lines of the device's own replica to the log and the outbox.
struct OwnLines {
  let db: Database
  let identity: StoreIdentity

  /// Appends the next line; `row` is the stream's row, nil when the store never met it.
  func append(_ line: ChangeLine, row known: StreamRow?) throws {
    let row =
      try known
      ?? StreamRow.insert(line.change.stream, state: .whole, through: 0, confirmed: false, db)
    let chains = ChainTable(db: db, tenant: identity.tenant)
    let link = try chains.tip(row, line.id.replica).link.next(seq: line.id.seq, line: line.digest)
    try db.cachedStatement(
      sql: "INSERT INTO lines (replica, seq, stream, bytes, digest, link, own) VALUES (?, ?, ?, ?, ?, ?, 1)"
    ).execute(arguments: [
      line.id.replica.column, line.id.seq, row.id, line.column, line.digest.column, link.column,
    ])
    try IdentityTable.setLastSeq(line.id.seq, db)
    try chains.refresh(row, line.id.replica)
  }
}
