import SyncCore

/// What each bookmark stands for: the entries a replica has heard on the way to it (laws L4, L5).
struct OracleFeed: Sendable {
  /// The positions heard of each stream entered, ascending.
  private typealias Heard = [String: [Int]]

  private var heard: [String: Heard] = ["": [:]]

  /// Takes in the page of one exchange.
  /// - Parameter scope: what the asker may see now; nil for all.
  mutating func take(_ exchange: OracleExchange, log: OracleLog, scope: Set<String>?, who: String) -> [LawViolation] {
    guard exchange.end == "bookmark", let end = exchange.frames.last?.value, let next = end["bookmark"]?.text else {
      return []
    }
    guard var streams = heard[exchange.bookmark] else {
      return [LawViolation(.L5, "\(who) reads on from a bookmark that no answer gave")]
    }
    var violations: [LawViolation] = []
    func breaks(_ law: Law, _ detail: String) { violations.append(LawViolation(law, "\(who): \(detail)")) }
    for frame in exchange.frames.dropLast() {
      if let stream = frame.value["leave"]?.text { streams[stream] = nil }
      if let stream = frame.value["enter"]?.text { streams[stream] = [] }
      guard frame.value.members?.first?.key == "position", let position = frame.value["position"]?.number.map(Int.init)
      else { continue }
      guard log.entries.indices.contains(position - 1) else {
        breaks(.L5, "an entry at \(position), past the end of the log")
        continue
      }
      let entry = log.entries[position - 1]
      if entry.frame != frame.digest { breaks(.L10, "the entry at \(position) is not the one in the log") }
      if scope?.contains(entry.stream) == false { breaks(.L4, "position \(position) of \(entry.stream)") }
      if streams[entry.stream] == nil { breaks(.L5, "position \(position) of \(entry.stream), not entered") }
      if let before = streams[entry.stream]?.last, before >= position {
        breaks(.L5, "position \(position) of \(entry.stream) after \(before)")
      }
      streams[entry.stream, default: []].append(position)
    }
    for (stream, _) in end["digests"]?.members?.map({ ($0.key, $0.value) }) ?? [] {
      if scope?.contains(stream) == false { breaks(.L4, "the digest of \(stream)") }
    }
    heard[next] = streams
    if end["more"]?.truth == false {
      for stream in log.streams.keys.sorted() where scope?.contains(stream) ?? true {
        guard let held = streams[stream] else {
          breaks(.L5, "\(stream) is in scope and was not entered")
          continue
        }
        if let missed = Self.missed(of: stream, in: log, heard: held, by: exchange) {
          breaks(.L5, "position \(missed) of \(stream) was skipped")
        }
      }
    }
    return violations
  }

  /// The first position of a stream that was neither heard nor written by the asker itself.
  private static func missed(
    of stream: String, in log: OracleLog, heard: [Int], by exchange: OracleExchange
  ) -> Int? {
    let heard = Set(heard)
    return log.streams[stream]?.lazy.map { log.entries[$0] }.first { entry in
      let isOwn = entry.replica == exchange.replica && entry.seq <= exchange.last
      return !isOwn && !heard.contains(entry.position)
    }?.position
  }
}
