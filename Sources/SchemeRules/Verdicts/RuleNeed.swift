public import AuditModel

/// What a rule needs and a field device may not see; the raw value is its stable code.
public enum RuleNeed: String, Sendable, Hashable, CaseIterable {
  /// The register of people's competences (R-ROLE-22).
  case competenceRegister = "competence-register"
  /// How and when the audit was held, against what planning allowed (T-QUAL-A13).
  case auditConditions = "audit-conditions"
  /// The start of validity of the certificate (R-QUAL-49).
  case certificateValidity = "certificate-validity"
  /// Whether the last decision allowed a remote surveillance (R-QUAL-90).
  case remoteSurveillancePermission = "remote-surveillance-permission"
  /// The turnover of the BPF in force and the one the contract rests on (R-QUAL-43).
  case turnoverInForce = "turnover-in-force"

  /// The cycle of the certification an audit belongs to (R-ROLE-06).
  case auditCycle = "audit-cycle"

  /// What it is, in words.
  public var words: LocalizedText {
    switch self {
    case .competenceRegister: LocalizedText(fr: "registre des compétences", en: "competence register")
    case .auditConditions: LocalizedText(fr: "conditions de l'audit", en: "conditions of the audit")
    case .certificateValidity:
      LocalizedText(fr: "début de validité du certificat", en: "start of validity of the certificate")
    case .auditCycle: LocalizedText(fr: "cycle de certification de l'audit", en: "certification cycle of the audit")
    case .remoteSurveillancePermission:
      LocalizedText(fr: "accord pour une surveillance à distance", en: "permission for a remote surveillance")
    case .turnoverInForce:
      LocalizedText(
        fr: "chiffre d'affaires du BPF en vigueur et du contrat", en: "turnover of the BPF in force and of the contract"
      )
    }
  }
}
