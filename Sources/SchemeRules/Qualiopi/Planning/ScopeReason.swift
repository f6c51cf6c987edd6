public import AuditModel

/// Why an indicator is in the scope of an audit or out of it; the raw value is the stable code.
public enum ScopeReason: String, Sendable, Hashable, CaseIterable {
  case previousNonConformity = "previous-non-conformity"
  case majorOnly = "major-only"
  case alwaysInSurveillance = "always-in-surveillance"
  case droppedAtInitial = "dropped-at-initial"
  case addedByAuditor = "added-by-auditor"
  case applicable
  case notInCategory = "not-in-category"
  case notCertifying = "not-certifying"
  case notAlternating = "not-alternating"
  case notWorkBased = "not-work-based"
  case noSubcontracting = "no-subcontracting"
  case shortServices = "short-services"
  case subcontractedService = "subcontracted-service"
  case taskNotEntrusted = "task-not-entrusted"
  case outsideSurveillanceMinimum = "outside-surveillance-minimum"
  case shortenedInitial = "shortened-initial"

  /// Whether the reason puts the indicator in the scope.
  public var isInScope: Bool {
    switch self {
    case .previousNonConformity, .majorOnly, .alwaysInSurveillance, .droppedAtInitial, .addedByAuditor, .applicable:
      true
    case .notInCategory, .notCertifying, .notAlternating, .notWorkBased, .noSubcontracting, .shortServices,
      .subcontractedService, .taskNotEntrusted, .outsideSurveillanceMinimum, .shortenedInitial:
      false
    }
  }

  /// The rule that gives it.
  public var rule: RuleID {
    switch self {
    case .previousNonConformity, .majorOnly, .alwaysInSurveillance, .droppedAtInitial, .addedByAuditor,
      .outsideSurveillanceMinimum, .shortenedInitial:
      "R-QUAL-60"
    case .applicable, .notInCategory: "R-QUAL-09"
    case .notCertifying: "R-QUAL-04"
    case .notAlternating, .notWorkBased: "R-QUAL-05"
    case .noSubcontracting: "R-QUAL-07"
    case .shortServices: "R-QUAL-13"
    case .subcontractedService: "R-QUAL-125"
    case .taskNotEntrusted: "R-QUAL-119"
    }
  }

  /// The reason on screen.
  public var words: LocalizedText {
    switch self {
    case .previousNonConformity:
      LocalizedText(fr: "non-conformité au précédent audit", en: "non-conformity at the previous audit")
    case .majorOnly: LocalizedText(fr: "réservé aux majeures", en: "major only")
    case .alwaysInSurveillance:
      LocalizedText(fr: "toujours audité en surveillance", en: "always audited at surveillance")
    case .droppedAtInitial:
      LocalizedText(fr: "écarté de l'audit initial abrégé", en: "left out of the shortened initial audit")
    case .addedByAuditor: LocalizedText(fr: "ajouté par l'auditeur", en: "added by the auditor")
    case .applicable: LocalizedText(fr: "applicable à l'organisme", en: "applicable to the body")
    case .notInCategory: LocalizedText(fr: "hors catégorie", en: "not for these categories")
    case .notCertifying: LocalizedText(fr: "prestations non certifiantes", en: "services not certifying")
    case .notAlternating: LocalizedText(fr: "sans alternance", en: "no alternating training")
    case .notWorkBased:
      LocalizedText(fr: "sans période en situation de travail", en: "no work-based period")
    case .noSubcontracting: LocalizedText(fr: "sans sous-traitance", en: "no subcontracting")
    case .shortServices: LocalizedText(fr: "prestations de 2 jours ou moins", en: "services of 2 days or less")
    case .subcontractedService:
      LocalizedText(fr: "prestations faites en sous-traitance", en: "services done as subcontractor")
    case .taskNotEntrusted:
      LocalizedText(fr: "tâche non confiée par le donneur d'ordres", en: "task not entrusted by the principal")
    case .outsideSurveillanceMinimum:
      LocalizedText(fr: "hors minimum de surveillance", en: "outside the surveillance minimum")
    case .shortenedInitial:
      LocalizedText(fr: "écarté de cet audit initial abrégé", en: "left out of this shortened initial audit")
    }
  }
}
