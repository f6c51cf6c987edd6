import AuditModel
public import WorkingDays

/// The act `report.present`: the provisional report goes to the audited body and is frozen (T-QUAL-A08, R-ROLE-16).
///
/// A late report is presented all the same, flagged late (DL-QUAL-09).
public enum PresentReport: GuardedAct {
  /// The act's row.
  public static let act = Act(
    "report.present", .qualiopi, roles: [.auditor], freezes: true, isBinding: true, transition: "T-QUAL-A08",
    resultingState: QualiopiAuditState.reportProvisional.rawValue, fr: "présenter le rapport",
    en: "present the report")

  /// State, requester, no grade in conflict (R-QUAL-10), R-QUAL-71.
  public static func verdicts(_ facts: QualiopiAuditFacts) -> [RuleVerdict] {
    [
      facts.checkState(.done, "T-QUAL-A08", code: "audit-not-done"),
      facts.checkLead("T-QUAL-A08"),
      facts.checkGradesSettled(),
      facts.checkMajorOnly(),
    ]
  }

  /// The last day for the report to reach the body (DL-QUAL-09, R-QUAL-66).
  public static func due(auditEnd: CivilDate, settings: QualiopiSettings) -> CivilDate? {
    RuleDueDate.of(.qual09, from: auditEnd, settings: settings)
  }
}
