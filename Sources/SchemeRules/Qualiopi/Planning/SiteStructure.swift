public import AuditModel

/// How a body's sites stand under its legal entity (R-QUAL-63); the raw value is the wire name.
///
/// Prices differ (R-QUAL-113, R-QUAL-114), the criteria are the same for all (R-QUAL-64).
public enum SiteStructure: String, Sendable, Hashable, CaseIterable {
  case singleSite = "single-site"
  case multiSite = "multi-site"
  /// Overseas, which counts as several sites.
  case overseas

  /// The structure of a number of sites in mainland France; nil for none (R-QUAL-63).
  public static func of(sites count: Int) -> SiteStructure? {
    guard count > 0, RuleSwitches.isOn("R-QUAL-63") else { return nil }
    return count == 1 ? .singleSite : .multiSite
  }

  /// The word on screen.
  public var words: LocalizedText {
    switch self {
    case .singleSite: LocalizedText(fr: "monosite", en: "single-site")
    case .multiSite: LocalizedText(fr: "multisite", en: "multi-site")
    case .overseas: LocalizedText(fr: "outre-mer", en: "overseas")
    }
  }
}
