public import SyncCore
public import WorkingDays

/// A decision that waits to be taken: shown, never written by itself (R-QUAL-50, R-QUAL-84, R-QUAL-85, A-95).
public struct CertificateProposal: Sendable, Hashable {
  /// What is proposed.
  public let measure: DecisionMeasure
  /// The move it would make.
  public let transition: RuleID
  /// The deadline that is over.
  public let deadline: DeadlineID
  /// Its last day; the proposal stands from the next.
  public let due: CivilDate
  /// The audit whose report it would be decided on; nil for none.
  public let audit: EntityID?

  init(
    _ measure: DecisionMeasure, _ transition: RuleID, _ deadline: DeadlineID, due: CivilDate, audit: EntityID? = nil
  ) {
    self.measure = measure
    self.transition = transition
    self.deadline = deadline
    self.due = due
    self.audit = audit
  }
}
