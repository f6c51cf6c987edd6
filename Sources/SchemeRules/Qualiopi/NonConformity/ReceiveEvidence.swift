import AuditModel

/// The act `nonconformity.evidence`: evidence on this non-conformity is received in time (T-QUAL-N03).
///
/// The evidence itself is a fact and stays whatever the answer; late, the act is refused and the state stays.
public enum ReceiveEvidence: GuardedAct {
  /// The act's row.
  public static let act = Act(
    "nonconformity.evidence", .qualiopi, roles: [.auditor, .office], freezes: false, isBinding: false,
    transition: "T-QUAL-N03", resultingState: QualiopiNonConformityState.evidenceReceived.rawValue,
    fr: "enregistrer des preuves", en: "record evidence")

  /// No cumulation, state, requester, evidence not sent back before (R-QUAL-75, R-QUAL-79), in time (R-QUAL-76,
  /// R-QUAL-81).
  public static func verdicts(_ facts: NonConformityCase) -> [RuleVerdict] {
    let pending = facts.nonConformity.pendingEvidence
    return facts.unlessCumulation {
      [
        facts.checkMove("T-QUAL-N03"), facts.checkRecorder("T-QUAL-N03"),
        .check(
          !pending.isEmpty, facts.documentsRule,
          orElse: RuleReason(rule: facts.documentsRule, code: "no-evidence-received", facts: facts.indicators)),
        pending.isEmpty ? .notApplicable("R-QUAL-76") : facts.checkInTime(pending, needsAll: false),
      ]
    }
  }
}
