import Foundation
import GRDB
import ServerCore
import SyncCore

/// One transaction on the file: reading.
final class SQLiteTransaction {
  let database: Database
  /// The position of the next entry, once one was inserted: nobody else can insert meanwhile.
  var nextPosition: Int?

  init(_ database: Database) { self.database = database }

  /// Runs a cached statement: compiled once per connection.
  func run(_ sql: String, _ arguments: StatementArguments) throws {
    let statement = try database.cachedStatement(sql: sql)
    try statement.execute(arguments: arguments)
  }

  func row(_ sql: String, _ arguments: StatementArguments = []) throws -> Row? {
    try Row.fetchOne(try database.cachedStatement(sql: sql), arguments: arguments)
  }

  func rows(_ sql: String, _ arguments: StatementArguments = []) throws -> [Row] {
    try Row.fetchAll(try database.cachedStatement(sql: sql), arguments: arguments)
  }
}

extension SQLiteTransaction: LedgerReading {
  func settings() throws -> TenantSettings? {
    guard let row = try row("SELECT * FROM tenant") else { return nil }
    let reader = SQLiteRow(row, "tenant")
    return TenantSettings(
      tenant: try reader.value("tenant") { TenantID($0 as String) }, epoch: try reader.int("epoch"),
      serverReplica: try reader.replica("server_replica"), serverKey: try reader.bytes("server_key"),
      serverSeq: try reader.int("server_seq"), publicListReplica: try reader.replica("public_list_replica"),
      publicListSeq: try reader.int("public_list_seq"), bookmarkKey: try reader.bytes("bookmark_key"),
      backedUpThrough: try reader.int("backed_up_through"))
  }

  func tip() throws -> LogTip {
    guard let row = try row("SELECT position, hash FROM log ORDER BY position DESC LIMIT 1") else { return .origin }
    let reader = SQLiteRow(row, "log tip")
    return LogTip(position: try reader.int("position"), hash: try reader.digest("hash"))
  }

  func hash(at position: Int) throws -> SyncCore.Digest? {
    guard position > 0 else { return position == 0 ? LogTip.origin.hash : nil }
    return try row("SELECT hash FROM log WHERE position = ?", [position])
      .map { try SQLiteRow($0, "log \(position)").digest("hash") }
  }

  func record(at position: Int) throws -> LogRecord? {
    try row("SELECT position, stream, kind, replica, seq, frame FROM log WHERE position = ?", [position])
      .map { try Self.record($0) { StreamID($0) } }
  }

  func visit(_ stream: StreamID?, after: Int, through: Int, _ visitor: (LogRecord) throws -> Bool) throws {
    let columns = "SELECT position, stream, kind, replica, seq, frame FROM log"
    let cursor: RowCursor
    if let stream {
      // A statement of its own, not a cached one: a visitor may visit again.
      cursor = try Row.fetchCursor(
        database, sql: columns + " WHERE stream = ? AND position > ? AND position <= ? ORDER BY position",
        arguments: [stream.description, after, through])
    } else {
      cursor = try Row.fetchCursor(
        database, sql: columns + " WHERE position > ? AND position <= ? ORDER BY position",
        arguments: [after, through])
    }
    var names: [String: StreamID] = [:]
    while let row = try cursor.next() {
      let record = try Self.record(row) { text in
        if let known = names[text] { return known }
        names[text] = StreamID(text)
        return names[text]
      }
      guard try visitor(record) else { return }
    }
  }

  private static func record(_ row: Row, stream: (String) -> StreamID?) throws -> LogRecord {
    // By column order: names cost more than the values here.
    guard let position = Int.fromDatabaseValue(row[0]), let name = String.fromDatabaseValue(row[1]),
      let stream = stream(name), let kind = Int.fromDatabaseValue(row[2]).flatMap(LogRecord.Kind.init(rawValue:)),
      let bits = Int64.fromDatabaseValue(row[3]), let seq = Int.fromDatabaseValue(row[4]), seq >= 1
    else { throw LedgerFault.damaged("log") }
    let frame = try row.withUnsafeData(atIndex: 5) { $0.map { [UInt8]($0) } }
    guard let frame else { throw LedgerFault.damaged("log position \(position)") }
    return LogRecord(
      position: position, stream: stream, kind: kind,
      id: ChangeID(replica: ReplicaID(bits: UInt64(bitPattern: bits)), seq: seq), frame: frame)
  }

  func stream(_ stream: StreamID) throws -> StreamRecord? {
    try row("SELECT first, last FROM stream WHERE stream = ?", [stream.description]).map { row in
      let reader = SQLiteRow(row, "stream \(stream)")
      return StreamRecord(stream: stream, first: try reader.int("first"), last: try reader.int("last"))
    }
  }

  func streams(firstAfter position: Int) throws -> [StreamRecord] {
    try rows("SELECT stream, first, last FROM stream WHERE first > ? ORDER BY first", [position]).map { row in
      let reader = SQLiteRow(row, "stream")
      return StreamRecord(
        stream: try reader.value("stream") { StreamID($0 as String) }, first: try reader.int("first"),
        last: try reader.int("last"))
    }
  }

  func chain(_ stream: StreamID, _ replica: ReplicaID) throws -> ChainState? {
    try row("SELECT * FROM chain WHERE stream = ? AND replica = ?", [stream.description, replica.stored])
      .map { try Self.chain(SQLiteRow($0, "chain \(stream) \(replica)")) }
  }

  func chains(_ stream: StreamID) throws -> [ReplicaID: ChainState] {
    var chains: [ReplicaID: ChainState] = [:]
    for row in try rows("SELECT * FROM chain WHERE stream = ?", [stream.description]) {
      let reader = SQLiteRow(row, "chain \(stream)")
      chains[try reader.replica("replica")] = try Self.chain(reader)
    }
    return chains
  }

  private static func chain(_ reader: SQLiteRow) throws -> ChainState {
    ChainState(
      seq: try reader.int("seq"), link: Link(try reader.digest("link")), acceptedSeq: try reader.int("accepted_seq"),
      acceptedLink: Link(try reader.digest("accepted_link")))
  }

  func owner(_ replica: ReplicaID) throws -> ReplicaOwner? {
    try row("SELECT * FROM owner WHERE replica = ?", [replica.stored]).map(Self.owner)
  }

  func owner(tokenHash: SyncCore.Digest) throws -> ReplicaOwner? {
    try row("SELECT * FROM owner WHERE token_hash = ?", [Data(tokenHash.bytes)]).map(Self.owner)
  }

  private static func owner(_ row: Row) throws -> ReplicaOwner {
    let reader = SQLiteRow(row, "owner")
    return ReplicaOwner(
      replica: try reader.replica("replica"), device: try reader.replica("device"),
      user: try reader.value("user") { UserID($0 as String) }, publicKey: try reader.bytes("public_key"),
      tokenHash: try reader.optionalDigest("token_hash"))
  }

  func joinCode(_ hash: SyncCore.Digest) throws -> JoinCode? {
    try row("SELECT * FROM join_code WHERE hash = ?", [Data(hash.bytes)]).map { row in
      let reader = SQLiteRow(row, "join_code")
      return JoinCode(
        hash: hash, user: try reader.value("user") { UserID($0 as String) }, expires: Int64(try reader.int("expires")),
        usedBy: try reader.optionalReplica("used_by"))
    }
  }

  func publicListRow(_ siren: String) throws -> [UInt8]? {
    try row("SELECT row FROM public_list WHERE siren = ?", [siren])
      .map { try SQLiteRow($0, "public_list \(siren)").bytes("row") }
  }

  func publicListRows() throws -> [(siren: String, row: [UInt8])] {
    try rows("SELECT siren, row FROM public_list ORDER BY siren").map { row in
      let reader = SQLiteRow(row, "public_list")
      return (try reader.value("siren") { $0 as String }, try reader.bytes("row"))
    }
  }
}
