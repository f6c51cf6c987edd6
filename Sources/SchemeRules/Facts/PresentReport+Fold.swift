public import SyncCore

extension PresentReport: RuledAct {
  /// The facts of the audit asked about.
  public static func facts(_ ruled: ActCase) -> QualiopiAuditFacts { QualiopiAuditFacts(ruled) }

  /// The report is presented and frozen with the audit (R-ROLE-16); what it raises is what the grades say by now, also
  /// those that came or were settled since the closing (R-QUAL-10).
  public static func effects(_ ruled: ActCase) -> [Operation] {
    [ruled.state("stage", of: ruled.entity, to: act.resultingState), ruled.freeze(ruled.entity)]
      + RaisingSteps(ruled).steps
  }
}
