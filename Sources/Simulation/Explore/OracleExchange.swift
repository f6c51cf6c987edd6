import SyncCore
import SyncProtocol

/// One exchange as it crossed the wire, read by the judge's own code; nil when the client could use nothing of it.
struct OracleExchange {
  let replica: String
  let from: Int
  let last: Int
  let bookmark: String
  /// The digests of the lines and voids pushed.
  let items: [SyncCore.Digest]
  /// The frames of the answer, the last one included.
  let frames: [(value: JSONValue, digest: SyncCore.Digest)]

  /// The last frame's first word: `bookmark`, `gap`, `regressed` or `forked`.
  let end: String

  init?(_ request: TransportRequest, _ response: TransportResponse) {
    guard request.target == ProtocolPath.exchange, response.status == 200,
      response.header("content-type") == MediaType.ndjson, response.body.last == 0x0A
    else { return nil }
    let lines = request.body.split(separator: 0x0A).map(Array.init)
    guard let first = lines.first, let header = OracleJSON.value(first), let replica = header["replica"]?.text,
      let from = header["from"]?.number, let last = header["last"]?.number, let bookmark = header["bookmark"]?.text
    else { return nil }
    (self.replica, self.from, self.last, self.bookmark) = (replica, Int(from), Int(last), bookmark)
    var items: [SyncCore.Digest] = []
    for line in lines.dropFirst() {
      let value = OracleJSON.value(line)
      if value?["seal"] != nil { break }
      if value?["void"] != nil, let digest = value?["digest"]?.text.flatMap({ Digest(hex: $0) }) {
        items.append(digest)
      } else {
        items.append(Digest(of: line))
      }
    }
    self.items = items
    var frames: [(value: JSONValue, digest: SyncCore.Digest)] = []
    for line in response.body.dropLast().split(separator: 0x0A, omittingEmptySubsequences: false) {
      guard let value = OracleJSON.value(Array(line)) else { return nil }
      frames.append((value, Digest(of: Array(line) + [0x0A])))
    }
    self.frames = frames
    guard let end = frames.last?.value.members?.first?.key, ["bookmark", "gap", "regressed", "forked"].contains(end)
    else { return nil }
    self.end = end
  }
}
