/// What an auditor found of one indicator, before it is a grade (RULEBOOK §5.2).
public struct IndicatorFinding: Sendable, Hashable {
  /// How far the indicator is met.
  public enum Extent: String, Sendable, Hashable, CaseIterable {
    case met, partial
    case notMet = "not-met"
  }

  /// The indicator.
  public let indicator: QualiopiIndicator
  /// How far it is met.
  public let extent: Extent
  /// Whether the gap calls the quality of the service into question.
  public let isQualityAtStake: Bool

  /// Describes a finding.
  public init(_ indicator: QualiopiIndicator, _ extent: Extent, isQualityAtStake: Bool = false) {
    self.indicator = indicator
    self.extent = extent
    self.isQualityAtStake = isQualityAtStake
  }

  /// The grade the referential gives to it (R-QUAL-69, R-QUAL-70, R-QUAL-71).
  public var grade: QualiopiGrade {
    switch extent {
    case .met: .conform
    case .notMet: RuleSwitches.isOn("R-QUAL-70") ? .major : .minor
    case .partial: isQualityAtStake || isMajorOnly ? .major : .minor
    }
  }

  /// A minor is what the fifteen others allow, and what a gap without stakes for quality is (R-QUAL-69, R-QUAL-72).
  private var isMajorOnly: Bool {
    indicator.info.isMajorOnly && RuleSwitches.isOn("R-QUAL-71") || !RuleSwitches.isOn("R-QUAL-69")
      || !RuleSwitches.isOn("R-QUAL-72")
  }

  /// The grade for a body: not applicable where the indicator does not apply to it.
  public func grade(for profile: ServiceProfile) -> QualiopiGrade {
    profile.exclusion(of: indicator) == nil ? grade : .notApplicable
  }
}
