import SyncCore
import SyncProtocol

/// Builds one page of what a replica has to hear: leaves, enters with their past, then the feed (DESIGN §7).
///
/// Reads only; the bookmark that comes out names all that was sent, so the next page goes on exactly there.
struct PageBuilder {
  let ledger: any LedgerReading
  let scope: Scope
  let tip: LogTip
  /// The replica that asks and the last seq it wrote: its own entries up to there stay out of the feed.
  let replica: ReplicaID
  let last: Int
  let limit: Int

  private(set) var leaves: [StreamID] = []
  private(set) var enters: [StreamID] = []
  private(set) var entries: [UInt8] = []
  private(set) var touched: Set<StreamID> = []
  private(set) var position: Int
  private(set) var entered: EnteredStreams
  private(set) var past: Bookmark.Past?
  private(set) var ownThrough: Int
  private(set) var isComplete = false
  private var entryCount = 0

  init(
    ledger: any LedgerReading, scope: Scope, tip: LogTip, replica: ReplicaID, last: Int, limit: Int,
    bookmark: Bookmark?
  ) {
    self.ledger = ledger
    self.scope = scope
    self.tip = tip
    self.replica = replica
    self.last = last
    self.limit = limit
    position = bookmark?.position ?? tip.position
    entered = bookmark?.entered ?? EnteredStreams()
    past = bookmark?.past
    ownThrough = bookmark?.ownThrough ?? 0
  }

  /// Builds the page.
  mutating func build() throws {
    try leave()
    guard try sendPast() else { return }
    guard try enterAll() else { return }
    isComplete = try sendFeed()
  }

  private var hasRoom: Bool { entryCount < limit && entries.count < ProtocolLimits.pageBytesMax }

  private mutating func send(_ record: LogRecord) {
    entries.append(contentsOf: record.frame)
    entryCount += 1
    touched.insert(record.stream)
  }

  // MARK: leaving

  private mutating func leave() throws {
    switch scope.extent {
    case .all(let office): try leaveOffice(unless: office)
    case .listed(let streams): try keepOnly(streams)
    }
    leaves.sort()
    if let held = past, let record = try ledger.record(at: held.number), !scope.contains(record.stream) { past = nil }
  }

  private mutating func leaveOffice(unless isVisible: Bool) throws {
    guard !isVisible else { return }
    if let record = try ledger.stream(.office) {
      if entered.contains(record) { leaves.append(.office) }
      entered.numbers.remove(record.first)
    }
    entered.names.remove(.office)
    entered.hasOffice = false
  }

  private mutating func keepOnly(_ streams: Set<StreamID>) throws {
    var kept = EnteredStreams()
    func judge(_ record: StreamRecord, _ builder: inout PageBuilder) {
      if streams.contains(record.stream) {
        kept.numbers.insert(record.first)
      } else {
        builder.leaves.append(record.stream)
      }
    }
    if entered.through > 0 {
      for record in try ledger.streams(firstAfter: 0) where entered.contains(record) { judge(record, &self) }
    } else {
      for number in entered.numbers {
        guard let stream = try ledger.record(at: number)?.stream else { continue }
        judge(StreamRecord(stream: stream, first: number, last: number), &self)
      }
    }
    for name in entered.names {
      if let record = try ledger.stream(name) {
        if !kept.numbers.contains(record.first), !leaves.contains(name) { judge(record, &self) }
      } else if streams.contains(name) {
        kept.names.insert(name)
      } else {
        leaves.append(name)
      }
    }
    entered = kept
  }

  // MARK: entering

  /// Streams in scope that are not entered, in the order they are to come.
  private func waiting() throws -> [(stream: StreamID, number: Int?)] {
    switch scope.extent {
    case .all(let office):
      var waiting: [StreamRecord] = []
      if office, !entered.hasOffice, let record = try ledger.stream(.office), record.first <= entered.through,
        !entered.contains(record)
      {
        waiting.append(record)
      }
      waiting += try ledger.streams(firstAfter: entered.through).filter {
        (office || $0.stream != .office) && !entered.contains($0)
      }
      return waiting.map { ($0.stream, $0.first) }
    case .listed(let streams):
      var known: [StreamRecord] = []
      var unknown: [StreamID] = []
      for stream in streams {
        guard let record = try ledger.stream(stream) else {
          if !entered.names.contains(stream) { unknown.append(stream) }
          continue
        }
        if !entered.contains(record) { known.append(record) }
      }
      return known.sorted { $0.first < $1.first }.map { ($0.stream, $0.first) }
        + namesThatFit(unknown.sorted()).map { ($0, nil) }
    }
  }

  /// As many names as the bookmark has room for, in order: a bookmark its client cannot take would end every sync.
  private func namesThatFit(_ names: [StreamID]) -> [StreamID] {
    var room = ServerLimits.bookmarkNameBytesMax - entered.nameBytes
    return Array(
      names.prefix { name in
        room -= EnteredStreams.bytes(of: name)
        return room >= 0
      })
  }

  private mutating func enterAll() throws -> Bool {
    let isAll: Bool
    var office = false
    if case .all(let isVisible) = scope.extent { (isAll, office) = (true, isVisible) } else { isAll = false }
    for next in try waiting() {
      guard hasRoom, enters.count < ServerLimits.pageEntersMax else { return false }
      enters.append(next.stream)
      touched.insert(next.stream)
      guard let number = next.number else {
        entered.names.insert(next.stream)
        continue
      }
      if isAll, number > entered.through {
        // `office` joins those counted by number only when it may be seen.
        entered.through = number
        if next.stream == .office { entered.hasOffice = true }
      } else {
        entered.numbers.insert(number)
      }
      if number <= position {
        // It existed when the feed was here: if the replica wrote to it, it must have lost it since.
        if try ledger.chain(next.stream, replica) != nil { ownThrough = max(ownThrough, tip.position) }
        past = Bookmark.Past(number: number, after: 0)
        guard try sendPast() else { return false }
      }
    }
    if isAll {
      entered = EnteredStreams()
      entered.through = tip.position
      entered.hasOffice = office
    }
    return true
  }

  /// Sends what is left of the past of the stream in progress; false when the page is full.
  private mutating func sendPast() throws -> Bool {
    guard let open = past, let stream = try ledger.record(at: open.number)?.stream else {
      past = nil
      return true
    }
    var after = open.after
    var isWhole = true
    try ledger.visit(stream, after: open.after, through: position) { record in
      guard hasRoom else {
        isWhole = false
        return false
      }
      send(record)
      after = record.position
      return true
    }
    past = isWhole ? nil : Bookmark.Past(number: open.number, after: after)
    return isWhole
  }

  // MARK: feed

  private mutating func sendFeed() throws -> Bool {
    var scanned = 0
    var isWhole = true
    try ledger.visit(nil, after: position, through: tip.position) { record in
      let isOwn = record.id.replica == replica && record.id.seq <= last && record.position > ownThrough
      if scope.contains(record.stream), !isOwn {
        guard hasRoom else {
          isWhole = false
          return false
        }
        send(record)
      }
      scanned += 1
      position = record.position
      guard scanned < ServerLimits.pageScanMax else {
        isWhole = record.position == tip.position
        return false
      }
      return true
    }
    return isWhole
  }
}
