import AuditModel

/// The act `report.await-evidence`: a major is open, the report waits for its evidence (T-QUAL-A11, DL-QUAL-12).
public enum AwaitEvidence: GuardedAct {
  /// The act's row.
  public static let act = Act(
    "report.await-evidence", .qualiopi, roles: [.auditor], freezes: false, isBinding: false,
    transition: "T-QUAL-A11", resultingState: QualiopiAuditState.evidencePending.rawValue,
    fr: "mettre le rapport en attente des preuves", en: "have the report wait for evidence")

  /// State, requester, at least one open major.
  public static func verdicts(_ facts: ReportFacts) -> [RuleVerdict] {
    [
      facts.checkMove("T-QUAL-A11", code: "report-not-answered-yet"),
      facts.audit.checkLead("T-QUAL-A11"),
      .check(
        !facts.openMajors.isEmpty, "T-QUAL-A11", orElse: RuleReason(rule: "T-QUAL-A11", code: "no-major-open")),
    ]
  }
}
