public import AuditModel

/// A reason in sentences: what happened, why, and what to do next.
public struct RuleText: Sendable, Hashable {
  /// What the rule found.
  public let what: LocalizedText
  /// What the rule asks.
  public let why: LocalizedText
  /// What the reader can do.
  public let wayOut: LocalizedText

  /// Brings the three together.
  public init(what: LocalizedText, why: LocalizedText, wayOut: LocalizedText) {
    self.what = what
    self.why = why
    self.wayOut = wayOut
  }

  /// The three, one after the other, in a language.
  public func sentences(in language: Language) -> String {
    [what, why, wayOut].map { $0.text(in: language) }.joined(separator: " ")
  }

  /// The three, one after the other, in both languages.
  public var sentences: LocalizedText {
    LocalizedText(fr: sentences(in: .french), en: sentences(in: .english))
  }
}
