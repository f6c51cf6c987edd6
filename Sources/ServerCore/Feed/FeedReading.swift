import SyncCore
import SyncProtocol

/// Reads a page of one stream or of a whole scope, entries as stored and joined (DESIGN §7, Durable Streams).
struct FeedReading {
  let ledger: any LedgerReading
  let settings: TenantSettings
  let scope: Scope
  /// One stream; nil for all in scope.
  let stream: StreamID?
  /// What is asked for; nil for everything.
  var kinds: FeedKinds?
  /// Lines looked into for one page by kinds.
  var linesReadMax = ServerLimits.pageLinesReadMax

  /// What a feed's offsets are bound to.
  private var subject: Digest {
    if let stream { Digest(of: Array("stream \(stream)".utf8)) } else { scope.digest }
  }

  /// The page from an offset; nil when the log does not hold what the offset was written over.
  /// - Parameter offset: nil or `-1` for the beginning, `now` for the end, else one handed out before.
  func page(offset: String?, limit: Int) throws -> FeedPage? {
    let tip = try ledger.tip()
    let from: Int
    switch offset {
    case nil, "-1", "": from = 0
    case "now": from = tip.position
    case let text?:
      guard let read = FeedOffset(text, key: settings.bookmarkKey), read.subject == subject,
        read.epoch == settings.epoch, try ledger.hash(at: read.position) == read.hash
      else { return nil }
      from = read.position
    }
    var body = Array("[".utf8)
    var (position, count, scanned, isWhole) = (from, 0, 0, true)
    var read = 0
    try ledger.scan(stream, after: from, through: tip.position) { place, appendFrame in
      if scope.contains(place.stream), kinds == nil || place.kind == .line {
        guard count < limit, body.count < ProtocolLimits.pageBytesMax, read < linesReadMax else {
          isWhole = false
          return false
        }
        var frame: [UInt8] = []
        try appendFrame(&frame)
        if try isWanted(place, frame, &read) {
          if count > 0 { body.append(UInt8(ascii: ",")) }
          body.append(contentsOf: frame.dropLast())
          count += 1
        }
      }
      scanned += 1
      position = place.position
      isWhole = scanned < ServerLimits.pageScanMax
      return isWhole
    }
    body.append(UInt8(ascii: "]"))
    if isWhole { position = tip.position }
    guard let hash = try ledger.hash(at: position) else { throw LedgerFault.damaged("log position \(position)") }
    let next = FeedOffset(subject: subject, epoch: settings.epoch, position: position, hash: hash)
    return FeedPage(
      body: body, nextOffset: try next.text(key: settings.bookmarkKey), upToDate: isWhole,
      etag: "\"\(Digest(of: subject.bytes + Array("\(settings.epoch) \(from) ".utf8) + body))\"")
  }

  /// Whether an entry is of the kinds asked for; without any it is not looked into.
  private func isWanted(_ place: LogPlace, _ frame: [UInt8], _ read: inout Int) throws -> Bool {
    guard let kinds else { return true }
    read += 1
    let record = LogRecord(
      position: place.position, stream: place.stream, kind: place.kind, id: place.id, frame: frame)
    return try record.line().map { kinds.matches($0.change) } ?? false
  }
}
