import AuditDesk
import AuditModel

/// Values in the words of both languages, cut to what a line of a list has room for: the index keeps no long text.
struct ShortText: Sendable, Equatable {
  private let texts: LocalizedText
  private static let scalarsMax = 60

  /// - Parameter words: the values as one language says them.
  init(_ words: (Phrasing) -> [String]) {
    func joined(_ language: Language) -> String {
      words(Phrasing(language)).map(Self.cut).joined(separator: " / ")
    }
    texts = LocalizedText(fr: joined(.french), en: joined(.english))
  }

  func text(in language: Language) -> String { texts.text(in: language) }

  /// The beginning of a text, on one line.
  ///
  /// Cut by scalars: what counts as one character can be as long as somebody wants.
  static func cut(_ text: String) -> String {
    let start = text.unicodeScalars.prefix(scalarsMax + 1)
    var line = String.UnicodeScalarView()
    for scalar in start.prefix(scalarsMax) { line.append(newlines.contains(scalar) ? " " : scalar) }
    return start.count > scalarsMax ? String(line) + "…" : String(line)
  }

  private static let newlines: Set<Unicode.Scalar> = ["\n", "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}"]
}
