public import AuditModel

/// Which way a decision goes; the raw value is the wire name.
public enum DecisionOutcome: String, Sendable, Hashable, CaseIterable {
  /// Granted, maintained, renewed or extended.
  case favourable
  /// Refused, suspended or not renewed.
  case unfavourable

  /// The word on screen.
  public var words: LocalizedText {
    switch self {
    case .favourable: LocalizedText(fr: "favorable", en: "favourable")
    case .unfavourable: LocalizedText(fr: "défavorable", en: "unfavourable")
    }
  }
}
