import Crypto
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
      bookmark: bookmark, isRecovering: settings.recovery != nil,
      settledStreams: known?.settled.flatMap { $0.scopes == folds.scopeVersion ? $0.streams : nil }, order: order)
    // What enters comes as its own past up to where the feed stood before this page, and from the feed beyond.
    let through = page.position
    try page.build()
    var bytes = receipts
    for leave in try signed(page.leaves, at: tip.position) { ExchangeFrame.leave(leave).append(to: &bytes) }
    for stream in page.enters { ExchangeFrame.enter(stream, through: through).append(to: &bytes) }
    bytes.append(contentsOf: page.entries)
    guard let hash = try ledger.hash(at: page.position) else {
      throw LedgerFault.damaged("log position \(page.position)")
    }
    let next = Bookmark(
      tenant: settings.tenant, user: user, replica: header.replica, epoch: settings.epoch, position: page.position,
      hash: hash, entered: page.entered, past: page.past, ownThrough: page.ownThrough,
      isContinued: !page.isComplete)
    // A log that is not whole proves nothing about anybody's set.
    let isRecovering = settings.recovery != nil
    let digests =
      page.isComplete && !isRecovering ? try digests(touched: page.touched.union(pushed), streams: folds.streams) : [:]
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
        backedUpThrough: settings.backedUpThrough, digests: digests,
        recovering: isRecovering)
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

  /// A replica purges only what the server's own key says it has to.
  private func signed(_ streams: [StreamID], at position: Int) throws -> [Leave] {
    guard !streams.isEmpty else { return [] }
    let key = try Curve25519.Signing.PrivateKey(rawRepresentation: settings.serverKey)
    return try streams.map { stream in
      let message = Leave.message(
        tenant: settings.tenant, replica: header.replica, stream: stream, epoch: settings.epoch, position: position)
      return Leave(
        stream: stream, epoch: settings.epoch, position: position, signature: Array(try key.signature(for: message)))
    }
  }

  /// The last page of several carries those of the whole scope: the pages before it had none.
  private func digests(touched: Set<StreamID>, streams: StreamIndex) throws -> [StreamID: SyncCore.Digest] {
    var wanted = touched
    if bookmark?.isContinued ?? false { wanted.formUnion(streams.entries.lazy.map(\.stream)) }
    var digests: [StreamID: SyncCore.Digest] = [:]
    for stream in wanted.sorted() where scope.contains(stream) {
      guard digests.count < ServerLimits.digestsMax else { break }
      digests[stream] = Frontier(chains: try ledger.chains(stream)).setDigest
    }
    return digests
  }
}
