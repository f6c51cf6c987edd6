import GRDB
import ServerCore
import SyncCore
import WorkingDays

/// One transaction on the file: reading.
final class SQLiteTransaction {
  let database: Database
  /// The position of the next entry, once one was inserted: nobody else can insert meanwhile.
  var nextPosition: Int?
  // What is run for every line of a push, found once: a statement looked up by its text costs as much as a short row.
  var logInsertion: PreparedStatement?
  var receiptInsertion: PreparedStatement?

  init(_ database: Database) { self.database = database }

  /// A statement compiled once per connection.
  func prepared(_ sql: String, of place: String) throws -> PreparedStatement {
    try PreparedStatement(sql, of: place, in: database)
  }
}

extension SQLiteTransaction: LedgerReading {
  func settings() throws -> TenantSettings? {
    try prepared(
      """
      SELECT tenant, epoch, server_replica, server_key, server_seq, public_list_replica, public_list_seq, bookmark_key,
        backed_up_through, swept_on, recovery_cause, recovery_since, recovery_from FROM tenant
      """, of: "tenant"
    ).first { row in
      TenantSettings(
        tenant: try row.value(0) { TenantID($0) }, epoch: try row.int(1), serverReplica: try row.replica(2),
        serverKey: try row.bytes(3), serverSeq: try row.int(4), publicListReplica: try row.replica(5),
        publicListSeq: try row.int(6), bookmarkKey: try row.bytes(7), backedUpThrough: try row.int(8),
        sweptOn: try row.optional(9, row.int).flatMap { CivilDate(daysSince1970: $0) },
        recovery: try row.optional(10) { cause in
          RecoveryState(
            cause: try row.value(cause) { RecoveryState.Cause(rawValue: $0) }, since: Int64(try row.int(11)),
            from: try row.int(12))
        })
    }
  }

  func tip() throws -> LogTip {
    try prepared("SELECT position, hash FROM log ORDER BY position DESC LIMIT 1", of: "log tip")
      .first { LogTip(position: try $0.int(0), hash: try $0.digest(1)) } ?? .origin
  }

  func hash(at position: Int) throws -> SyncCore.Digest? {
    guard position > 0 else { return position == 0 ? LogTip.origin.hash : nil }
    let row = try prepared("SELECT hash FROM log WHERE position = ?", of: "log")
    row.bind(1, position)
    return try row.first { try $0.digest(0) }
  }

  func record(at position: Int) throws -> LogRecord? {
    var found: LogRecord?
    try visit(nil, after: position - 1, through: position) { record in
      found = record
      return false
    }
    return found
  }

  func scan(
    _ stream: StreamID?, after: Int, through: Int,
    _ visitor: (LogPlace, (inout [UInt8]) throws -> Void) throws -> Bool
  ) throws {
    let columns = "SELECT position, stream, kind, replica, seq, frame FROM log"
    let rows: PreparedStatement
    if let stream {
      rows = try prepared(
        columns + " WHERE stream = ? AND position > ? AND position <= ? ORDER BY position", of: "log")
      rows.bind(1, stream)
      rows.bind(2, after)
      rows.bind(3, through)
    } else {
      rows = try prepared(columns + " WHERE position > ? AND position <= ? ORDER BY position", of: "log")
      rows.bind(1, after)
      rows.bind(2, through)
    }
    defer { rows.reset() }
    var names = StreamNames()
    while try rows.step() {
      guard let name = try rows.withText(1, { names.stream($0) }),
        let kind = LogRecord.Kind(rawValue: try rows.int(2)), try rows.int(4) >= 1
      else { throw LedgerFault.damaged("log position \(try rows.int(0))") }
      let place = LogPlace(
        position: try rows.int(0), stream: name, kind: kind,
        id: ChangeID(replica: try rows.replica(3), seq: try rows.int(4)))
      guard try visitor(place, { try rows.append(5, to: &$0) }) else { return }
    }
  }

  func stream(_ stream: StreamID) throws -> StreamRecord? {
    let row = try prepared("SELECT first, last FROM stream WHERE stream = ?", of: "stream")
    row.bind(1, stream)
    return try row.first { StreamRecord(stream: stream, first: try $0.int(0), last: try $0.int(1)) }
  }

  func streams(firstAfter position: Int) throws -> [StreamRecord] {
    let rows = try prepared("SELECT stream, first, last FROM stream WHERE first > ? ORDER BY first", of: "stream")
    rows.bind(1, position)
    return try rows.all {
      StreamRecord(stream: try $0.value(0) { StreamID($0) }, first: try $0.int(1), last: try $0.int(2))
    }
  }

  func chain(_ stream: StreamID, _ replica: ReplicaID) throws -> ChainState? {
    let row = try prepared(
      "SELECT seq, link, accepted_seq, accepted_link FROM chain WHERE stream = ? AND replica = ?", of: "chain")
    row.bind(1, stream)
    row.bind(2, replica)
    return try row.first(Self.chain)
  }

  func chains(_ stream: StreamID) throws -> [ReplicaID: ChainState] {
    let rows = try prepared(
      "SELECT seq, link, accepted_seq, accepted_link, replica FROM chain WHERE stream = ?", of: "chain")
    rows.bind(1, stream)
    return Dictionary(uniqueKeysWithValues: try rows.all { (try $0.replica(4), try Self.chain($0)) })
  }

  private static func chain(_ row: PreparedStatement) throws -> ChainState {
    ChainState(
      seq: try row.int(0), link: try row.link(1), acceptedSeq: try row.int(2), acceptedLink: try row.link(3))
  }

  func owner(_ replica: ReplicaID) throws -> ReplicaOwner? {
    let row = try prepared(Self.ownerColumns + " WHERE replica = ?", of: "owner")
    row.bind(1, replica)
    return try row.first(Self.owner)
  }

  private static let ownerColumns = "SELECT replica, device, user, public_key, key_holder FROM owner"

  private static func owner(_ row: PreparedStatement) throws -> ReplicaOwner {
    ReplicaOwner(
      replica: try row.replica(0), device: try row.replica(1), user: try row.value(2) { UserID($0) },
      publicKey: try row.bytes(3), keyHolder: try row.optional(4, row.replica))
  }

  func joinCode(_ hash: SyncCore.Digest) throws -> JoinCode? {
    let row = try prepared("SELECT user, expires, used_by FROM join_code WHERE hash = ?", of: "join_code")
    row.bind(1, hash)
    return try row.first {
      JoinCode(
        hash: hash, user: try $0.value(0) { UserID($0) }, expires: Int64(try $0.int(1)),
        usedBy: try $0.optional(2, $0.replica))
    }
  }

  func publicListRow(_ siren: String) throws -> [UInt8]? {
    let row = try prepared("SELECT row FROM public_list WHERE siren = ?", of: "public_list")
    row.bind(1, siren)
    return try row.first { try $0.bytes(0) }
  }

  func publicListRows() throws -> [(siren: String, row: [UInt8])] {
    try prepared("SELECT siren, row FROM public_list ORDER BY siren", of: "public_list")
      .all { (try $0.text(0), try $0.bytes(1)) }
  }
}

/// The streams met in one scan: entries of one stream mostly follow each other, and a name is read once.
private struct StreamNames {
  private var last: (bytes: [UInt8], stream: StreamID)?
  private var known: [String: StreamID] = [:]

  mutating func stream(_ bytes: UnsafeRawBufferPointer) -> StreamID? {
    if let last, last.bytes.count == bytes.count, last.bytes.elementsEqual(bytes) { return last.stream }
    let text = String(decoding: bytes, as: UTF8.self)
    guard let stream = known[text] ?? StreamID(text) else { return nil }
    known[text] = stream
    last = (Array(bytes), stream)
    return stream
  }
}
