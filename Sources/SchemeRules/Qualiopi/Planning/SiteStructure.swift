public import AuditModel

/// Whether a body has one site or several under its one legal entity (R-QUAL-63); the raw value is the wire name.
///
/// The criteria are the same for both (R-QUAL-64); fees and durations differ.
public enum SiteStructure: String, Sendable, Hashable, CaseIterable {
  case single = "single-site"
  case multi = "multi-site"

  /// The structure of a number of sites; nil for none.
  public static func of(sites count: Int) -> SiteStructure? {
    guard count > 0, RuleSwitches.isOn("R-QUAL-63") else { return nil }
    return count == 1 ? .single : .multi
  }

  /// The word on screen.
  public var words: LocalizedText {
    switch self {
    case .single: LocalizedText(fr: "monosite", en: "single-site")
    case .multi: LocalizedText(fr: "multisite", en: "multi-site")
    }
  }
}
