public import AuditModel

/// A category of training Mon Compte Formation takes (R-QUAL-137); the raw value is the wire name.
public enum EligibleTraining: String, Sendable, Hashable, CaseIterable {
  case registeredCertification = "registered-certification"
  case priorExperienceSupport = "prior-experience-support"
  case skillsAssessment = "skills-assessment"
  case clea
  case businessCreation = "business-creation"
  case citizenEngagement = "citizen-engagement"
  case drivingLicenceB = "driving-licence-b"

  /// Whether it prepares a certification one must be habilitated for.
  public var preparesCertification: Bool { self == .registeredCertification || self == .clea }

  /// The name on screen.
  public var words: LocalizedText {
    switch self {
    case .registeredCertification:
      LocalizedText(
        fr: "préparation d'une certification du RNCP ou du RS", en: "preparation of an RNCP or RS certification")
    case .priorExperienceSupport: LocalizedText(fr: "accompagnement à la VAE", en: "VAE support")
    case .skillsAssessment: LocalizedText(fr: "bilan de compétences", en: "skills assessment")
    case .clea: LocalizedText(fr: "CléA", en: "CléA")
    case .businessCreation:
      LocalizedText(
        fr: "accompagnement à la création ou à la reprise d'entreprise", en: "business creation or take-over support")
    case .citizenEngagement:
      LocalizedText(
        fr: "formation au titre du compte d'engagement citoyen",
        en: "training under the citizen engagement account")
    case .drivingLicenceB: LocalizedText(fr: "permis de conduire de catégorie B", en: "category B driving licence")
    }
  }
}
