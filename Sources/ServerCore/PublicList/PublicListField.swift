/// A fact of a body or of one of its sites that two files may state differently; the code is stable.
public enum PublicListField: String, Sendable, Equatable, CaseIterable, Comparable {
  /// The legal name.
  case legalName = "legal-name"
  /// The head office's address, one value.
  case address
  /// The head office.
  case headOffice = "head-office"
  /// The first declaration number.
  case nda
  /// The other declaration numbers, separated by spaces.
  case otherNDAs = "other-ndas"
  /// Whether certified for anything, where one of the two files states no categories.
  case certified
  /// Certified for actions de formation.
  case trainingActions = "training-actions"
  /// Certified for bilans de compétences.
  case skillsAssessments = "skills-assessments"
  /// Certified for VAE.
  case priorExperience = "prior-experience"
  /// Certified for apprentissage.
  case apprenticeships
  /// A site appears in the list or disappears from it; its value is its SIRET.
  case siteListed = "site-listed"
  /// A site's name.
  case siteName = "site-name"
  /// A site's address, one value.
  case siteAddress = "site-address"
  /// Whether a site is closed.
  case siteClosed = "site-closed"

  /// The order in which the cases are declared.
  public static func < (left: Self, right: Self) -> Bool { left.place < right.place }

  private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
