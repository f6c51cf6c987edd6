public import AuditModel

/// Where a rule comes from, as the rulebook marks it.
public enum RuleOrigin: Sendable, Hashable {
  /// A source document says it.
  case source
  /// The sources are silent, unclear or at odds, and this reading is kept.
  case adopted
  /// It goes beyond the source documents.
  case notInSeeds(onByDefault: Bool)

  /// The stable code.
  public var code: String {
    switch self {
    case .source: "source"
    case .adopted: "adopted"
    case .notInSeeds(onByDefault: true): "beyond-sources-on"
    case .notInSeeds(onByDefault: false): "beyond-sources-off"
    }
  }

  /// The words on screen.
  public var words: LocalizedText {
    switch self {
    case .source: LocalizedText(fr: "dit par la source", en: "said by the source")
    case .adopted: LocalizedText(fr: "lecture retenue", en: "reading adopted")
    case .notInSeeds(onByDefault: true):
      LocalizedText(fr: "va au-delà des sources, actif par défaut", en: "goes beyond the sources, on by default")
    case .notInSeeds(onByDefault: false):
      LocalizedText(fr: "va au-delà des sources, inactif par défaut", en: "goes beyond the sources, off by default")
    }
  }
}
