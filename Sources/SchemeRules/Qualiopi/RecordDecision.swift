import AuditModel
import WorkingDays

/// The act `decision.record`: a decision expert decides on a closed report (T-QUAL-A13, RULEBOOK §5.4).
public enum RecordDecision: GuardedAct {
  /// The act's row.
  public static let act = Act(
    "decision.record", .qualiopi, roles: [.decider], freezes: true, isBinding: true, transition: "T-QUAL-A13",
    resultingState: QualiopiAuditState.decided.rawValue, fr: "prononcer la décision", en: "record the decision")

  /// Who decides (R-ROLE-01, R-QUAL-88, R-ROLE-22), on what, and what a favourable or unfavourable outcome asks.
  public static func verdicts(_ facts: QualiopiDecisionFacts) -> [RuleVerdict] {
    let audit = facts.audit
    let decides = audit.requesterRoles.contains(.decider)
    return [
      .check(
        !audit.requesterConductedAudit, "R-ROLE-01",
        orElse: RuleReason(rule: "R-ROLE-01", code: "decider-audited")),
      .check(decides, "R-QUAL-88", orElse: RuleReason(rule: "R-QUAL-88", code: "requester-not-decider")),
      decides ? competence(facts) : .notApplicable("R-ROLE-22"),
      state(audit.state),
    ] + outcome(facts)
  }

  private static func competence(_ facts: QualiopiDecisionFacts) -> RuleVerdict {
    guard let lacking = facts.categoriesWithoutCompetence else {
      return .undeterminedHere("R-ROLE-22", needs: [.competenceRegister])
    }
    let categories = ActionCategory.allCases.filter(lacking.contains).map(\.rawValue)
    return .check(
      lacking.isEmpty, "R-ROLE-22",
      orElse: RuleReason(rule: "R-ROLE-22", code: "competence-missing", facts: ["categories": categories]))
  }

  private static func state(_ state: QualiopiAuditState?) -> RuleVerdict {
    .check(
      state == .reportClosed || state == .inDecision, "T-QUAL-A13",
      orElse: RuleReason(
        rule: "T-QUAL-A13", code: "report-not-closed", facts: ["state": state.map { [$0.rawValue] } ?? []]))
  }

  private static func outcome(_ facts: QualiopiDecisionFacts) -> [RuleVerdict] {
    switch facts.outcome {
    case .absent: [.notMet(RuleReason(rule: "T-QUAL-A13", code: "outcome-missing"))]
    case .inConflict: [.notMet(QualiopiAuditFacts.conflictOpen("T-QUAL-A13", field: "outcome"))]
    case .settled(.unfavourable): [motive(facts.motive)]
    case .settled(.favourable): favourable(facts)
    }
  }

  private static func motive(_ motive: FactReading<String>) -> RuleVerdict {
    if motive.isInConflict { return .notMet(QualiopiAuditFacts.conflictOpen("R-ROLE-17", field: "motive")) }
    return .check(
      motive.value.map { $0.contains { !$0.isWhitespace } } ?? false, "R-ROLE-17",
      orElse: RuleReason(rule: "R-ROLE-17", code: "motive-missing"))
  }
}
