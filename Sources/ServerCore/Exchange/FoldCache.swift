import AuditSchema
import SyncCore

/// Folded streams kept between transactions, used only after catching up to the log's end inside the next one, so that
/// what another process committed is seen.
struct FoldCache {
  private(set) var through = 0
  private var folds: [StreamID: StreamFold] = [:]
  private var directoryView: DirectoryView?
  private var assignmentView: AssignmentView?

  /// Drops what another process has written to since.
  mutating func catchUp(_ ledger: any LedgerReading, tip: Int) throws {
    if tip == through { return }
    if tip < through || tip - through > ServerLimits.catchUpEntriesMax {
      self = FoldCache()
    } else if !folds.isEmpty {
      var stale: Set<StreamID> = []
      try ledger.visit(nil, after: through, through: tip) { record in
        stale.insert(record.stream)
        return true
      }
      for stream in stale { drop(stream) }
    }
    through = tip
  }

  private mutating func drop(_ stream: StreamID) {
    folds[stream] = nil
    if stream == .directory { directoryView = nil }
    if stream == .office { assignmentView = nil }
  }

  /// The state of a stream at the log's end.
  mutating func fold(_ stream: StreamID, _ ledger: any LedgerReading) throws -> StreamFold {
    if let fold = folds[stream] { return fold }
    var fold = StreamFold(stream: stream)
    try ledger.visit(stream, after: 0, through: through) { record in
      if let line = try record.line() { fold.apply(line.change) }
      return true
    }
    folds[stream] = fold
    return fold
  }

  /// Takes in an entry this transaction has appended.
  mutating func append(_ change: Change?, of stream: StreamID, at position: Int) {
    through = position
    guard let change else { return }
    // The views hold the fold too; with them gone, and by optional chaining, it is altered in place, not copied.
    if stream == .directory { directoryView = nil }
    if stream == .office { assignmentView = nil }
    folds[stream]?.apply(change)
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

  /// Forgets all but the two streams everything needs once too many are held.
  mutating func trim() {
    guard folds.count > ServerLimits.foldsCachedMax else { return }
    folds = folds.filter { $0.key == .directory || $0.key == .office }
  }
}
