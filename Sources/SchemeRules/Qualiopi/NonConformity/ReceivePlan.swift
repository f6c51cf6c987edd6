import AuditModel

/// The act `nonconformity.plan`: the body's action plan is received (T-QUAL-N02).
///
/// A plan after DL-QUAL-10 is taken all the same, marked late (R-QUAL-67).
public enum ReceivePlan: GuardedAct {
  /// The act's row.
  public static let act = Act(
    "nonconformity.plan", .qualiopi, roles: [.auditor, .office], freezes: false, isBinding: false,
    transition: "T-QUAL-N02", resultingState: QualiopiNonConformityState.planReceived.rawValue,
    fr: "enregistrer un plan d'action", en: "record an action plan")

  /// No cumulation, state, requester, a plan.
  public static func verdicts(_ facts: NonConformityCase) -> [RuleVerdict] {
    facts.unlessCumulation {
      [facts.checkMove("T-QUAL-N02"), facts.checkRecorder("T-QUAL-N02"), facts.checkPlan()]
    }
  }
}
