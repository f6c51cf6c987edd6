public import AuditModel

/// The kind of a Qualiopi audit (RULEBOOK §3.2.3); the raw value is the wire name.
public enum QualiopiAuditKind: String, Sendable, Hashable, CaseIterable {
  case initial, surveillance, renewal, `extension`

  /// The word on screen.
  public var words: LocalizedText {
    switch self {
    case .initial: LocalizedText(fr: "audit initial", en: "initial audit")
    case .surveillance: LocalizedText(fr: "audit de surveillance", en: "surveillance audit")
    case .renewal: LocalizedText(fr: "audit de renouvellement", en: "renewal audit")
    case .extension: LocalizedText(fr: "audit d'extension", en: "extension audit")
    }
  }
}
