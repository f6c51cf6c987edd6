import WorkingDays

/// What a decision may say of validity and of the next surveillance.
extension RecordDecision {
  static func terms(of measure: DecisionMeasure, _ facts: QualiopiDecisionFacts) -> [RuleVerdict] {
    [
      facts.terms.remoteSurveillance == nil
        ? .notApplicable("R-QUAL-90")
        : .check(
          measure.opensCycle, "R-QUAL-90",
          orElse: RuleReason(rule: "R-QUAL-90", code: "remote-not-said-here", facts: ["measure": [measure.rawValue]]))
    ] + (measure.opensCycle ? cycle(measure, facts) : [unchanged(measure, facts)])
  }

  /// Only a new cycle changes the validity: nothing else extends it (R-QUAL-52, A-42).
  private static func unchanged(_ measure: DecisionMeasure, _ facts: QualiopiDecisionFacts) -> RuleVerdict {
    .check(
      facts.terms.printed.value.map { $0.from == nil && $0.to == nil } ?? !facts.terms.printed.isInConflict,
      "R-QUAL-52",
      orElse: RuleReason(rule: "R-QUAL-52", code: "validity-not-changed", facts: ["measure": [measure.rawValue]]))
  }

  private static func cycle(_ measure: DecisionMeasure, _ facts: QualiopiDecisionFacts) -> [RuleVerdict] {
    if facts.terms.printed.isInConflict {
      return [.notMet(QualiopiAuditFacts.conflictOpen("R-QUAL-33", field: "validity"))]
    }
    if facts.certificate.isValidityInConflict, measure == .renew {
      return [.notMet(QualiopiAuditFacts.conflictOpen("R-QUAL-33", field: "certificateEnd"))]
    }
    guard let validity = facts.validity(measure) else {
      return [.notMet(RuleReason(rule: "R-QUAL-33", code: "validity-missing"))]
    }
    return [
      .check(
        validity.from <= validity.to, "R-QUAL-33",
        orElse: RuleReason(
          rule: "R-QUAL-33", code: "validity-reversed",
          facts: ["from": [validity.from.description], "end": [validity.to.description]])),
      facts.isLateRenewal(measure)
        ? .check(
          validity.from >= facts.terms.day, "R-QUAL-142",
          orElse: RuleReason(
            rule: "R-QUAL-142", code: "validity-backdated", facts: ["day": [facts.terms.day.description]]))
        : .notApplicable("R-QUAL-142"),
    ]
  }
}
