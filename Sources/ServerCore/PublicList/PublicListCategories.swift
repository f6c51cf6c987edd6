/// The four categories of actions a Qualiopi certificate may cover.
///
/// Source: Code du travail, art. L6313-1.
public struct PublicListCategories: Sendable, Equatable {
  /// Actions de formation (1°).
  public let trainingActions: PublicListFlag
  /// Bilans de compétences (2°).
  public let skillsAssessments: PublicListFlag
  /// Validation des acquis de l'expérience, VAE (3°).
  public let priorExperience: PublicListFlag
  /// Actions de formation par apprentissage (4°).
  public let apprenticeships: PublicListFlag

  /// Puts the four flags together.
  public init(
    trainingActions: PublicListFlag, skillsAssessments: PublicListFlag, priorExperience: PublicListFlag,
    apprenticeships: PublicListFlag
  ) {
    self.trainingActions = trainingActions
    self.skillsAssessments = skillsAssessments
    self.priorExperience = priorExperience
    self.apprenticeships = apprenticeships
  }

  /// The four flags, in the law's order.
  public var all: [PublicListFlag] { [trainingActions, skillsAssessments, priorExperience, apprenticeships] }
}
