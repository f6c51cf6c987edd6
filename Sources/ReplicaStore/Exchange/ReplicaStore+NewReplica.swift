import GRDB
public import SyncCore
import Synchronization

/// What became of the outbox when a copy of the store took a new replica.
public struct NewReplicaReport: Sendable, Equatable {
  /// The replica this store was, which another copy of it goes on being.
  public let old: ReplicaID
  /// The replica it is now.
  public let new: ReplicaID
  /// The lines written again, old name and new.
  public let reissued: [Reissue]

  /// One line written again.
  public struct Reissue: Sendable, Equatable {
    /// The name it had.
    public let was: ChangeID
    /// The name it has.
    public let now: ChangeID
  }
}

extension ReplicaStore {
  /// Goes on as a new replica after the server showed that another copy of this store wrote under the old one.
  ///
  /// One transaction (DESIGN §7): every own line without an answer is written again under the new replica with `was`,
  /// in the old order, its `over`, `seen` and `answers` mapped; time and author stay, the salt is drawn anew. Lines that
  /// were answered stay as they are. The bookmark is emptied, since the other copy's lines were left out of our feed.
  /// Call it when the whole outbox has been compared: what the server holds already has its receipt then.
  public func becomeNewReplica(
    _ new: ReplicaID, random: inout some RandomNumberGenerator
  ) throws(ReplicaStoreError) -> NewReplicaReport {
    let report = try writing { db in try Self.becomeNewReplica(new, random: &random, db) }
    folds.withLock { $0 = [:] }
    return report
  }

  /// The same inside a transaction of the caller's.
  static func becomeNewReplica(
    _ new: ReplicaID, random: inout some RandomNumberGenerator, _ db: Database
  ) throws -> NewReplicaReport {
    var identity = try IdentityTable.require(db)
    let old = identity.replica
    let pending = try Row.fetchAll(
      db,
      sql: """
        SELECT bytes, digest FROM lines
        WHERE own = 1 AND replica = ? AND position IS NULL AND refused IS NULL ORDER BY seq
        """, arguments: [old.column]
    ).map { try LineTable.changeLine($0) }
    try db.execute(
      sql: "DELETE FROM lines WHERE own = 1 AND replica = ? AND position IS NULL AND refused IS NULL",
      arguments: [old.column])
    let chains = ChainTable(db: db, tenant: identity.tenant)
    for row in try StreamRow.all(db) {
      try row.touchGeneration(db)
      try chains.rechain(row, old)
      try chains.refresh(row, old)
    }
    try db.execute(sql: "UPDATE identity SET replica = ?, last_seq = 0", arguments: [new.column])
    identity.replica = new
    let own = OwnLines(db: db, identity: identity)
    var renaming = Renaming(old: old, new: new, answered: try answered(old, db))
    var reissued: [NewReplicaReport.Reissue] = []
    for line in pending {
      let salt = Crockford32.encode(high: random.next(), low: random.next())
      let again = try renaming.line(line, seq: reissued.count + 1, salt: salt)
      try own.append(again, row: try StreamRow.find(again.change.stream, db))
      renaming.note(line.id, as: again.id, in: again.change.stream)
      try SubmissionTable.rename(line.id, as: again.id, db)
      reissued.append(NewReplicaReport.Reissue(was: line.id, now: again.id))
    }
    try SyncTable.startOver(db)
    return NewReplicaReport(old: old, new: new, reissued: reissued)
  }

  /// The seqs of a replica's lines that stand, by stream, ascending.
  private static func answered(_ replica: ReplicaID, _ db: Database) throws -> [StreamID: [Int]] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT name, seq FROM lines JOIN streams ON streams.id = lines.stream
        WHERE replica = ? AND refused IS NULL ORDER BY seq
        """, arguments: [replica.column])
    var answered: [StreamID: [Int]] = [:]
    while let row = try rows.next() {
      guard let stream = StreamID(row[0] as String) else { throw ReplicaStoreError.storeDamaged(detail: "streams") }
      answered[stream, default: []].append(row[1])
    }
    return answered
  }
}
