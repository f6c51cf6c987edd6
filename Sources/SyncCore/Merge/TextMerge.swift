/// Three-way merge of any number of texts over one base, symmetric in the texts (DESIGN §5).
///
/// Base → each text is compared on its own and all hunks are laid on the base at once: equal hunks fold into one,
/// different hunks that overlap or touch are a conflict.
public enum TextMerge {
  /// What came of it.
  public enum Outcome: Equatable, Sendable {
    /// Every hunk found its place.
    case merged(String)
    /// Two different hunks overlap or touch.
    case conflict
  }

  /// Merges texts that all descend from a base.
  public static func merge(base: String, texts: [String]) -> Outcome {
    var table = TextTokens()
    let tokens = table.tokens(of: base)
    var all = texts.flatMap { TextDiff.hunks(from: tokens, to: table.tokens(of: $0)) }
    all.sort { ($0.base.lowerBound, $0.base.upperBound) < ($1.base.lowerBound, $1.base.upperBound) }
    var hunks: [TextHunk] = []
    for hunk in all {
      // Of two hunks of one range, equal ones are one and different ones overlap, in whatever order they came.
      guard let last = hunks.last, last != hunk else {
        if hunks.isEmpty { hunks.append(hunk) }
        continue
      }
      if hunk.base.lowerBound <= last.base.upperBound { return .conflict }
      hunks.append(hunk)
    }
    var merged: [UInt8] = []
    var next = 0
    for hunk in hunks {
      table.append(tokens[next..<hunk.base.lowerBound], to: &merged)
      table.append(hunk.replacement, to: &merged)
      next = hunk.base.upperBound
    }
    table.append(tokens[next...], to: &merged)
    return .merged(String(decoding: merged, as: UTF8.self))
  }
}
