/// What a person may do in a certifier's workspace, from the directory (RULEBOOK §2.1); being lead auditor is a fact
/// of one audit, not a role.
public enum Role: String, Sendable, Hashable, CaseIterable {
  /// Conducts audits, grades, writes findings (auditeur).
  case auditor
  /// Reads reports again before they go to decision (relecteur).
  case reviewer
  /// Takes Qualiopi decisions (expert décisionnaire).
  case decider
  /// Sits on the internal committee that takes CertifIAG decisions (commission interne).
  case committee
  /// Works in the certification office (service certification).
  case office
  /// Reads everything, writes nothing (an accreditation body's visitor).
  case inspector
  /// Runs the server.
  case administrator

  /// Everybody who works on dossiers: all but the inspector, who reads.
  public static let staff: Set<Role> = Set(allCases).subtracting([.inspector])

  /// The word people see.
  public var words: LocalizedText {
    switch self {
    case .auditor: LocalizedText(fr: "auditeur", en: "auditor")
    case .reviewer: LocalizedText(fr: "relecteur", en: "reviewer")
    case .decider: LocalizedText(fr: "expert décisionnaire", en: "decision expert")
    case .committee: LocalizedText(fr: "commission interne", en: "internal committee")
    case .office: LocalizedText(fr: "service certification", en: "certification office")
    case .inspector: LocalizedText(fr: "évaluateur externe", en: "inspector")
    case .administrator: LocalizedText(fr: "administrateur", en: "administrator")
    }
  }
}
