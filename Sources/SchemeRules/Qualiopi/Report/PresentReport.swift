import AuditModel
public import WorkingDays

/// The act `report.present`: the provisional report goes to the audited body and is frozen (T-QUAL-A08, R-ROLE-16).
///
/// What the closing asked of the grades is asked once more: one may have come, or been settled otherwise, since. A late
/// report is presented all the same, flagged late (DL-QUAL-09).
public enum PresentReport: GuardedAct {
  /// The act's row.
  public static let act = Act(
    "report.present", .qualiopi, roles: [.auditor], freezes: true, isBinding: true, transition: "T-QUAL-A08",
    resultingState: QualiopiAuditState.reportProvisional.rawValue, fr: "présenter le rapport",
    en: "present the report")

  /// State, requester, no grade in conflict (R-QUAL-10), then the grades as `audit.close` judges them: the scope graded,
  /// R-QUAL-71, evidence or its lack noted (R-QUAL-21).
  public static func verdicts(_ facts: QualiopiAuditFacts) -> [RuleVerdict] {
    [
      facts.checkState(.done, "T-QUAL-A08", code: "audit-not-done"),
      facts.checkLead("T-QUAL-A08"),
      facts.checkGradesSettled(),
    ] + facts.checkScopeGraded("T-QUAL-A08") + [facts.checkMajorOnly(), facts.checkEvidence()]
  }

  /// The last day for the report to reach the body (DL-QUAL-09, R-QUAL-66).
  public static func due(auditEnd: CivilDate, settings: QualiopiSettings) -> CivilDate? {
    RuleDueDate.of(.qual09, from: auditEnd, settings: settings)
  }
}
