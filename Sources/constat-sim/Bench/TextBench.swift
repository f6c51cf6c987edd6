import SyncCore

/// The merge of a text (DESIGN §13): 5 kB, two people with 200 edits each over one base.
///
/// Each replaced 200 words, no two of them neighbours, so the merge finds a place for every hunk. Timed is the whole
/// merge from three plain texts: cutting into tokens, two comparisons, laying the hunks on the base. *Beside it*: the same
/// end for who knows beforehand that every edit stays in its place: cut at spaces, take of each word the one that
/// changed, join; and the standard library's comparison (`difference(from:)`) of both sides with the base, cut into
/// words beforehand, nothing laid on anything.
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
    var (merges, inPlace, differences): ([Double], [Double], [Double]) = ([], [], [])
    for _ in 0..<max(runs, 20) {
      let merge = Stopwatch.time { TextMerge.merge(base: texts[0], texts: [texts[1], texts[2]]) }
      guard case .merged(let text) = merge.result else { preconditionFailure("the edits lie apart") }
      precondition(text.contains("gauche199") && text.contains("droite199"))
      merges.append(merge.milliseconds)
      let bare = Stopwatch.time { Self.mergedInPlace(texts[0], texts[1], texts[2]) }
      precondition(bare.result == text, "both ways end in one text")
      inPlace.append(bare.milliseconds)
      let compared = Stopwatch.time { (left.difference(from: base), right.difference(from: base)) }
      precondition(compared.result.0.count == 400 && compared.result.1.count == 400)
      differences.append(compared.milliseconds)
    }
    let bare = BenchRow("the same text word by word in place, nothing compared", inPlace, .milliseconds)
    return [
      bare,
      BenchRow("two comparisons by the standard library, nothing merged", differences, .milliseconds),
      BenchRow(
        "merge of a text of \(texts[0].utf8.count) bytes, 2 x 200 edits", merges, .milliseconds, aim: 0.9, beside: bare,
        remark: "yrs 0.13 ms, Loro 0.87 ms, Automerge 5.8 ms"),
    ]
  }

  private static func mergedInPlace(_ base: String, _ left: String, _ right: String) -> String {
    let words = [base, left, right].map { $0.utf8.split(separator: 0x20) }
    var merged: [UInt8] = []
    merged.reserveCapacity(left.utf8.count + right.utf8.count)
    for place in words[0].indices {
      if place > 0 { merged.append(0x20) }
      merged += words[1][place].elementsEqual(words[0][place]) ? words[2][place] : words[1][place]
    }
    return String(decoding: merged, as: UTF8.self)
  }
}
