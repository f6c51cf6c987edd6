import GRDB
public import SyncCore
public import SyncProtocol
import Synchronization

extension ReplicaStore {
  /// Takes in one answer of the server: receipts, leaves, enters, entries and the bookmark, in one transaction.
  ///
  /// Repeating it changes nothing (law L6). An answer that ends in `gap`, `regressed` or `forked` gives receipts alone.
  /// - Parameters:
  ///   - frames: the whole answer, its last frame included.
  ///   - pushed: what was sent.
  ///   - now: this device's clock, milliseconds since 1970 UTC.
  ///   - deviceKeys: answers from memory; a seal whose key is not known waits for `verifySeals`.
  /// - Throws: `answerMismatch` when the answer has no end or does not fit; then nothing of it was used.
  public func absorb(
    _ frames: [ExchangeFrame], pushed: PushBatch, now: Int64, deviceKeys: @escaping DeviceKeyLookup
  ) throws(ReplicaStoreError) -> AbsorbReport {
    let report = try writing { db in
      var page = try PageWriter(db: db, identity: try IdentityTable.require(db), deviceKeys: deviceKeys)
      try page.write(frames, pushed: pushed, now: now)
      return page.report
    }
    if !report.left.isEmpty {
      folds.withLock { folds in
        for left in report.left { folds[left.stream] = nil }
      }
      try emptyWriteAheadLog()
    }
    return report
  }

  /// Verifies the seals that waited for a key.
  /// - Returns: how many wait still, and the faults newly found.
  public func verifySeals(
    deviceKeys: @escaping DeviceKeyLookup
  ) throws(ReplicaStoreError) -> (waiting: Int, faults: [StoreFault]) {
    try writing { db in
      let seals = SealTable(db: db, identity: try IdentityTable.require(db), deviceKeys: deviceKeys)
      var faults: [StoreFault] = []
      for row in try StreamRow.all(db) where row.state == .whole { faults += try seals.verify(row) }
      return (try seals.waiting(), faults)
    }
  }

  /// Forgets what the server sent of some streams, to be fetched anew with the next exchanges.
  ///
  /// The outbox and lines that came by hand-over stay. Until they are whole again, these streams are neither shown nor written.
  public func refetch(_ streams: [StreamID]) throws(ReplicaStoreError) {
    try writing { db in
      let purge = StreamPurge(db: db, identity: try IdentityTable.require(db))
      for stream in streams {
        guard let row = try StreamRow.find(stream, db), row.state != .left else { continue }
        try purge.forgetPlaced(row)
        try row.setState(.entering, through: 0, db)
      }
      try SyncTable.startOver(db)
    }
  }

  /// Takes over the bookmark a server that no longer recognises ours gave back; an empty one starts over.
  public func adopt(bookmark: String) throws(ReplicaStoreError) {
    try writing { db in
      // A server forgets what it wrote only when it was set back: what is held here may be all there is.
      try SyncTable.oweGiveBack(db)
      if bookmark.isEmpty {
        try SyncTable.startOver(db)
      } else {
        try db.execute(sql: "UPDATE sync SET bookmark = ?", arguments: [bookmark])
      }
    }
  }
}

/// Reads and writes the one row of `sync`.
enum SyncTable {
  /// Empties the bookmark: the server sends everything in scope again, and what it does not send any more is purged
  /// when that is complete.
  static func startOver(_ db: Database) throws {
    try db.execute(sql: "UPDATE sync SET bookmark = '', resync = 1")
    try db.execute(sql: "UPDATE streams SET confirmed = 0")
  }

  static func oweGiveBack(_ db: Database) throws { try db.execute(sql: "UPDATE sync SET rewound = 1") }

  static func owesGiveBack(_ db: Database) throws -> Bool {
    try Bool.fetchOne(db, sql: "SELECT rewound FROM sync") ?? false
  }

  static func isStartingOver(_ db: Database) throws -> Bool {
    try Bool.fetchOne(db, sql: "SELECT resync FROM sync") ?? false
  }
}
