import Crypto
import GRDB
import SyncCore
import SyncProtocol

/// Applies one answer inside one transaction.
struct PageWriter {
  let db: Database
  let identity: StoreIdentity
  let seals: SealTable
  private(set) var report = AbsorbReport()
  private var entries: EntryWriter

  init(db: Database, identity: StoreIdentity, deviceKeys: @escaping DeviceKeyLookup) throws {
    self.db = db
    self.identity = identity
    entries = try EntryWriter(db: db, identity: identity)
    seals = SealTable(db: db, identity: identity, deviceKeys: deviceKeys)
  }

  mutating func write(_ frames: [ExchangeFrame], pushed: PushBatch, now: Int64) throws {
    guard pushed.request.header.replica == identity.replica else {
      throw ReplicaStoreError.answerMismatch(detail: "the answer is for replica \(pushed.request.header.replica)")
    }
    guard let last = frames.last else { throw ReplicaStoreError.answerMismatch(detail: "an empty answer") }
    switch last {
    case .end(let end): try page(frames.dropLast(), end: end, pushed: pushed, now: now)
    case .gap(let seq): try receiptsAlone(frames.dropLast(), .gap(expected: seq), pushed)
    case .regressed(let seq): try receiptsAlone(frames.dropLast(), .regressed(seq: seq), pushed)
    case .forked(let seq): try receiptsAlone(frames.dropLast(), .forked(seq: seq), pushed)
    case .receipt, .leave, .enter, .entry: throw ReplicaStoreError.answerMismatch(detail: "an answer without its end")
    }
    report.owesGiveBack = try SyncTable.owesGiveBack(db)
    report.outbox =
      try Int.fetchOne(
        db, sql: "SELECT count(*) FROM lines WHERE own = 1 AND position IS NULL AND refused IS NULL") ?? 0
  }

  // MARK: receipts

  private mutating func receiptsAlone(
    _ frames: ArraySlice<ExchangeFrame>, _ interruption: AbsorbReport.Interruption, _ pushed: PushBatch
  ) throws {
    for frame in frames {
      guard case .receipt(let seq, let receipt) = frame else {
        throw ReplicaStoreError.answerMismatch(detail: "entries in an answer without a page")
      }
      try take(receipt, seq: seq, pushed)
    }
    try entries.finish()
    report.faults += entries.faults
    report.interruption = interruption
  }

  private mutating func take(_ receipt: Receipt, seq: Int, _ pushed: PushBatch) throws {
    guard pushed.seqs.contains(seq) else {
      throw ReplicaStoreError.answerMismatch(detail: "a receipt for \(seq), which was not sent")
    }
    report.receipts += 1
    let held = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT name, position, refused FROM lines JOIN streams ON streams.id = lines.stream
          WHERE replica = ? AND seq = ?
          """),
      arguments: [identity.replica.column, seq])
    // Nothing is held of a line given up as a void.
    guard let held else { return }
    guard let stream = StreamID(held[0] as String) else { throw ReplicaStoreError.storeDamaged(detail: "streams") }
    let row = try entries.row(stream, through: 0)
    let wasAccepted = held[1] as Int? != nil && held[2] as String? == nil
    let wasRefused = held[2] as String? != nil
    let key: StatementArguments = [identity.replica.column, seq]
    switch receipt {
    case .accepted(let position):
      if wasAccepted, held[1] as Int? == position { return }
      try db.cachedStatement(
        sql: "UPDATE lines SET position = ?, refused = NULL, detail = NULL WHERE replica = ? AND seq = ?"
      ).execute(arguments: [position] + key)
      if !wasAccepted { report.accepted += 1 }
      if wasRefused { try contradict(row, seq) }
    case .refused(let code, let detail):
      if wasRefused { return }
      try db.cachedStatement(
        sql: "UPDATE lines SET position = NULL, refused = ?, detail = ? WHERE replica = ? AND seq = ?"
      ).execute(arguments: [code.code, detail] + key)
      report.refused.append(
        AbsorbReport.Refused(
          id: ChangeID(replica: identity.replica, seq: seq), stream: stream, code: code, detail: detail))
      if wasAccepted { try contradict(row, seq) }
      try row.touchGeneration(db)
    }
    try entries.note(row, identity.replica)
  }

  /// Receipts are final; a server that was rewound may say otherwise the second time, which a person should know.
  private mutating func contradict(_ row: StreamRow, _ seq: Int) throws {
    let fault = StoreFault(
      code: "receipt-changed", stream: row.stream, replica: identity.replica, seq: seq,
      detail: "the server answered this line differently before")
    try FaultTable.record(fault, in: row, db)
    report.faults.append(fault)
    try row.touchGeneration(db)
  }

  // MARK: pages

  private mutating func page(
    _ frames: ArraySlice<ExchangeFrame>, end: ExchangeEnd, pushed: PushBatch, now: Int64
  ) throws {
    for frame in frames {
      switch frame {
      case .receipt(let seq, let receipt): try take(receipt, seq: seq, pushed)
      case .leave(let said): try leave(said)
      case .enter(let stream, let through): try enter(stream, through: through)
      case .entry(let entry): try write(entry)
      case .end, .gap, .regressed, .forked:
        throw ReplicaStoreError.answerMismatch(detail: "an answer with two ends")
      }
    }
    for seal in pushed.request.seals { try keepOwn(seal) }
    try entries.finish()
    report.accepted += entries.placedOwn
    report.received = entries.received
    report.faults += entries.faults
    // A device that starts over meets the recovery by this frame alone.
    if end.recovering, pushed.request.header.bookmark.isEmpty { try SyncTable.oweGiveBack(db) }
    report.isRecovering = end.recovering
    let isTrusted = try !end.recovering && !SyncTable.owesGiveBack(db)
    if let rest = end.rest { try settle(but: Set(rest.entering)) } else { try complete(purges: isTrusted) }
    try db.execute(
      sql: "UPDATE sync SET bookmark = ?, last_sync = ?, clock_offset = ?, backed_up_through = ?",
      arguments: [end.bookmark, now, now - end.serverTime, end.backedUpThrough])
    report.rest = end.rest
    for id in entries.touched.keys.sorted() {
      try db.execute(sql: "DELETE FROM digests WHERE stream = ?", arguments: [id])
      guard let stream = entries.touched[id], let row = try StreamRow.find(stream.stream, db), row.state == .whole
      else { continue }
      report.faults += try seals.verify(row)
    }
    if isTrusted { try compare(end.digests) }
    report.unverifiedSeals = try seals.waiting()
  }

  private mutating func write(_ entry: LogEntry) throws {
    var row = try entries.row(entry.stream, through: entry.position)
    if row.state == .left {
      // What the server sends is in scope, announced or not.
      try enter(entry.stream, through: entry.position)
      row = try entries.row(entry.stream, through: entry.position)
    }
    switch entry.content {
    case .line(let line): try entries.write(line, position: entry.position, received: entry.received, in: row)
    case .skip(_, let id, let digest): try entries.write(skip: id, digest: digest, in: row)
    case .seal(let seal):
      try seals.insert(seal, in: row)
      entries.note(row)
    }
  }

  /// Keeps the seal that went with an accepted push: the office's copy and ours prove the same.
  private mutating func keepOwn(_ sent: ExchangeRequest.Seal) throws {
    let through = ChangeID(replica: identity.replica, seq: sent.seq)
    guard let seal = Seal(stream: sent.stream, through: through, signature: sent.signature) else { return }
    let row = try entries.row(sent.stream, through: 0)
    guard row.state != .left else { return }
    try seals.insert(seal, in: row)
    entries.note(row)
  }

  /// Purges on the word of the server's own key alone, said to this replica in this life of the log or a later one.
  private mutating func leave(_ leave: Leave) throws {
    let message = Leave.message(
      tenant: identity.tenant, replica: identity.replica, stream: leave.stream, epoch: leave.epoch,
      position: leave.position)
    guard leave.epoch >= identity.epoch, identity.serverKey.isValidSignature(leave.signature, for: message) else {
      throw ReplicaStoreError.answerMismatch(detail: "a leave of \(leave.stream) that the server did not sign")
    }
    try self.leave(leave.stream)
  }

  private mutating func leave(_ stream: StreamID) throws {
    guard let row = try StreamRow.find(stream, db), row.state != .left else { return }
    try entries.finish()
    let unsent = try StreamPurge(db: db, identity: identity).leave(row)
    entries.forgetRow(stream)
    report.left.append(AbsorbReport.Left(stream: stream, unsent: unsent))
  }

  private mutating func enter(_ stream: StreamID, through: Int) throws {
    if let row = try StreamRow.find(stream, db) {
      // Sent again from the start while nothing of it is missing: it goes on being shown.
      switch row.state {
      case .whole: break
      case .entering:
        try db.execute(sql: "UPDATE streams SET through = ? WHERE id = ?", arguments: [through, row.id])
      case .left:
        report.entered.append(stream)
        try row.setState(.entering, through: through, db)
      }
      try db.execute(sql: "UPDATE streams SET confirmed = 1 WHERE id = ?", arguments: [row.id])
    } else {
      _ = try StreamRow.insert(stream, state: .entering, through: through, confirmed: true, db)
      report.entered.append(stream)
    }
    entries.forgetRow(stream)
  }

  /// Nothing is left on the server: what entered is whole, and after starting over what was not sent again is out of
  /// scope.
  ///
  /// A server that was set back has forgotten streams that are in scope: nothing is concluded from its silence.
  private mutating func complete(purges: Bool) throws {
    if purges, try SyncTable.isStartingOver(db) {
      for row in try StreamRow.all(db) where row.state != .left {
        let isGone = try Bool.fetchOne(
          db,
          sql: """
            SELECT confirmed = 0 AND (state = 'entering'
              OR EXISTS (SELECT 1 FROM lines WHERE stream = :id AND position IS NOT NULL))
            FROM streams WHERE id = :id
            """, arguments: ["id": row.id])
        if isGone == true { try leave(row.stream) }
      }
      try db.execute(sql: "UPDATE sync SET resync = 0")
    }
    for row in try StreamRow.all(db) where row.state == .entering { try makeWhole(row) }
  }

  /// What entered is whole as soon as its own past has come, while others are still on their way (DESIGN §7).
  ///
  /// A stream fetched anew is not, before it has been announced again.
  private mutating func settle(but entering: Set<StreamID>) throws {
    let announced = try String.fetchAll(db, sql: "SELECT name FROM streams WHERE state = 'entering' AND confirmed = 1")
    for name in announced {
      guard let stream = StreamID(name), !entering.contains(stream), let row = try StreamRow.find(stream, db) else {
        continue
      }
      try makeWhole(row)
    }
  }

  private mutating func makeWhole(_ row: StreamRow) throws {
    try row.setState(.whole, through: 0, db)
    report.whole.append(row.stream)
    report.faults += try seals.verify(row)
  }

  private mutating func compare(_ digests: [StreamID: SyncCore.Digest]) throws {
    for (stream, theirs) in digests.sorted(by: { $0.key < $1.key }) {
      guard let row = try StreamRow.find(stream, db), row.state == .whole else { continue }
      try db.execute(
        sql: "INSERT OR REPLACE INTO digests (stream, digest) VALUES (?, ?)", arguments: [row.id, theirs.column])
      let ours = try ChainTable.frontier(row, acceptedOnly: true, db).setDigest
      if ours == theirs {
        report.equal.append(stream)
        try db.execute(
          sql: "DELETE FROM faults WHERE stream = ? AND code = 'set-digest-differs'", arguments: [row.id])
      } else {
        report.different.append(stream)
        let fault = StoreFault(
          code: "set-digest-differs", stream: stream, replica: nil, seq: 0,
          detail: "this device and the server hold different sets")
        try FaultTable.record(fault, in: row, db)
        report.faults.append(fault)
      }
    }
  }
}
