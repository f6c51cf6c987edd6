import WorkingDays

/// What a state of the certificate needs to be put in the place of another.
extension RecordCorrection {
  static func replacing(_ facts: Facts) -> [RuleVerdict] {
    switch facts.standing.value.flatMap(CertificateStanding.init(rawValue:)) {
    case .suspended: letter(facts)
    case .active: [validity(facts)]
    default: []
    }
  }

  /// A suspension says what lifts it, and until when (R-QUAL-87).
  private static func letter(_ facts: Facts) -> [RuleVerdict] {
    if facts.letter.isInConflict {
      return [.notMet(QualiopiAuditFacts.conflictOpen("R-QUAL-87", field: "condition"))]
    }
    let letter = facts.letter.value
    let effect = letter?.from ?? facts.from.value
    return [
      .check(
        letter?.condition?.contains { !$0.isWhitespace } ?? false, "R-QUAL-87",
        orElse: RuleReason(rule: "R-QUAL-87", code: "condition-missing")),
      .check(
        letter?.until.flatMap { until in effect.map { until >= $0 } } ?? true, "R-QUAL-87",
        orElse: RuleReason(
          rule: "R-QUAL-87", code: "delay-before-effect", facts: ["effect": effect.map { [$0.description] } ?? []])),
    ]
  }

  /// A certificate that had ended lives again only with a validity still to run (GX-90).
  private static func validity(_ facts: Facts) -> RuleVerdict {
    guard facts.certificate.standing.isEnded, let end = facts.reissuedEnd.value ?? facts.certificate.validity?.to else {
      return .notApplicable("T-QUAL-X01")
    }
    return .check(
      end >= facts.today, "T-QUAL-X01",
      orElse: RuleReason(rule: "T-QUAL-X01", code: "validity-over", facts: ["end": [end.description]]))
  }
}
