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
    let tokens = TextTokens.tokens(of: base)
    var all: Set<TextHunk> = []
    for text in texts { all.formUnion(TextDiff.hunks(from: tokens, to: TextTokens.tokens(of: text))) }
    let hunks = all.sorted { ($0.base.lowerBound, $0.base.upperBound) < ($1.base.lowerBound, $1.base.upperBound) }
    for (left, right) in zip(hunks, hunks.dropFirst()) where right.base.lowerBound <= left.base.upperBound {
      return .conflict
    }
    var merged: [UInt8] = []
    var next = 0
    for hunk in hunks {
      for token in tokens[next..<hunk.base.lowerBound] { merged.append(contentsOf: token) }
      for token in hunk.replacement { merged.append(contentsOf: token) }
      next = hunk.base.upperBound
    }
    for token in tokens[next...] { merged.append(contentsOf: token) }
    return .merged(String(decoding: merged, as: UTF8.self))
  }
}
