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
    ] + gradedScope(facts) + [facts.checkMajorOnly(), evidence(facts)]
  }

  private static func gradedScope(_ facts: QualiopiAuditFacts) -> [RuleVerdict] {
    switch facts.scope {
    case .absent: return [.notMet(RuleReason(rule: "T-QUAL-A07", code: "scope-missing"))]
    case .inConflict: return [.notMet(QualiopiAuditFacts.conflictOpen("T-QUAL-A07", field: "scope"))]
    case .settled(let scope):
      let ungraded = scope.filter { facts.grade(of: $0) == nil }
      // « Non audité » says that nobody looked: the scope is a minimum, none of it is left out (R-QUAL-60).
      let unaudited = scope.filter { facts.grade(of: $0) == .notAudited }
      return [
        .check(
          ungraded.isEmpty, "T-QUAL-A07",
          orElse: RuleReason(
            rule: "T-QUAL-A07", code: "indicator-not-graded", facts: ["indicators": ungraded.factValues])),
        .check(
          unaudited.isEmpty, "R-QUAL-60",
          orElse: RuleReason(
            rule: "R-QUAL-60", code: "indicator-not-audited", facts: ["indicators": unaudited.factValues])),
      ]
    }
  }

  private static func evidence(_ facts: QualiopiAuditFacts) -> RuleVerdict {
    let bare = facts.items.filter { _, item in
      item.grade.holding?.isNonConformity == true && !item.hasEvidence && !item.notesLack
    }.keys
    return .check(
      bare.isEmpty, "R-QUAL-21",
      orElse: RuleReason(rule: "R-QUAL-21", code: "evidence-missing", facts: ["indicators": bare.factValues]))
  }
}
