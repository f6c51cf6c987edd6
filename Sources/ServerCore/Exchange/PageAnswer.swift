import SyncCore
import SyncProtocol

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

  func bytes(after receipts: [UInt8]) throws -> [UInt8] {
    let tip = try ledger.tip()
    var page = PageBuilder(
      ledger: ledger, scope: scope, tip: tip, replica: header.replica, last: header.last, limit: header.limit,
      bookmark: bookmark)
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
    let digests = page.isComplete ? try digests(touched: page.touched.union(pushed)) : [:]
    ExchangeFrame.end(
      ExchangeEnd(
        bookmark: try next.text(key: settings.bookmarkKey), more: !page.isComplete, serverTime: serverTime,
        backedUpThrough: settings.backedUpThrough, digests: digests)
    ).append(to: &bytes)
    return bytes
  }

  /// The last page of several carries those of the whole scope: the pages before it had none.
  private func digests(touched: Set<StreamID>) throws -> [StreamID: Digest] {
    var streams = touched
    if bookmark?.isContinued ?? false { streams.formUnion(try ledger.streams(firstAfter: 0).map(\.stream)) }
    var digests: [StreamID: Digest] = [:]
    for stream in streams.sorted() where scope.contains(stream) {
      guard digests.count < ServerLimits.digestsMax else { break }
      digests[stream] = Frontier(chains: try ledger.chains(stream)).setDigest
    }
    return digests
  }
}
