import AuditModel

/// The act `nonconformity.lift`: the auditor finds the evidence sufficient (T-QUAL-N04, T-QUAL-N08, R-QUAL-82).
///
/// Once the delay is over, late evidence lifts too, and decides nothing by itself.
public enum LiftNonConformity: GuardedAct {
  /// The act's row.
  public static let act = Act(
    "nonconformity.lift", .qualiopi, roles: [.auditor], freezes: false, isBinding: false, transition: "T-QUAL-N04",
    resultingState: QualiopiNonConformityState.lifted.rawValue, fr: "lever une non-conformité",
    en: "lift a non-conformity")

  /// No cumulation, state, requester, plan and evidence (R-QUAL-75, R-QUAL-79), found sufficient (R-QUAL-82), in time
  /// unless the delay was over already (R-QUAL-76, R-QUAL-81).
  public static func verdicts(_ facts: NonConformityCase) -> [RuleVerdict] {
    let nonConformity = facts.nonConformity
    return facts.unlessCumulation {
      [
        checkMove(facts), facts.checkLead(), facts.checkPlan(),
        .check(
          !nonConformity.evidence.isEmpty, facts.documentsRule,
          orElse: RuleReason(rule: facts.documentsRule, code: "no-evidence-received", facts: facts.indicators)),
        checkSufficient(facts), checkInTime(facts),
      ]
    }
  }

  /// The move the lift makes out of the state.
  static func move(_ nonConformity: NonConformityFacts) -> StateTransition<QualiopiNonConformityState>? {
    let move = nonConformity.move("T-QUAL-N04", "T-QUAL-N08")
    return move?.to == .lifted ? move : nil
  }

  private static func checkMove(_ facts: NonConformityCase) -> RuleVerdict {
    facts.checkMove("T-QUAL-N04", "T-QUAL-N08")
  }

  private static func checkSufficient(_ facts: NonConformityCase) -> RuleVerdict {
    if facts.nonConformity.assessment.isInConflict {
      return .notMet(QualiopiAuditFacts.conflictOpen("R-QUAL-82", field: "assessment"))
    }
    return .check(
      !facts.nonConformity.sufficientEvidence.isEmpty, "R-QUAL-82",
      orElse: RuleReason(rule: "R-QUAL-82", code: "evidence-not-sufficient", facts: facts.indicators))
  }

  private static func checkInTime(_ facts: NonConformityCase) -> RuleVerdict {
    let sufficient = facts.nonConformity.sufficientEvidence
    guard facts.nonConformity.state == .evidenceReceived, !sufficient.isEmpty else {
      return .notApplicable(facts.nonConformity.clock?.rule ?? "R-QUAL-76")
    }
    return facts.checkInTime(sufficient, needsAll: true)
  }
}
