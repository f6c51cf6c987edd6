public import AuditModel

/// What a contract adds to the bare audits; the raw value is the wire name.
public enum ContractOption: String, Sendable, Hashable, CaseIterable {
  /// The week of an audit is guaranteed, a paid option (R-QUAL-45).
  case guaranteedWeek = "guaranteed-week"
  /// The day of an audit is guaranteed, a paid option (R-QUAL-45).
  case guaranteedDay = "guaranteed-day"
  /// Its durations count the half-day more of a new entrant (R-QUAL-42).
  case newEntrantHalfDay = "new-entrant-half-day"

  /// The words on screen.
  public var words: LocalizedText {
    switch self {
    case .guaranteedWeek: LocalizedText(fr: "semaine garantie", en: "guaranteed week")
    case .guaranteedDay: LocalizedText(fr: "jour garanti", en: "guaranteed day")
    case .newEntrantHalfDay:
      LocalizedText(fr: "demi-journée de nouvel entrant", en: "new entrant's half-day counted")
    }
  }
}
