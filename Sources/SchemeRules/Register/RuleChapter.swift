public import AuditModel

/// A part of the register under one heading.
public struct RuleChapter: Sendable, Hashable {
  /// The heading.
  public let title: LocalizedText
  /// The entries, in the rulebook's order.
  public let entries: [RuleEntry]

  init(fr: String, en: String, _ entries: [RuleEntry]) {
    title = LocalizedText(fr: fr, en: en).spaced
    self.entries = entries
  }

  /// The chapter with only some of its entries, or nil when none is left.
  public func keeping(_ isKept: (RuleEntry) -> Bool) -> RuleChapter? {
    let kept = entries.filter(isKept)
    return kept.isEmpty ? nil : RuleChapter(fr: title.fr, en: title.en, kept)
  }
}
