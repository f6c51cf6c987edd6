/// A sentence or word for people, in both languages of the project.
public struct LocalizedText: Sendable, Hashable {
  /// French, with its typography.
  public let fr: String
  /// English.
  public let en: String

  /// Pairs the two.
  public init(fr: String, en: String) {
    self.fr = fr
    self.en = en
  }

  /// The text in a language.
  public func text(in language: Language) -> String { language == .french ? fr : en }
}

/// The languages of the project.
public enum Language: String, Sendable, CaseIterable {
  case french = "fr"
  case english = "en"
}
