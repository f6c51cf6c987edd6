import Crypto
import Foundation
import GRDB
import SyncCore
public import SyncProtocol

extension ReplicaStore {
  /// The next push: the oldest own lines without an answer, as many as fit, with a fresh seal per stream touched.
  ///
  /// Nothing changes in the store: building it again gives the same push (law L6).
  /// - Parameters:
  ///   - lines: at most so many, `ProtocolLimits.pushLinesMax` in all cases.
  ///   - bytes: of the whole body, at most `ProtocolLimits.pushBytesMax`.
  ///   - entries: entries of the feed wanted at most.
  ///   - from: the seq to begin at when the server reported a gap; nil for the oldest line without an answer. A seq whose
  ///     line was purged goes as a void.
  ///   - holdsBack: whether to stop before the first line that names a line of another device which came by hand-over
  ///     and has no position yet: the server would have to refuse it (`unknown-over`, `seen-beyond-frontier`).
  /// - Throws: `storeDamaged` when an own line is not what was stored: it is not sent.
  public func pendingPush(
    lines: Int = ProtocolLimits.pushLinesMax, bytes: Int = ProtocolLimits.pushBytesMax,
    entries: Int = ProtocolLimits.pageEntriesMax, from: Int? = nil, holdsBack: Bool = true
  ) throws(ReplicaStoreError) -> PushBatch {
    try reading { db in
      let identity = try IdentityTable.require(db)
      let last = try IdentityTable.lastSeq(db)
      let pending =
        try Int.fetchOne(
          db, sql: "SELECT min(seq) FROM lines WHERE own = 1 AND position IS NULL AND refused IS NULL") ?? last + 1
      let start = from ?? pending
      guard start >= 1, start <= last + 1 else {
        throw ReplicaStoreError.answerMismatch(detail: "a push from \(start), where \(last) is the last line")
      }
      let digest = start == 1 ? nil : try LineTable.digest(identity.replica, start - 1, db)
      guard start == 1 || digest != nil else {
        throw ReplicaStoreError.storeDamaged(detail: "line \(identity.replica):\(start - 1) is missing")
      }
      let bookmark = try String.fetchOne(db, sql: "SELECT bookmark FROM sync") ?? ""
      var filler = PushFiller(
        db: db, identity: identity, linesMax: min(lines, ProtocolLimits.pushLinesMax),
        bytesMax: min(bytes, ProtocolLimits.pushBytesMax) - bookmark.utf8.count - PushFiller.headerBytes,
        unplaced: holdsBack ? try UnplacedLines(db) : UnplacedLines())
      // What they rest on may be lost to a server that was set back, until it is given back.
      let waits = try SyncTable.owesGiveBack(db)
      if !waits { try filler.fill(from: start, through: last) }
      let header = ExchangeRequest.Header(
        replica: identity.replica, from: start, last: last, digest: digest, bookmark: bookmark,
        limit: min(entries, ProtocolLimits.pageEntriesMax))
      let unanswered =
        try Int.fetchOne(
          db,
          sql: "SELECT count(*) FROM lines WHERE own = 1 AND position IS NULL AND refused IS NULL AND seq >= ?",
          arguments: [start + filler.items.count]) ?? 0
      return PushBatch(
        request: ExchangeRequest(header: header, items: filler.items, seals: try filler.seals()),
        remaining: filler.waitingFor.isEmpty && !waits ? unanswered : 0,
        heldBack: filler.waitingFor.isEmpty ? 0 : unanswered, waitingFor: filler.waitingFor)
    }
  }
}

/// Takes own lines into a push until a bound is reached or one must wait.
private struct PushFiller {
  /// More than any header takes, its bookmark apart.
  static let headerBytes = 400
  /// More than any seal takes: a stream's name, a number, 128 digits of signature.
  private static let sealBytes = 400

  let db: Database
  let identity: StoreIdentity
  let linesMax: Int
  let bytesMax: Int
  let unplaced: UnplacedLines
  private(set) var items: [ExchangeRequest.Item] = []
  private(set) var waitingFor: [ReplicaID] = []
  private var ends: [StreamID: (seq: Int, link: Link)] = [:]
  private var bytes = 0

  init(db: Database, identity: StoreIdentity, linesMax: Int, bytesMax: Int, unplaced: UnplacedLines) {
    self.db = db
    self.identity = identity
    self.linesMax = linesMax
    self.bytesMax = bytesMax
    self.unplaced = unplaced
  }

  mutating func fill(from start: Int, through last: Int) throws {
    guard start <= last else { return }
    for seq in start...last {
      guard items.count < linesMax else { return }
      let row = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT bytes, digest, link FROM lines WHERE replica = ? AND seq = ?"),
        arguments: [identity.replica.column, seq])
      guard let row else {
        guard let digest = try LineTable.digest(identity.replica, seq, db) else {
          throw ReplicaStoreError.storeDamaged(detail: "line \(identity.replica):\(seq) is missing")
        }
        items.append(.void(digest: digest))
        bytes += 120
        continue
      }
      let line = try LineTable.changeLine(row)
      let waits = unplaced.named(by: line.change)
      guard waits.isEmpty else {
        waitingFor = waits
        return
      }
      let isNewStream = ends[line.change.stream] == nil
      bytes += line.bytes.count + 1 + (isNewStream ? Self.sealBytes : 0)
      // A single line always goes: it is far smaller than any bound of a push.
      guard bytes <= bytesMax || items.isEmpty else { return }
      items.append(.line(line.bytes))
      ends[line.change.stream] = (seq, try Link(column: row[2]))
    }
  }

  /// One seal per stream touched, by bytes of the streams' names.
  func seals() throws -> [ExchangeRequest.Seal] {
    try ends.sorted { $0.key < $1.key }.map { stream, end in
      let seal = try Seal(
        stream: stream, through: ChangeID(replica: identity.replica, seq: end.seq), link: end.link,
        key: identity.deviceKey)
      return ExchangeRequest.Seal(stream: stream, seq: end.seq, signature: seal.signature)
    }
  }
}

/// The lines of other devices that came by hand-over and have no position yet.
struct UnplacedLines {
  private var seqs: [StreamID: [ReplicaID: [Int]]] = [:]
  private var ids: Set<ChangeID> = []

  /// None.
  init() {}

  /// Those in the store.
  init(_ db: Database) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT name, replica, seq FROM lines JOIN streams ON streams.id = lines.stream
        WHERE own = 0 AND position IS NULL AND refused IS NULL
        """)
    while let row = try rows.next() {
      guard let stream = StreamID(row[0] as String) else { throw ReplicaStoreError.storeDamaged(detail: "streams") }
      let id = ChangeID(replica: ReplicaID(column: row[1]), seq: row[2])
      ids.insert(id)
      seqs[stream, default: [:]][id.replica, default: []].append(id.seq)
    }
  }

  /// The replicas of the lines among these that a change names or has seen.
  func named(by change: Change) -> [ReplicaID] {
    if ids.isEmpty { return [] }
    var found: Set<ReplicaID> = []
    for operation in change.operations {
      for id in operation.over where ids.contains(id) { found.insert(id.replica) }
      switch operation {
      case .append(_, _, _, let answers?) where ids.contains(answers): found.insert(answers.replica)
      case .delete(_, let seen, _), .request(_, _, let seen):
        for (replica, seqs) in seqs[change.stream] ?? [:]
        where seqs.contains(where: { seen.contains(ChangeID(replica: replica, seq: $0)) }) {
          found.insert(replica)
        }
      default: continue
      }
    }
    return found.sorted()
  }
}
