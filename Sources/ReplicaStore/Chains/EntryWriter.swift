import Foundation
import GRDB
import SyncCore
import SyncProtocol

/// Files entries of the log, whether a server or a hand-over file brings them: each once, each in its chain.
struct EntryWriter {
  let db: Database
  let identity: StoreIdentity
  /// Lines of others newly stored.
  private(set) var received = 0
  /// Own lines that got their position.
  private(set) var placedOwn = 0
  /// What contradicts what is held.
  private(set) var faults: [StoreFault] = []
  /// The streams in whose chains something happened.
  private(set) var touched: [Int64: StreamRow] = [:]
  private var rows: [StreamID: StreamRow] = [:]
  private var chains: [ChainKey: Chain] = [:]

  private struct ChainKey: Hashable {
    let stream: Int64
    let replica: ReplicaID
  }

  private final class Chain {
    let row: StreamRow
    var tip: ChainTip
    /// Something was put before the tip: all links are to be computed anew.
    var isBroken = false
    /// Something else happened than placed lines coming after the tip: the tips are to be read anew.
    var isStale = false
    /// Placed lines came after the tip.
    var hasGrown = false

    init(row: StreamRow, tip: ChainTip) {
      self.row = row
      self.tip = tip
    }
  }

  private let insertion: LineInsertion
  /// The last seq of each replica of which only the digest is held, in whatever stream; 0 when none.
  private var lastSkips: [ReplicaID: Int] = [:]
  /// What placed lines of a stream say again, with their authors: read when a file brings the stream's first line.
  private var saidAgain: [Int64: [ChangeID: UserID]] = [:]

  init(db: Database, identity: StoreIdentity) throws {
    self.db = db
    self.identity = identity
    insertion = try LineInsertion(db)
  }

  /// The row of a stream, created as entering when the store never met it.
  mutating func row(_ stream: StreamID, through: Int) throws -> StreamRow {
    if let row = rows[stream] { return row }
    let row =
      try StreamRow.find(stream, db)
      ?? StreamRow.insert(stream, state: .entering, through: through, confirmed: true, db)
    rows[stream] = row
    return row
  }

  /// Forgets what it remembers of a stream whose row was changed elsewhere.
  mutating func forgetRow(_ stream: StreamID) { rows[stream] = nil }

  /// Files a line.
  mutating func write(_ line: ChangeLine, position: Int?, received: Int64?, in row: StreamRow) throws {
    let id = line.id
    if try append(line, position: position, received: received, in: row) {
      return try giveUpWhatIsSaidAgain(by: line)
    }
    let held = try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT digest, position, refused, own, received FROM lines WHERE replica = ? AND seq = ?"),
      arguments: [id.replica.column, id.seq])
    guard let held else {
      if position == nil, try isSaidAgain(line, in: row) { return }
      try insert(line, position: position, received: received, in: row)
      if position != nil { try giveUpWhatIsSaidAgain(by: line) }
      return
    }
    let isSame = held[0] as Data == line.digest.column
    let heldPosition: Int? = held[1]
    guard isSame else {
      try differ(line, position: position, received: received, isPlaced: heldPosition != nil || held[3], in: row)
      return
    }
    // A server that was set back places lines anew.
    guard let position, heldPosition != position || held[2] as String? != nil || held[4] as Int64? == nil else {
      return
    }
    try db.cachedStatement(
      sql: "UPDATE lines SET position = ?, received = ?, refused = NULL, detail = NULL WHERE replica = ? AND seq = ?"
    ).execute(arguments: [position, received, id.replica.column, id.seq])
    if heldPosition == nil, held[3] { placedOwn += 1 }
    if held[2] as String? != nil { try row.touchGeneration(db) }
    touch(try chain(row, id.replica))
    try giveUpWhatIsSaidAgain(by: line)
  }

  /// Files the digest of a line that is not passed on.
  mutating func write(skip id: ChangeID, digest: Digest, in row: StreamRow) throws {
    let held = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT digest, position, refused, own FROM lines WHERE replica = ? AND seq = ?"),
      arguments: [id.replica.column, id.seq])
    if let held {
      guard held[0] as Data == digest.column else {
        try record("skip-differs", id, in: row)
        // The server's word stands over a hand-over file's.
        guard held[1] as Int? == nil, !(held[3] as Bool) else { return }
        try giveUp(id)
        return try insert(skip: id, digest: digest, in: row)
      }
      // A line that came by hand-over and was then refused. An own line waits for its receipt, which says why.
      guard held[1] as Int? == nil, held[2] as String? == nil, !(held[3] as Bool) else { return }
      try db.execute(
        sql: "UPDATE lines SET refused = 'skipped', detail = '' WHERE replica = ? AND seq = ?",
        arguments: [id.replica.column, id.seq])
      try row.touchGeneration(db)
      touch(try chain(row, id.replica))
      return
    }
    if let known = try LineTable.digest(id.replica, id.seq, db) {
      if known != digest { try record("skip-differs", id, in: row) }
      return
    }
    try insert(skip: id, digest: digest, in: row)
  }

  private mutating func insert(skip id: ChangeID, digest: Digest, in row: StreamRow) throws {
    let link = try extend(row, id, digest)
    lastSkips[id.replica] = max(id.seq, try lastSkip(of: id.replica))
    try db.cachedStatement(sql: "INSERT INTO skips (replica, seq, stream, digest, link) VALUES (?, ?, ?, ?, ?)")
      .execute(arguments: [id.replica.column, id.seq, row.id, digest.column, link.column])
  }

  /// Puts chains and tips in order after the last entry.
  mutating func finish() throws {
    let table = ChainTable(db: db, tenant: identity.tenant)
    for (key, chain) in chains.sorted(by: { ($0.key.stream, $0.key.replica) < ($1.key.stream, $1.key.replica) }) {
      if chain.isBroken { try table.rechain(chain.row, key.replica) }
      if chain.isStale {
        try table.refresh(chain.row, key.replica)
      } else if chain.hasGrown {
        try table.set(chain.tip, chain.row, key.replica)
      }
    }
    chains = [:]
  }

  /// Says that something about a chain's lines changed, so that its tips are read anew.
  mutating func note(_ row: StreamRow, _ replica: ReplicaID) throws { touch(try chain(row, replica)) }

  /// Says that something came to a stream that leaves its chains as they are, such as a seal.
  mutating func note(_ row: StreamRow) { touched[row.id] = row }

  // MARK: parts

  /// Files what nearly every line of a feed is: another replica's next, placed, and nothing held that it could contradict.
  /// - Returns: false when it is not that; then nothing was written.
  private mutating func append(
    _ line: ChangeLine, position: Int?, received: Int64?, in row: StreamRow
  ) throws -> Bool {
    let id = line.id
    guard let position, id.replica != identity.replica else { return false }
    let chain = try chain(row, id.replica)
    guard id.seq > chain.tip.seq, try id.seq > lastSkip(of: id.replica) else { return false }
    let link = chain.tip.link.next(seq: id.seq, line: line.digest)
    // The name may be taken in another stream, which the caller looks into.
    guard
      try insertion.insert(
        line, link: link, position: position, received: received, isOwn: false, stream: row.id)
    else { return false }
    chain.tip = ChainTip(seq: id.seq, link: link)
    if !chain.hasGrown {
      chain.hasGrown = true
      touched[row.id] = row
    }
    self.received += 1
    return true
  }

  private mutating func lastSkip(of replica: ReplicaID) throws -> Int {
    if let known = lastSkips[replica] { return known }
    let last = try Int.fetchOne(
      db.cachedStatement(sql: "SELECT max(seq) FROM skips WHERE replica = ?"), arguments: [replica.column])
    lastSkips[replica] = last ?? 0
    return last ?? 0
  }

  private mutating func insert(_ line: ChangeLine, position: Int?, received: Int64?, in row: StreamRow) throws {
    let id = line.id
    let link: Link
    if let known = try LineTable.digest(id.replica, id.seq, db) {
      guard known == line.digest else { return try record("line-differs", id, in: row) }
      // The server passed on its digest alone: it is in nobody's set, whatever a file from before that says.
      guard position != nil else { return }
      // A line whose digest alone was held takes its place in the chain as it stands.
      let column = try Data.fetchOne(
        db, sql: "SELECT link FROM skips WHERE replica = ? AND seq = ?", arguments: [id.replica.column, id.seq])
      guard let column else { throw ReplicaStoreError.storeDamaged(detail: "skips") }
      link = try Link(column: column)
      try db.execute(sql: "DELETE FROM skips WHERE replica = ? AND seq = ?", arguments: [id.replica.column, id.seq])
      touch(try chain(row, id.replica))
    } else {
      link = try extend(row, id, line.digest)
    }
    let isOwn = id.replica == identity.replica
    guard
      try insertion.insert(line, link: link, position: position, received: received, isOwn: isOwn, stream: row.id)
    else { throw ReplicaStoreError.storeDamaged(detail: "line \(id) is there twice") }
    if isOwn {
      try IdentityTable.setLastSeq(id.seq, db)
    } else {
      self.received += 1
    }
  }

  /// Another line under a name that is held: the server's word stands over a hand-over file's, the first over a later.
  private mutating func differ(
    _ line: ChangeLine, position: Int?, received: Int64?, isPlaced: Bool, in row: StreamRow
  ) throws {
    try record("line-differs", line.id, in: row)
    guard !isPlaced, let position else { return }
    try giveUp(line.id)
    try insert(line, position: position, received: received, in: row)
  }

  /// Lets go of a line that came by hand-over and will never be placed: two copies of one device wrote under its name,
  /// or its device went on as a new replica and has said the same again.
  ///
  /// The seals that came with it cover what no server ever placed, and go too.
  private mutating func giveUp(_ id: ChangeID) throws {
    let stream = try Int64.fetchOne(
      db.cachedStatement(
        sql: "SELECT stream FROM lines WHERE replica = ? AND seq = ? AND own = 0 AND position IS NULL"),
      arguments: [id.replica.column, id.seq])
    guard let stream, let row = try StreamRow.find(id: stream, db) else { return }
    try db.execute(sql: "DELETE FROM lines WHERE replica = ? AND seq = ?", arguments: [id.replica.column, id.seq])
    try db.execute(
      sql: "DELETE FROM seals WHERE stream = ? AND replica = ? AND seq >= ?",
      arguments: [stream, id.replica.column, id.seq])
    try row.touchGeneration(db)
    let chain = try chain(row, id.replica)
    chain.isBroken = true
    touch(chain)
  }

  /// Whether a line that a file brings was said again already: a placed line of its author names it in `was`.
  private mutating func isSaidAgain(_ line: ChangeLine, in row: StreamRow) throws -> Bool {
    if let known = saidAgain[row.id] { return known[line.id] == line.change.by }
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT bytes, digest FROM lines
        WHERE stream = ? AND position IS NOT NULL AND instr(bytes, CAST('"was":"' AS BLOB)) > 0
        """,
      arguments: [row.id])
    var again: [ChangeID: UserID] = [:]
    for row in rows {
      let change = try LineTable.changeLine(row).change
      if let was = change.was { again[was] = change.by }
    }
    saidAgain[row.id] = again
    return again[line.id] == line.change.by
  }

  /// A placed line that says again what its author's device had said under another name replaces that one.
  private mutating func giveUpWhatIsSaidAgain(by line: ChangeLine) throws {
    guard let was = line.change.was else { return }
    let held = try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT bytes, digest FROM lines WHERE replica = ? AND seq = ? AND own = 0 AND position IS NULL"),
      arguments: [was.replica.column, was.seq])
    guard let held else { return }
    let before = try LineTable.changeLine(held).change
    if before.by == line.change.by, before.stream == line.change.stream { try giveUp(was) }
  }

  private mutating func record(_ code: String, _ id: ChangeID, in row: StreamRow) throws {
    let fault = StoreFault(
      code: code, stream: row.stream, replica: id.replica, seq: id.seq,
      detail: "two different lines bear this name")
    try FaultTable.record(fault, in: row, db)
    faults.append(fault)
  }

  private mutating func chain(_ row: StreamRow, _ replica: ReplicaID) throws -> Chain {
    let key = ChainKey(stream: row.id, replica: replica)
    if let chain = chains[key] { return chain }
    let chain = Chain(row: row, tip: try ChainTable(db: db, tenant: identity.tenant).tip(row, replica))
    chains[key] = chain
    return chain
  }

  private mutating func touch(_ chain: Chain) {
    chain.isStale = true
    touched[chain.row.id] = chain.row
  }

  /// The link of a new line or skip; a provisional one when it lies before the tip, to be computed anew at the end.
  private mutating func extend(_ row: StreamRow, _ id: ChangeID, _ digest: Digest) throws -> Link {
    let chain = try chain(row, id.replica)
    let link = chain.tip.link.next(seq: id.seq, line: digest)
    if id.seq > chain.tip.seq {
      chain.tip = ChainTip(seq: id.seq, link: link)
    } else {
      chain.isBroken = true
    }
    touch(chain)
    return link
  }
}
