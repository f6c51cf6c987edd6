import AuditModel
import SyncCore
import WorkingDays

/// The act `correction.record`: a person entitled to decide takes up again what rested on facts since corrected
/// (T-QUAL-X01, R-ROLE-18).
public enum RecordCorrection: GuardedAct {
  /// The act's row.
  public static let act = Act(
    "correction.record", .qualiopi, roles: [.decider], freezes: true, isBinding: true, bindsState: true,
    transition: "T-QUAL-X01", resultingState: "corrected", fr: "enregistrer une reprise", en: "record a correction")

  /// Who corrects, what, on which fact, and what takes the place of what was.
  public static func verdicts(_ facts: Facts) -> [RuleVerdict] {
    [
      .check(
        facts.roles.contains(.decider), "R-ROLE-18",
        orElse: RuleReason(rule: "R-ROLE-18", code: "corrector-not-decider")),
      .check(
        !(facts.reopening?.barred.contains(facts.requester) ?? false), "R-ROLE-18",
        orElse: RuleReason(rule: "R-ROLE-18", code: "corrector-is-cause")),
      independence(facts),
      facts.roles.contains(.decider)
        ? DeciderCompetence.verdict(facts.competenceGap) : .notApplicable("R-ROLE-22"),
      facts.stateShown.verdict("T-QUAL-X01"),
      .check(facts.reopening != nil, "T-QUAL-X01", orElse: RuleReason(rule: "T-QUAL-X01", code: "not-reopened")),
      fact(facts), motive(facts.motive),
    ] + outcome(facts)
  }

  /// Who conducted the audit concerned does not decide anew what was decided on it; whoever is the very cause is told so.
  private static func independence(_ facts: Facts) -> RuleVerdict {
    if facts.reopening?.barred.contains(facts.requester) ?? false { return .notApplicable("R-ROLE-01") }
    return .check(
      !facts.conductors.contains(facts.requester), "R-ROLE-01",
      orElse: RuleReason(rule: "R-ROLE-01", code: "corrector-audited"))
  }

  private static func fact(_ facts: Facts) -> RuleVerdict {
    guard let reopening = facts.reopening else { return .notApplicable("T-QUAL-X01") }
    let isCited =
      !facts.cited.isEmpty
      && facts.cited.allSatisfy { cited in
        reopening.facts.contains { $0.citation.utf8.elementsEqual(cited.utf8) }
      }
    return .check(isCited, "T-QUAL-X01", orElse: RuleReason(rule: "T-QUAL-X01", code: "new-fact-not-cited"))
  }

  private static func motive(_ motive: FactReading<String>) -> RuleVerdict {
    if motive.isInConflict { return .notMet(QualiopiAuditFacts.conflictOpen("R-ROLE-17", field: "correction.motive")) }
    return .check(
      motive.value.map { $0.contains { !$0.isWhitespace } } ?? false, "R-ROLE-17",
      orElse: RuleReason(rule: "R-ROLE-17", code: "motive-missing"))
  }

  private static func outcome(_ facts: Facts) -> [RuleVerdict] {
    switch facts.outcome {
    case .absent: [.notMet(RuleReason(rule: "T-QUAL-X01", code: "correction-outcome-missing"))]
    case .inConflict: [.notMet(QualiopiAuditFacts.conflictOpen("T-QUAL-X01", field: "correction.outcome"))]
    case .settled(.maintained): [.met("T-QUAL-X01")]
    case .settled(.replaced): [standing(facts), from(facts.from)] + replacing(facts)
    }
  }

  private static func standing(_ facts: Facts) -> RuleVerdict {
    if facts.standing.isInConflict {
      return .notMet(QualiopiAuditFacts.conflictOpen("T-QUAL-X01", field: "correction.standing"))
    }
    guard let reopening = facts.reopening else { return .notApplicable("T-QUAL-X01") }
    let allowed = CorrectedMachine.all(of: reopening.subject).flatMap(\.states)
    return .check(
      facts.standing.value.map(allowed.contains) ?? false, "T-QUAL-X01",
      orElse: RuleReason(
        rule: "T-QUAL-X01", code: "replacing-state-unknown", facts: ["correctedStates": allowed]))
  }

  private static func from(_ from: FactReading<CivilDate>) -> RuleVerdict {
    if from.isInConflict { return .notMet(QualiopiAuditFacts.conflictOpen("T-QUAL-X01", field: "correction.from")) }
    return .check(
      from.value != nil, "T-QUAL-X01", orElse: RuleReason(rule: "T-QUAL-X01", code: "correction-date-missing"))
  }
}
