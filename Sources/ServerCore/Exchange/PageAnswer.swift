import SyncCore
import SyncProtocol
import WorkingDays

/// The answer of an exchange from the receipts on: page, bookmark, digests.
struct PageAnswer {
  let ledger: any LedgerReading
  let settings: TenantSettings
  let scope: Scope
  let header: ExchangeRequest.Header
  let user: UserID
  let bookmark: Bookmark?
  /// Streams the push has touched.
  let pushed: Set<StreamID>
  let serverTime: Int64

  func bytes(after receipts: [UInt8], folds: inout FoldCache) throws -> [UInt8] {
    let tip = try ledger.tip()
    let known = folds.bookmarks.known(header.bookmark, of: header.replica)
    let order = try enterOrder(&folds)
    var page = PageBuilder(
      ledger: ledger, streams: folds.streams, scope: scope, tip: tip, replica: header.replica, last: header.last,
      limit: header.limit,
      bookmark: bookmark, settledStreams: known?.settled.flatMap { $0.scopes == folds.scopeVersion ? $0.streams : nil },
      order: order)
    // What enters comes as its own past up to where the feed stood before this page, and from the feed beyond.
    let through = page.position
    try page.build()
    var bytes = receipts
    for stream in page.leaves { ExchangeFrame.leave(stream).append(to: &bytes) }
    for stream in page.enters { ExchangeFrame.enter(stream, through: through).append(to: &bytes) }
    bytes.append(contentsOf: page.entries)
    guard let hash = try ledger.hash(at: page.position) else {
      throw LedgerFault.damaged("log position \(page.position)")
    }
    let next = Bookmark(
      tenant: settings.tenant, user: user, replica: header.replica, epoch: settings.epoch, position: page.position,
      hash: hash, entered: page.entered, past: page.past, ownThrough: page.ownThrough,
      isContinued: !page.isComplete)
    let digests = page.isComplete ? try digests(touched: page.touched.union(pushed), streams: folds.streams) : [:]
    let enteredBytes =
      if let known, known.bookmark.entered == next.entered { known.enteredBytes } else {
        JSONWriter.bytes(next.entered.json)
      }
    // The same content has the same text.
    let text =
      if let known, known.bookmark == next { known.text } else {
        try next.text(key: settings.bookmarkKey, enteredBytes: enteredBytes)
      }
    folds.bookmarks.keep(
      BookmarkCache.Known(
        text: text, bookmark: next, enteredBytes: enteredBytes,
        settled: page.isSettled ? (folds.scopeVersion, folds.streams.entries.count) : nil), of: header.replica)
    ExchangeFrame.end(
      ExchangeEnd(
        bookmark: text, rest: page.rest, serverTime: serverTime,
        backedUpThrough: settings.backedUpThrough, digests: digests)
    ).append(to: &bytes)
    return bytes
  }

  /// Whoever lists streams and has many to enter gets the next audits first; who sees everything enters in the log's order,
  /// which is how their bookmark stays short.
  private func enterOrder(_ folds: inout FoldCache) throws -> EnterOrder {
    guard bookmark == nil || bookmark?.isContinued == true, case .listed(let listed) = scope.extent else {
      return EnterOrder()
    }
    let today = Instant(clampingMillisecondsSince1970: serverTime).parisDate
    var nextDay: [StreamID: CivilDate] = [:]
    for stream in listed {
      nextDay[stream] = try folds.nextAuditDay(stream, from: today, ledger)
    }
    return EnterOrder(nextDay: nextDay)
  }

  /// The last page of several carries those of the whole scope: the pages before it had none.
  private func digests(touched: Set<StreamID>, streams: StreamIndex) throws -> [StreamID: Digest] {
    var wanted = touched
    if bookmark?.isContinued ?? false { wanted.formUnion(streams.entries.lazy.map(\.stream)) }
    var digests: [StreamID: Digest] = [:]
    for stream in wanted.sorted() where scope.contains(stream) {
      guard digests.count < ServerLimits.digestsMax else { break }
      digests[stream] = Frontier(chains: try ledger.chains(stream)).setDigest
    }
    return digests
  }
}
