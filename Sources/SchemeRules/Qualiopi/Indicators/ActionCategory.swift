public import AuditModel

/// A category of skills-development actions (R-QUAL-02); the raw value is its usual abbreviation.
public enum ActionCategory: String, Sendable, Hashable, CaseIterable {
  /// Training actions (actions de formation).
  case training = "AF"
  /// Skills assessments (bilans de compétences).
  case skillsAssessment = "CBC"
  /// Validation of prior experience (validation des acquis de l'expérience).
  case priorExperience = "VAE"
  /// Apprenticeship (formation par apprentissage).
  case apprenticeship = "CFA"

  /// The name on screen.
  public var words: LocalizedText {
    switch self {
    case .training: LocalizedText(fr: "actions de formation", en: "training actions")
    case .skillsAssessment: LocalizedText(fr: "bilans de compétences", en: "skills assessments")
    case .priorExperience:
      LocalizedText(fr: "validation des acquis de l'expérience", en: "validation of prior experience")
    case .apprenticeship: LocalizedText(fr: "formation par apprentissage", en: "apprenticeship")
    }
  }
}
