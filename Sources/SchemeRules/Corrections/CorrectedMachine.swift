public import AuditModel
public import SyncCore

/// A machine a correction may move, with all its states: any of them, ends included (T-QUAL-X01).
public enum CorrectedMachine: Sendable, Hashable, CaseIterable {
  /// The certificate.
  case certificate
  /// The audit.
  case audit
  /// A non-conformity.
  case nonConformity

  /// The wire names of its states, in the order of the rulebook.
  public var states: [String] {
    switch self {
    case .certificate: ["none", "active", "suspended", "withdrawn", "expired", "refused"]
    case .audit: QualiopiAuditState.allCases.map(\.rawValue)
    case .nonConformity: QualiopiNonConformityState.allCases.map(\.rawValue)
    }
  }

  /// A state in words, whichever of the three machines it belongs to; nil for none of theirs.
  public static func words(of state: String) -> LocalizedText? {
    if let place = certificate.states.firstIndex(of: state) { return certificateWords[place] }
    return QualiopiAuditState(rawValue: state)?.words ?? QualiopiNonConformityState(rawValue: state)?.words
  }

  private static let certificateWords = [
    LocalizedText(fr: "sans certificat", en: "no certificate"), LocalizedText(fr: "actif", en: "active"),
    LocalizedText(fr: "suspendu", en: "suspended"), LocalizedText(fr: "retiré", en: "withdrawn"),
    LocalizedText(fr: "expiré", en: "expired"), LocalizedText(fr: "refusé", en: "refused"),
  ]

  /// The field it lives in.
  public var field: FieldName { self == .certificate ? "standing" : "stage" }

  /// The machines that what is corrected may have moved, the one looked at first coming first.
  public static func all(of subject: Reopening.Subject) -> [CorrectedMachine] {
    switch subject {
    case .lapse(.qual06, _, _): [.certificate]
    case .lapse: [.nonConformity]
    case .act(let act, _, _): act == "audit.cancel" ? [.audit] : [.certificate, .audit]
    }
  }
}
