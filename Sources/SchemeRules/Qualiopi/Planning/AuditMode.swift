public import AuditModel

/// How an audit is held; the raw value is the wire name.
public enum AuditMode: String, Sendable, Hashable, CaseIterable {
  case onSite = "on-site"
  case remote

  /// The word on screen.
  public var words: LocalizedText {
    switch self {
    case .onSite: LocalizedText(fr: "sur place", en: "on site")
    case .remote: LocalizedText(fr: "à distance", en: "remote")
    }
  }
}
