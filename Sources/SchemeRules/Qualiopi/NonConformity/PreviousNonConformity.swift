public import WorkingDays

/// A non-conformity of an earlier audit, as the next one finds it.
public struct PreviousNonConformity: Sendable, Hashable {
  /// The indicator.
  public let indicator: QualiopiIndicator
  /// Minor or major.
  public let grade: QualiopiGrade
  /// Where it stands.
  public let state: QualiopiNonConformityState
  /// The last day of the audit that raised it, when known.
  public let raisedOn: CivilDate?

  /// Describes one; nil for a grade that is no non-conformity.
  public init?(
    _ indicator: QualiopiIndicator, _ grade: QualiopiGrade, state: QualiopiNonConformityState,
    raisedOn: CivilDate? = nil
  ) {
    guard grade.isNonConformity else { return nil }
    self.indicator = indicator
    self.grade = grade
    self.state = state
    self.raisedOn = raisedOn
  }

  /// Whether it is a minor that nobody lifted: it becomes major at the next audit (R-QUAL-78).
  public var isOpenMinor: Bool { grade == .minor && state.isOpen }
}
