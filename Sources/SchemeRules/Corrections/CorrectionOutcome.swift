public import AuditModel

/// Which way a correction goes; the raw value is the wire name.
public enum CorrectionOutcome: String, Sendable, Hashable, CaseIterable {
  /// What was decided stands, the new fact known.
  case maintained
  /// It is cancelled, and another state counts from a stated date.
  case replaced

  /// The words on screen.
  public var words: LocalizedText {
    switch self {
    case .maintained: LocalizedText(fr: "maintenu", en: "maintained")
    case .replaced: LocalizedText(fr: "annulé et remplacé", en: "cancelled and replaced")
    }
  }
}
