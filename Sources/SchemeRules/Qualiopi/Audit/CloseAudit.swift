import AuditModel

/// The act `audit.close`: the audit is over on site (T-QUAL-A07).
///
/// A divergence between grades does not stop it, the graver grade counts meanwhile; presenting waits for it.
public enum CloseAudit: GuardedAct {
  /// The act's row.
  ///
  /// Not binding: a colleague's later change, such as « saisie terminée », stays possible until the report.
  public static let act = Act(
    "audit.close", .qualiopi, roles: [.auditor], freezes: false, isBinding: false, transition: "T-QUAL-A07",
    resultingState: QualiopiAuditState.done.rawValue, fr: "clôturer l'audit", en: "close the audit")

  /// State, requester, every indicator of the scope graded, R-QUAL-71, evidence or its lack noted (R-QUAL-21).
  public static func verdicts(_ facts: QualiopiAuditFacts) -> [RuleVerdict] {
    [
      facts.checkState(.inProgress, "T-QUAL-A07", code: "audit-not-in-progress"),
      facts.checkLead("T-QUAL-A07"),
    ] + facts.checkScopeGraded("T-QUAL-A07") + [facts.checkMajorOnly(), facts.checkEvidence()]
  }
}
