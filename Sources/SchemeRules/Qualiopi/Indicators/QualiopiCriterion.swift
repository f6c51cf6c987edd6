public import AuditModel

/// One of the seven criteria of the national quality referential (R-QUAL-03).
public enum QualiopiCriterion: Int, Sendable, Hashable, CaseIterable {
  case publicInformation = 1
  case objectives, conduct, means, staff, environment, appreciations

  /// `C1` to `C7`.
  public var code: String { "C\(rawValue)" }

  /// The indicators it holds.
  public var indicators: ClosedRange<Int> {
    switch self {
    case .publicInformation: 1...3
    case .objectives: 4...8
    case .conduct: 9...16
    case .means: 17...20
    case .staff: 21...22
    case .environment: 23...29
    case .appreciations: 30...32
    }
  }

  /// The title, in our own words.
  public var title: LocalizedText {
    switch self {
    case .publicInformation: LocalizedText(fr: "Information du public", en: "Public information")
    case .objectives: LocalizedText(fr: "Objectifs et adaptation", en: "Objectives and adaptation")
    case .conduct: LocalizedText(fr: "Accueil, suivi et évaluation", en: "Reception, follow-up and assessment")
    case .means: LocalizedText(fr: "Moyens et encadrement", en: "Means and supervision")
    case .staff: LocalizedText(fr: "Compétences du personnel", en: "Skills of the staff")
    case .environment: LocalizedText(fr: "Environnement professionnel", en: "Professional environment")
    case .appreciations: LocalizedText(fr: "Appréciations et réclamations", en: "Appreciations and complaints")
    }
  }
}
