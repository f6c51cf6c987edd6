import AuditModel

/// The act `report.answer`: the body validated the report and sent a plan for each non-conformity (T-QUAL-A09).
///
/// An answer after DL-QUAL-10 is taken all the same, marked late (R-QUAL-67).
public enum AnswerReport: GuardedAct {
  /// The act's row.
  public static let act = Act(
    "report.answer", .qualiopi, roles: [.auditor, .office], freezes: false, isBinding: false, transition: "T-QUAL-A09",
    resultingState: QualiopiAuditState.reportAnswered.rawValue, fr: "enregistrer la réponse de l'organisme au rapport",
    en: "record the body's answer to the report")

  /// State, requester, an answer received by mail, validated (R-QUAL-67), a plan for each non-conformity.
  public static func verdicts(_ facts: ReportFacts) -> [RuleVerdict] {
    [
      facts.checkMove(
        "T-QUAL-A09",
        code: facts.audit.state.map { !$0.isBefore(.reportClosed) } ?? false
          ? "answer-after-closing" : "report-not-provisional"),
      .check(
        !facts.audit.requesterRoles.isDisjoint(with: [.auditor, .office]), "T-QUAL-A09",
        orElse: RuleReason(rule: "T-QUAL-A09", code: "requester-cannot-record")),
    ] + answer(facts.answer) + [facts.checkPlans(facts.nonConformities, "T-QUAL-A09")]
  }

  private static func answer(_ answer: FactReading<ReportAnswer>) -> [RuleVerdict] {
    if answer.isInConflict { return [.notMet(QualiopiAuditFacts.conflictOpen("T-QUAL-A09", field: "answer"))] }
    return [
      .check(
        answer.value?.receivedOn != nil, "R-TIME-21",
        orElse: RuleReason(rule: "R-TIME-21", code: "answer-not-received")),
      .check(
        answer.value?.isValidated ?? false, "R-QUAL-67",
        orElse: RuleReason(rule: "R-QUAL-67", code: "report-not-validated")),
    ]
  }
}
