import GRDB
public import SyncCore

/// Where a profile stands, for a status line.
public struct StoreStatus: Sendable, Equatable {
  /// Streams that can be read and written.
  public var wholeStreams: Int
  /// Streams whose past is still arriving.
  public var enteringStreams: Int
  /// Own lines without an answer.
  public var outbox: Int
  /// Own lines in nobody's set.
  public var quarantine: Int
  /// Faults recorded and not purged.
  public var faults: Int
  /// When the last exchange ended, by this device's clock, milliseconds since 1970 UTC; nil before the first.
  public var lastSync: Int64?
  /// This device's clock minus the server's at the last exchange, milliseconds; nil before the first.
  public var clockOffsetMilliseconds: Int64?
  /// Positions up to here are in a backup of the server.
  public var backedUpThrough: Int
}

/// Something that does not hold together, kept until its stream is purged or fetched anew.
public struct StoreFault: Sendable, Hashable {
  /// A stable word: `seal-wrong`, `line-differs`, `skip-differs`, `receipt-changed`, `set-digest-differs`.
  public let code: String
  /// Where.
  public let stream: StreamID
  /// Whose chain; nil when the stream as a whole is meant.
  public let replica: ReplicaID?
  /// At which seq; 0 when the stream as a whole is meant.
  public let seq: Int
  /// What was found, without values of fields.
  public let detail: String

  /// Describes a fault.
  public init(code: String, stream: StreamID, replica: ReplicaID?, seq: Int, detail: String) {
    self.code = code
    self.stream = stream
    self.replica = replica
    self.seq = seq
    self.detail = detail
  }
}

extension ReplicaStore {
  /// Where the profile stands.
  public func status() throws(ReplicaStoreError) -> StoreStatus {
    try reading { db in
      func count(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: "SELECT count(*) FROM \(sql)") ?? 0 }
      let left = "stream IN (SELECT id FROM streams WHERE state = 'left')"
      let row = try Row.fetchOne(db, sql: "SELECT last_sync, clock_offset, backed_up_through FROM sync")
      return StoreStatus(
        wholeStreams: try count("streams WHERE state = 'whole'"),
        enteringStreams: try count("streams WHERE state = 'entering'"),
        outbox: try count("lines WHERE own = 1 AND position IS NULL AND refused IS NULL"),
        // Two counts, each over its own partial index: together they would walk every line.
        quarantine: try count("lines WHERE own = 1 AND refused IS NOT NULL")
          + count("lines WHERE own = 1 AND position IS NULL AND refused IS NULL AND \(left)"),
        faults: try count("faults"), lastSync: row?[0], clockOffsetMilliseconds: row?[1],
        backedUpThrough: row?[2] ?? 0)
    }
  }

  /// The faults recorded, by stream.
  public func faults() throws(ReplicaStoreError) -> [StoreFault] {
    try reading { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT code, name, replica, seq, detail FROM faults JOIN streams ON streams.id = faults.stream
          ORDER BY name, code, replica, seq
          """
      ).map { row in
        guard let stream = StreamID(row[1] as String) else { throw ReplicaStoreError.storeDamaged(detail: "streams") }
        let seq: Int = row[3]
        return StoreFault(
          code: row[0], stream: stream, replica: seq == 0 ? nil : ReplicaID(column: row[2]), seq: seq, detail: row[4])
      }
    }
  }
}

/// Writes `faults`.
enum FaultTable {
  static func record(_ fault: StoreFault, in stream: StreamRow, _ db: Database) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO faults (code, stream, replica, seq, detail) VALUES (?, ?, ?, ?, ?)",
      arguments: [fault.code, stream.id, fault.replica?.column ?? 0, fault.seq, fault.detail])
  }
}
