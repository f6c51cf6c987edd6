import SyncCore

/// The merge of a text (DESIGN §13): 5 kB, two people with 200 edits each over one base.
///
/// Each replaced 200 words, no two of them neighbours, so the merge finds a place for every hunk. Timed is the whole
/// merge from three plain texts: cutting into tokens, two comparisons, laying the hunks on the base.
struct TextBench: BenchSection {
  static let name = "text"

  func rows(runs: Int) throws -> [BenchRow] {
    let base = (0..<830).map { "mot\($0 % 300)" }
    var (left, right) = (base, base)
    for number in 0..<200 {
      left[4 * number] = "gauche\(number)"
      right[4 * number + 2] = "droite\(number)"
    }
    let texts = [base, left, right].map { $0.joined(separator: " ") }
    var times: [Int] = []
    for _ in 0..<max(runs, 20) {
      let merge = Stopwatch.time { TextMerge.merge(base: texts[0], texts: [texts[1], texts[2]]) }
      guard case .merged(let text) = merge.result else { preconditionFailure("the edits lie apart") }
      precondition(text.contains("gauche199") && text.contains("droite199"))
      times.append(merge.nanoseconds)
    }
    return [
      BenchRow(
        work: "merge of a text of \(texts[0].utf8.count) bytes, 2 x 200 edits", spread: BenchSpread(times),
        unit: .nanoseconds,
        against: BenchAims(baseline: "yrs 0.13 ms, Loro 0.87 ms, Automerge 5.8 ms", aim: 900_000))
    ]
  }
}
