import AuditModel

/// The act `report.submit`: the closed report goes to decision (T-QUAL-A13).
public enum SubmitReport: GuardedAct {
  /// The act's row.
  public static let act = Act(
    "report.submit", .qualiopi, roles: [.auditor], freezes: false, isBinding: false, transition: "T-QUAL-A13",
    resultingState: QualiopiAuditState.inDecision.rawValue, fr: "transmettre le rapport pour décision",
    en: "send the report to decision")

  /// State and requester.
  public static func verdicts(_ facts: ReportFacts) -> [RuleVerdict] {
    [move(facts), facts.audit.checkLead("T-QUAL-A13")]
  }

  /// The move to decision; the other of T-QUAL-A13 is the decider's.
  static func transition(_ facts: ReportFacts) -> StateTransition<QualiopiAuditState>? {
    facts.move("T-QUAL-A13").flatMap { $0.to == .inDecision ? $0 : nil }
  }

  private static func move(_ facts: ReportFacts) -> RuleVerdict {
    guard transition(facts) != nil else {
      return .notMet(
        RuleReason(
          rule: "T-QUAL-A13", code: "report-not-closed", facts: ["state": facts.audit.state.map { [$0.rawValue] } ?? []]
        ))
    }
    return .met("T-QUAL-A13")
  }
}
