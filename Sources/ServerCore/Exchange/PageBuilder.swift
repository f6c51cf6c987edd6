import SyncCore
import SyncProtocol

/// Builds one page of what a replica has to hear: leaves, enters with their past, then the feed (DESIGN §7).
///
/// Reads only; the bookmark that comes out names all that was sent, so the next page goes on exactly there.
struct PageBuilder {
  let ledger: any LedgerReading
  let streams: StreamIndex
  let scope: Scope
  let tip: LogTip
  /// The replica that asks and the last seq it wrote: its own entries up to there stay out of the feed.
  let replica: ReplicaID
  let last: Int
  let limit: Int
  /// Whether the log waits for what it lost: nobody is told to leave on the word of a directory that is not whole.
  let isRecovering: Bool
  /// How many streams there were when this scope had nothing left to enter or leave; nil when it may have changed since.
  let settledStreams: Int?
  /// In which order the streams of a listed scope enter.
  let order: EnterOrder

  private(set) var leaves: [StreamID] = []
  private(set) var enters: [StreamID] = []
  private(set) var entries: [UInt8] = []
  private(set) var touched: Set<StreamID> = []
  private(set) var position: Int
  private(set) var entered: EnteredStreams
  private(set) var past: Bookmark.Past?
  private(set) var ownThrough: Int
  /// Whether nothing is left to enter or leave.
  private(set) var isSettled = false
  private(set) var isComplete = false
  private var entryCount = 0
  private var lastSent: StreamID?

  init(
    ledger: any LedgerReading, streams: StreamIndex, scope: Scope, tip: LogTip, replica: ReplicaID, last: Int,
    limit: Int,
    bookmark: Bookmark?, isRecovering: Bool = false, settledStreams: Int?, order: EnterOrder
  ) {
    self.isRecovering = isRecovering
    self.ledger = ledger
    self.streams = streams
    self.scope = scope
    self.tip = tip
    self.replica = replica
    self.last = last
    self.limit = limit
    self.settledStreams = settledStreams
    self.order = order
    position = bookmark?.position ?? tip.position
    entered = bookmark?.entered ?? EnteredStreams()
    past = bookmark?.past
    ownThrough = bookmark?.ownThrough ?? 0
  }

  /// Builds the page.
  mutating func build() throws {
    if !isRecovering { leave() }
    guard try sendPast() else { return }
    guard try enterAll() else { return }
    isSettled = true
    isComplete = try sendFeed()
  }

  /// What is left after this page; nil when nothing is.
  var rest: ExchangeEnd.Rest? {
    guard !isComplete else { return nil }
    let open = past.flatMap { streams.stream(numbered: $0.number) }
    return ExchangeEnd.Rest(
      entering: open.map { [$0] } ?? [], streams: isSettled ? 0 : waiting().count, positions: tip.position - position)
  }

  private var hasRoom: Bool { entryCount < limit && entries.count < ProtocolLimits.pageBytesMax }

  private mutating func send(_ place: LogPlace, _ appendFrame: (inout [UInt8]) throws -> Void) throws {
    try appendFrame(&entries)
    entryCount += 1
    if place.stream != lastSent {
      touched.insert(place.stream)
      lastSent = place.stream
    }
  }

  // MARK: leaving

  private mutating func leave() {
    switch scope.extent {
    case .all(let office): leaveOffice(unless: office)
    case .listed(let listed):
      if let newcomers {
        for entry in newcomers where entered.forget(entry.stream) { entered.numbers.insert(entry.number) }
      } else {
        keepOnly(listed)
      }
    }
    leaves.sort()
    if let held = past, let stream = streams.stream(numbered: held.number), !scope.contains(stream) { past = nil }
  }

  private mutating func leaveOffice(unless isVisible: Bool) {
    guard !isVisible else { return }
    if let number = streams.number(of: .office) {
      if entered.contains(.office, number: number) { leaves.append(.office) }
      entered.numbers.remove(number)
    }
    entered.forget(.office)
    entered.hasOffice = false
  }

  /// The streams that began since; nil when all are to be looked at.
  private var newcomers: ArraySlice<StreamIndex.Entry>? { settledStreams.map { streams.entries[$0...] } }

  private mutating func keepOnly(_ listed: Set<StreamID>) {
    if entered.through > 0 {
      // Entered as one who saw everything: from now on stream by stream.
      for entry in streams.entries where entered.contains(entry.stream, number: entry.number) {
        entered.numbers.insert(entry.number)
      }
      (entered.through, entered.hasOffice) = (0, false)
    }
    for name in entered.names {
      guard let number = streams.number(of: name) else {
        if !listed.contains(name) { leave(name, number: nil) }
        continue
      }
      entered.forget(name)
      entered.numbers.insert(number)
    }
    for number in entered.numbers {
      guard let stream = streams.stream(numbered: number) else {
        entered.numbers.remove(number)
        continue
      }
      if !listed.contains(stream) { leave(stream, number: number) }
    }
  }

  private mutating func leave(_ stream: StreamID, number: Int?) {
    leaves.append(stream)
    if let number { entered.numbers.remove(number) } else { entered.forget(stream) }
  }

  // MARK: entering

  /// Streams in scope that are not entered, in the order they are to come.
  private func waiting() -> [(stream: StreamID, number: Int?)] {
    switch scope.extent {
    case .all(let office):
      var waiting: [StreamIndex.Entry] = []
      if office, !entered.hasOffice, let number = streams.number(of: .office), number <= entered.through,
        !entered.contains(.office, number: number)
      {
        waiting.append(StreamIndex.Entry(number: number, stream: .office))
      }
      waiting += streams.beyond(entered.through).filter {
        (office || $0.stream != .office) && !entered.contains($0.stream, number: $0.number)
      }
      return waiting.map { ($0.stream, $0.number) }
    case .listed(let listed):
      if let newcomers {
        return newcomers.filter { listed.contains($0.stream) && !entered.contains($0.stream, number: $0.number) }
          .map { ($0.stream, $0.number) }
      }
      var known: [StreamIndex.Entry] = []
      var unknown: [StreamID] = []
      for stream in listed {
        guard let number = streams.number(of: stream) else {
          if !entered.holds(stream) { unknown.append(stream) }
          continue
        }
        if !entered.contains(stream, number: number) {
          known.append(StreamIndex.Entry(number: number, stream: stream))
        }
      }
      return order.sorted(known).map { ($0.stream, $0.number) }
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
    for next in waiting() {
      // Only a stream whose past is sent takes room. Without this, one who asks for nothing, or whose page is full, would
      // never be through, and all streams would be looked at again with every push.
      let hasPast = next.number.map { $0 <= position } ?? false
      guard hasRoom || !hasPast, enters.count < ServerLimits.pageEntersMax else { return false }
      enters.append(next.stream)
      touched.insert(next.stream)
      guard let number = next.number else {
        entered.enter(next.stream)
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
      let hadOffice = isRecovering && entered.hasOffice
      entered = EnteredStreams()
      entered.through = tip.position
      entered.hasOffice = office || hadOffice
    }
    return true
  }

  /// Sends what is left of the past of the stream in progress; false when the page is full.
  private mutating func sendPast() throws -> Bool {
    guard let open = past, let stream = streams.stream(numbered: open.number) else {
      past = nil
      return true
    }
    // While the server recovers nothing leaves, and yet nothing goes on that may not be seen (law L4).
    guard scope.contains(stream) else {
      past = nil
      entered.numbers.remove(open.number)
      return true
    }
    var after = open.after
    var isWhole = true
    try ledger.scan(stream, after: open.after, through: position) { place, appendFrame in
      guard hasRoom else {
        isWhole = false
        return false
      }
      try send(place, appendFrame)
      after = place.position
      return true
    }
    past = isWhole ? nil : Bookmark.Past(number: open.number, after: after)
    return isWhole
  }

  // MARK: feed

  private mutating func sendFeed() throws -> Bool {
    var scanned = 0
    var isWhole = true
    try ledger.scan(nil, after: position, through: tip.position) { place, appendFrame in
      let isOwn = place.id.replica == replica && place.id.seq <= last && place.position > ownThrough
      if !isOwn, scope.contains(place.stream) {
        guard hasRoom else {
          isWhole = false
          return false
        }
        try send(place, appendFrame)
      }
      scanned += 1
      position = place.position
      guard scanned < ServerLimits.pageScanMax else {
        isWhole = place.position == tip.position
        return false
      }
      return true
    }
    return isWhole
  }
}
