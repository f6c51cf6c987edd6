import SyncCore

/// The answers given to lines: final, and as the log has it (laws L1, L6, L7).
struct OracleReceipts: Sendable {
  struct Answer: Sendable, Equatable {
    let digest: SyncCore.Digest
    let text: String
    /// The code of a refusal; nil when accepted.
    let refused: String?
  }

  /// By the name of the line.
  private(set) var answers: [String: Answer] = [:]
  /// Refused lines, each counted once.
  var refusedCount: Int { answers.values.count { $0.refused != nil } }

  /// Takes in the receipts of one exchange.
  mutating func take(_ exchange: OracleExchange, log: OracleLog) -> [LawViolation] {
    var violations: [LawViolation] = []
    var count = 0
    for frame in exchange.frames {
      guard let seq = frame.value["receipt"]?.number.map(Int.init) else { continue }
      count += 1
      let name = "\(exchange.replica):\(seq)"
      let place = seq - exchange.from
      guard exchange.items.indices.contains(place) else {
        violations.append(LawViolation(.L6, "a receipt for \(name), which was not sent"))
        continue
      }
      let answer = Answer(
        digest: exchange.items[place], text: JSONWriter.text(frame.value), refused: frame.value["refused"]?.text)
      if let held = answers[name] {
        if held != answer { violations.append(LawViolation(.L6, "\(name): \(held.text), then \(answer.text)")) }
        continue
      }
      answers[name] = answer
      let line = log.line(name)
      if answer.refused != nil {
        if line != nil { violations.append(LawViolation(.L6, "\(name) is refused, yet it stands in the log")) }
      } else if line?.digest != answer.digest || line.map({ Int64($0.position) }) != frame.value["position"]?.number {
        violations.append(LawViolation(.L1, "\(name) is acknowledged, yet the log does not hold it there"))
      }
    }
    if exchange.end == "bookmark", count != exchange.items.count {
      violations.append(LawViolation(.L7, "\(exchange.items.count) lines were pushed and \(count) answered"))
    }
    return violations
  }
}
