/// What a body does, as far as it decides which indicators apply (RULEBOOK §5.1).
///
/// For an extension audit it is the profile of the added categories.
public struct ServiceProfile: Sendable, Hashable {
  /// Whose services the sample holds (R-QUAL-119 to R-QUAL-125).
  public enum Services: Sendable, Hashable {
    /// The body's own; those it does as subcontractor beside them change nothing.
    case own
    /// Only services done for a principal, whose mission contracts entrust these indicators' tasks.
    case asSubcontractorOnly(entrusted: Set<QualiopiIndicator>)
  }

  /// The categories of actions; for several the scope is the union.
  public var categories: Set<ActionCategory>
  /// Whether a training action leads to a professional certification.
  public var isCertifying: Bool
  /// Whether a training action alternates with time in a firm.
  public var isAlternating: Bool
  /// Whether a training action holds work-based periods.
  public var isWorkBased: Bool
  /// Whether the body uses subcontractors or umbrella employment (portage salarial).
  public var usesSubcontracting: Bool
  /// Whether every sampled service lasts two days or less (R-QUAL-13).
  public var samplesTwoDaysAtMost: Bool
  /// Whose services the sample holds.
  public var services: Services

  /// Describes a body.
  public init(
    categories: Set<ActionCategory>, isCertifying: Bool = false, isAlternating: Bool = false, isWorkBased: Bool = false,
    usesSubcontracting: Bool = false, samplesTwoDaysAtMost: Bool = false, services: Services = .own
  ) {
    self.categories = categories
    self.isCertifying = isCertifying
    self.isAlternating = isAlternating
    self.isWorkBased = isWorkBased
    self.usesSubcontracting = usesSubcontracting
    self.samplesTwoDaysAtMost = samplesTwoDaysAtMost
    self.services = services
  }

  /// Why an indicator does not apply to the body, or nil when it applies (RULEBOOK §5.1).
  public func exclusion(of indicator: QualiopiIndicator) -> ScopeReason? {
    categoryExclusion(of: indicator.info) ?? sampleExclusion(of: indicator.info)
  }

  /// A condition that fails says more than a category that never asks for the indicator.
  private func categoryExclusion(of row: IndicatorDescription) -> ScopeReason? {
    if row.isApprenticeshipOnly && !RuleSwitches.isOn("R-QUAL-06") { return nil }
    let answers = ActionCategory.allCases.filter(categories.contains).map { exclusion(by: row.condition(for: $0)) }
    if answers.contains(nil) { return nil }
    let reason = answers.compactMap { $0 }.first { $0 != .notInCategory } ?? .notInCategory
    return RuleSwitches.isOn(reason.rule) ? reason : nil
  }

  private func exclusion(by condition: IndicatorDescription.Condition) -> ScopeReason? {
    switch condition {
    case .always: nil
    case .never: .notInCategory
    case .ifCertifying: isCertifying ? nil : .notCertifying
    case .ifAlternating: isAlternating ? nil : .notAlternating
    case .ifWorkBased: isWorkBased ? nil : .notWorkBased
    case .ifSubcontracting: usesSubcontracting ? nil : .noSubcontracting
    }
  }

  private func sampleExclusion(of row: IndicatorDescription) -> ScopeReason? {
    if row.indicator == 12 && samplesTwoDaysAtMost && RuleSwitches.isOn("R-QUAL-13") { return .shortServices }
    guard case .asSubcontractorOnly(let entrusted) = services else { return nil }
    switch row.asSubcontractor {
    case .same: return RuleSwitches.isOn("R-QUAL-124") ? nil : .subcontractedService
    case .adapted: return nil
    case .notApplicable: return RuleSwitches.isOn("R-QUAL-125") ? .subcontractedService : nil
    case .perContract:
      return entrusted.contains(row.indicator) || !RuleSwitches.isOn("R-QUAL-119") ? nil : .taskNotEntrusted
    }
  }
}
