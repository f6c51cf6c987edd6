public import AuditModel

/// A row of the table of the 32 indicators (RULEBOOK §3.2.4).
public struct IndicatorDescription: Sendable, Hashable {
  /// When an indicator applies to one category of actions.
  public enum Condition: Sendable, Hashable {
    case always, never
    /// Only for a service leading to a professional certification (R-QUAL-04).
    case ifCertifying
    /// Only for alternating training (R-QUAL-05).
    case ifAlternating
    /// Only with work-based periods (R-QUAL-05).
    case ifWorkBased
    /// Only with subcontracting or umbrella employment (R-QUAL-07).
    case ifSubcontracting
  }

  /// How an indicator applies to a service done as subcontractor (R-QUAL-119 to R-QUAL-125).
  public enum AsSubcontractor: Sendable, Hashable {
    /// As for the principal.
    case same
    /// Only when the mission contract entrusts the task.
    case perContract
    /// In adapted form.
    case adapted
    case notApplicable
  }

  /// The indicator.
  public let indicator: QualiopiIndicator
  /// Its short name, in our own words.
  public let label: LocalizedText
  /// Whether it can only give major non-conformities (R-QUAL-71).
  public let isMajorOnly: Bool
  /// How it applies to a service done as subcontractor.
  public let asSubcontractor: AsSubcontractor
  let conditions: [ActionCategory: Condition]
  let isNamedForSurveillance: Bool

  /// The criterion it belongs to.
  public var criterion: QualiopiCriterion {
    guard let criterion = QualiopiCriterion.allCases.first(where: { $0.indicators.contains(indicator.number) }) else {
      preconditionFailure("the criteria cover 1 to 32")
    }
    return criterion
  }

  /// Whether it is in every surveillance scope where it applies (R-QUAL-60): major only, or one of 1, 3, 17, 19.
  public var isAlwaysInSurveillance: Bool { isMajorOnly || isNamedForSurveillance }

  /// Whether it is asked of apprenticeship alone (R-QUAL-06).
  var isApprenticeshipOnly: Bool { conditions.filter { $0.value != .never }.map(\.key) == [.apprenticeship] }

  /// When it applies to a category.
  public func condition(for category: ActionCategory) -> Condition { conditions[category] ?? .never }

  /// Conditions in the table's order: training, skills assessment, prior experience, apprenticeship.
  init(
    _ indicator: QualiopiIndicator, fr: String, en: String,
    when conditions: (Condition, Condition, Condition, Condition) = (.always, .always, .always, .always),
    majorOnly: Bool = false, surveillance: Bool = false, subcontracted asSubcontractor: AsSubcontractor
  ) {
    self.indicator = indicator
    label = LocalizedText(fr: fr, en: en)
    isMajorOnly = majorOnly
    isNamedForSurveillance = surveillance
    self.asSubcontractor = asSubcontractor
    self.conditions = [
      .training: conditions.0, .skillsAssessment: conditions.1, .priorExperience: conditions.2,
      .apprenticeship: conditions.3,
    ]
  }
}
