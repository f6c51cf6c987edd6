public import SyncCore

extension CloseAudit: RuledAct {
  /// The facts of the audit asked about.
  public static func facts(_ ruled: ActCase) -> QualiopiAuditFacts { QualiopiAuditFacts(ruled) }

  /// The audit is done, and what it raises exists (T-QUAL-N01, T-QUAL-N06).
  public static func effects(_ ruled: ActCase) -> [Operation] {
    [ruled.state("stage", of: ruled.entity, to: act.resultingState)] + RaisingSteps(ruled).steps
  }
}
