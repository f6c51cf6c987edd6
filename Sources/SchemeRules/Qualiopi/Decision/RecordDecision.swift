import AuditModel
import WorkingDays

/// The act `decision.record`: a decision expert decides on a closed report, or on a certificate (T-QUAL-A13, T-QUAL-C01
/// to C08, C10, C12; RULEBOOK §5.4).
public enum RecordDecision: GuardedAct {
  /// The act's row.
  public static let act = Act(
    "decision.record", .qualiopi, roles: [.decider], freezes: true, isBinding: true, bindsState: true,
    transition: "T-QUAL-A13", resultingState: QualiopiAuditState.decided.rawValue, fr: "prononcer la décision",
    en: "record the decision")

  /// Who decides (R-ROLE-01, R-QUAL-88, R-ROLE-22), on what, in which state, and what the measure asks.
  public static func verdicts(_ facts: QualiopiDecisionFacts) -> [RuleVerdict] {
    let audit = facts.audit
    let decides = audit.requesterRoles.contains(.decider)
    return [
      .check(
        !audit.requesterConductedAudit && !facts.restsOnAuditConducted, "R-ROLE-01",
        orElse: RuleReason(rule: "R-ROLE-01", code: "decider-audited")),
      .check(decides, "R-QUAL-88", orElse: RuleReason(rule: "R-QUAL-88", code: "requester-not-decider")),
      decides ? DeciderCompetence.verdict(facts.competenceGap) : .notApplicable("R-ROLE-22"),
      facts.terms.stateShown.verdict("T-QUAL-A13"), day(facts),
    ] + measure(facts)
  }

  /// The day is one a person confirmed, and has come; a decision of an earlier version counts from the day it is ruled on.
  private static func day(_ facts: QualiopiDecisionFacts) -> RuleVerdict {
    switch facts.terms.decidedOn {
    case .inConflict: return .notMet(QualiopiAuditFacts.conflictOpen("R-TIME-22", field: "decidedOn"))
    case .absent:
      return .check(
        facts.measure == .absent, "R-TIME-22", orElse: RuleReason(rule: "R-TIME-22", code: "decided-on-missing"))
    case .settled(let day):
      guard day <= facts.terms.today else {
        return .check(
          false, "R-TIME-22",
          orElse: RuleReason(rule: "R-TIME-22", code: "decided-in-future", facts: ["day": [day.description]]))
      }
      guard let grounds = facts.groundsDay, day < grounds else { return .met("R-TIME-22") }
      return .check(
        false, "R-TIME-22",
        orElse: RuleReason(
          rule: "R-TIME-22", code: "decided-before-its-grounds",
          facts: ["day": [day.description], "grounds": [grounds.description]]))
    }
  }

  /// Which measure, then what it asks.
  private static func measure(_ facts: QualiopiDecisionFacts) -> [RuleVerdict] {
    if facts.measure.isInConflict { return [.notMet(QualiopiAuditFacts.conflictOpen("T-QUAL-A13", field: "measure"))] }
    if facts.outcome.isInConflict { return [.notMet(QualiopiAuditFacts.conflictOpen("T-QUAL-A13", field: "outcome"))] }
    if facts.measure == .absent, facts.outcome == .absent {
      return [.notMet(RuleReason(rule: "T-QUAL-A13", code: "outcome-missing"))]
    }
    guard let measure = facts.meantMeasure else { return [kindUnknown(facts)] }
    if let outcome = facts.outcome.value, outcome != measure.outcome {
      return [
        .notMet(
          RuleReason(rule: "T-QUAL-A13", code: "outcome-contradicts-measure", facts: ["measure": [measure.rawValue]]))
      ]
    }
    return [fits(measure, facts)] + (facts.namesAudit ? [state(facts.audit.state)] : [])
      + (measure.outcome == .unfavourable ? [motive(facts.motive)] : [])
      + conditions(of: measure, facts) + terms(of: measure, facts)
  }

  private static func kindUnknown(_ facts: QualiopiDecisionFacts) -> RuleVerdict {
    if facts.audit.kind.isInConflict { return .notMet(QualiopiAuditFacts.conflictOpen("T-QUAL-A13", field: "kind")) }
    return .notMet(
      RuleReason(rule: "T-QUAL-A13", code: facts.namesAudit ? "audit-kind-missing" : "audit-not-named"))
  }

  private static func state(_ state: QualiopiAuditState?) -> RuleVerdict {
    .check(
      state == .reportClosed || state == .inDecision, "T-QUAL-A13",
      orElse: RuleReason(
        rule: "T-QUAL-A13", code: "report-not-closed", facts: ["state": state.map { [$0.rawValue] } ?? []]))
  }

  private static func motive(_ motive: FactReading<String>) -> RuleVerdict {
    if motive.isInConflict { return .notMet(QualiopiAuditFacts.conflictOpen("R-ROLE-17", field: "motive")) }
    return .check(
      motive.value.map { $0.contains { !$0.isWhitespace } } ?? false, "R-ROLE-17",
      orElse: RuleReason(rule: "R-ROLE-17", code: "motive-missing"))
  }

  /// The measure starts from the standing found and is of the audit's kind.
  private static func fits(_ measure: DecisionMeasure, _ facts: QualiopiDecisionFacts) -> RuleVerdict {
    let rule = measure.transitions[0]
    if facts.isRefusalAfterExpiry(measure) { return .met(rule) }
    let standing = facts.certificate.standing
    guard facts.move(measure) != nil else {
      if standing.isEnded, facts.start.isEnded {
        return .notMet(
          RuleReason(rule: "R-QUAL-86", code: "initial-audit-needed", facts: ["certificate": [standing.rawValue]]))
      }
      return .notMet(
        RuleReason(
          rule: rule, code: "measure-not-possible",
          facts: ["measure": [measure.rawValue], "certificate": [standing.rawValue]]))
    }
    guard facts.namesAudit else {
      return .check(
        !measure.needsAudit, "T-QUAL-A13", orElse: RuleReason(rule: "T-QUAL-A13", code: "audit-not-named"))
    }
    guard let kind = facts.audit.kind.value else { return kindUnknown(facts) }
    let isOfKind = measure.auditKinds.contains(kind) && !(measure == .refuse && kind == .renewal)
    return .check(
      isOfKind, rule,
      orElse: RuleReason(
        rule: rule, code: "measure-not-of-this-audit",
        facts: ["measure": [measure.rawValue], "auditKind": [kind.rawValue]]))
  }
}
