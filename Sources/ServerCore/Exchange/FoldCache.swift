import AuditSchema
import SyncCore
import WorkingDays

/// Folded streams, and what is read from them, kept between transactions; used only after catching up to the log's end
/// inside the next one, so that what another process committed is seen.
struct FoldCache {
  private struct Held {
    var fold: StreamFold
    /// Bytes of the lines folded: what it weighs.
    var bytes: Int
    /// When it was last asked for.
    var used: Int

    /// Notes that it was asked for, and gives it.
    mutating func fold(at time: Int) -> StreamFold {
      used = time
      return fold
    }

    /// Takes in a line.
    /// - Returns: what it weighs.
    mutating func take(_ line: ChangeLine) -> Int {
      fold.apply(line.change)
      bytes += line.bytes.count
      return line.bytes.count
    }
  }

  private struct Asker: Hashable {
    let user: UserID
    let device: ReplicaID
  }

  private(set) var through = 0
  /// Where each stream begins.
  private(set) var streams = StreamIndex()
  /// The bookmarks handed out last.
  var bookmarks = BookmarkCache()
  /// How far each replica's answers go without a hole.
  var answered = AnsweredPrefixes()
  /// Grows whenever roles or assignments may have changed: as long as it stands, so do the scopes of all users.
  private(set) var scopeVersion = 0
  private var folds: [StreamID: Held] = [:]
  private var auditDays = NextAuditDays()
  private var bytes = 0
  private var clock = 0
  private var directoryView: DirectoryView?
  private var assignmentView: AssignmentView?
  private var standings: [Asker: Standing] = [:]

  /// Drops what another process has written to since.
  mutating func catchUp(_ ledger: any LedgerReading, tip: Int) throws {
    if tip == through { return }
    if tip < through || tip - through > ServerLimits.catchUpEntriesMax {
      let version = scopeVersion
      self = FoldCache()
      scopeVersion = version + 1
    } else {
      var stale: Set<StreamID> = []
      try ledger.scan(nil, after: through, through: tip) { place, _ in
        stale.insert(place.stream)
        return true
      }
      for stream in stale { drop(stream) }
    }
    try streams.catchUp(ledger)
    through = tip
  }

  private mutating func drop(_ stream: StreamID) {
    if let held = folds.removeValue(forKey: stream) { bytes -= held.bytes }
    forgetViews(of: stream)
  }

  private mutating func forgetViews(of stream: StreamID) {
    if stream == .directory { directoryView = nil }
    if stream == .office { assignmentView = nil }
    if stream == .directory || stream == .office {
      standings = [:]
      scopeVersion += 1
    }
  }

  /// The state of a stream at the log's end.
  mutating func fold(_ stream: StreamID, _ ledger: any LedgerReading) throws -> StreamFold {
    clock += 1
    if let fold = folds[stream]?.fold(at: clock) { return fold }
    let held = try read(stream, ledger)
    bytes += held.bytes
    folds[stream] = held
    return held.fold
  }

  /// The same without keeping it: who passes over every stream once pushes out none that is in use.
  func passingFold(_ stream: StreamID, _ ledger: any LedgerReading) throws -> StreamFold {
    if let held = folds[stream] { return held.fold }
    return try read(stream, ledger).fold
  }

  /// The next day of audit of a dossier, without keeping its fold.
  mutating func nextAuditDay(_ stream: StreamID, from today: CivilDate, _ ledger: any LedgerReading) throws
    -> CivilDate?
  {
    var taken = NextAuditDays()
    swap(&taken, &auditDays)
    defer { auditDays = taken }
    return try taken.next(stream, from: today, ledger: ledger) { try passingFold(stream, ledger) }
  }

  private func read(_ stream: StreamID, _ ledger: any LedgerReading) throws -> Held {
    var held = Held(fold: StreamFold(stream: stream), bytes: 0, used: clock)
    try ledger.visit(stream, after: 0, through: through) { record in
      if let line = try record.line() { _ = held.take(line) }
      return true
    }
    return held
  }

  /// Takes in an entry this transaction has appended.
  mutating func append(_ line: ChangeLine?, of stream: StreamID, at position: Int) {
    through = position
    streams.add(stream, position)
    guard let line else { return }
    // The views hold the fold too; with them gone, and by optional chaining, it is altered in place, not copied.
    forgetViews(of: stream)
    bytes += folds[stream]?.take(line) ?? 0
  }

  mutating func directory(_ ledger: any LedgerReading) throws -> DirectoryView {
    if let directoryView { return directoryView }
    let view = DirectoryView(try fold(.directory, ledger))
    directoryView = view
    return view
  }

  mutating func assignments(_ ledger: any LedgerReading) throws -> AssignmentView {
    if let assignmentView { return assignmentView }
    let view = AssignmentView(try fold(.office, ledger))
    assignmentView = view
    return view
  }

  /// What a user may do now.
  mutating func standing(of user: UserID, device: ReplicaID, _ ledger: any LedgerReading) throws -> Standing {
    let asker = Asker(user: user, device: device)
    if let known = standings[asker] { return known }
    let standing = Standing(
      user: user, device: device, directory: try directory(ledger), assignments: try assignments(ledger))
    if standings.count >= ServerLimits.standingsCachedMax { standings = [:] }
    standings[asker] = standing
    return standing
  }

  /// Forgets the streams not asked for longest once the lines folded weigh too much; the two streams everything needs
  /// and the one asked for last stay.
  mutating func trim() {
    guard bytes > ServerLimits.foldBytesCachedMax || folds.count > ServerLimits.foldsCachedMax else { return }
    let evictable = folds.filter { $0.key != .directory && $0.key != .office && $0.value.used < clock }
    for (stream, _) in evictable.sorted(by: { $0.value.used < $1.value.used }) {
      // Down to half, so that this is done seldom.
      guard bytes > ServerLimits.foldBytesCachedMax / 2 || folds.count > ServerLimits.foldsCachedMax / 2 else { return }
      drop(stream)
    }
  }
}
