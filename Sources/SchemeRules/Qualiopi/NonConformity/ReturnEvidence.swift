import AuditModel

/// The act `nonconformity.return`: the evidence does not suffice and goes back with a reason (T-QUAL-N04).
///
/// The due date stays the same.
public enum ReturnEvidence: GuardedAct {
  /// The act's row.
  public static let act = Act(
    "nonconformity.return", .qualiopi, roles: [.auditor], freezes: false, isBinding: false, transition: "T-QUAL-N04",
    resultingState: QualiopiNonConformityState.planReceived.rawValue, fr: "renvoyer des preuves insuffisantes",
    en: "send insufficient evidence back")

  /// No cumulation, state, requester, a reason (R-QUAL-82).
  public static func verdicts(_ facts: NonConformityCase) -> [RuleVerdict] {
    facts.unlessCumulation { [facts.checkMove("T-QUAL-N04"), facts.checkLead(), checkReason(facts)] }
  }

  /// The move back out of the state.
  static func move(_ nonConformity: NonConformityFacts) -> StateTransition<QualiopiNonConformityState>? {
    guard let grade = nonConformity.grade.value else { return nil }
    return QualiopiNonConformityState.transitions.first { move in
      move.id == "T-QUAL-N04" && move.from == nonConformity.state && move.to == .planReceived
        && RuleSwitches.isOn(move.id) && QualiopiNonConformityState.isMove(move, for: grade)
    }
  }

  private static func checkReason(_ facts: NonConformityCase) -> RuleVerdict {
    if facts.nonConformity.assessment.isInConflict {
      return .notMet(QualiopiAuditFacts.conflictOpen("R-QUAL-82", field: "assessment"))
    }
    let assessment = facts.nonConformity.assessment.value
    let saysWhy = assessment?.reason?.contains { !$0.isWhitespace } ?? false
    return .check(
      assessment?.isSufficient == false && saysWhy, "R-QUAL-82",
      orElse: RuleReason(rule: "R-QUAL-82", code: "return-reason-missing", facts: facts.indicators))
  }
}
