/// One message for people, in French and in English.
///
/// French carries its typography: U+202F before `; : ? ! %`, inside « » and between groups of three digits. Values
/// quoted from a file are clipped and their control characters replaced; the rim still escapes what it prints
/// (DESIGN §9).
public struct PublicListText: Sendable, Equatable {
  /// The French message.
  public let fr: String
  /// The English message.
  public let en: String

  /// Pairs the two messages.
  public init(fr: String, en: String) {
    self.fr = fr
    self.en = en
  }

  static let quotedScalarsMax = 40

  /// A value from the file made fit to stand inside a message.
  static func quoted(_ value: String) -> String {
    var clipped = ""
    for (index, scalar) in value.unicodeScalars.enumerated() {
      if index == quotedScalarsMax { return clipped + "…" }
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: clipped.unicodeScalars.append("\u{FFFD}")
      default: clipped.unicodeScalars.append(scalar)
      }
    }
    return clipped
  }
}
