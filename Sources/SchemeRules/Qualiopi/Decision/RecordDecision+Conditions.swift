import WorkingDays

/// What each measure asks beside its author, its day and its audit (RULEBOOK §3.2.2, §5.4).
extension RecordDecision {
  static func conditions(of measure: DecisionMeasure, _ facts: QualiopiDecisionFacts) -> [RuleVerdict] {
    switch measure {
    case .grant, .maintain: favourable(measure, facts)
    case .renew: (facts.isLateRenewal(measure) ? lateRenewal(facts) : []) + favourable(measure, facts)
    case .extend: extended(facts) + (facts.namesAudit ? favourable(measure, facts) : [])
    case .refuse: facts.isRefusalAfterExpiry(measure) ? [] : [majorPastDelay(measure, facts)]
    case .suspend:
      [facts.namesAudit ? majorPastDelay(measure, facts) : surveillanceMissed(facts)] + letter(facts)
    case .reinstate:
      [conditionMet(facts)] + (facts.namesAudit ? cureAudit(facts) : [])
        + (facts.cure.map { cureAudit(facts.resting(on: $0)) } ?? [])
    case .withdraw: [delayOver(facts)]
    }
  }

  /// A major not lifted, or lifted on late evidence, once its delay is over (R-QUAL-83, R-QUAL-84, A-94).
  private static func majorPastDelay(_ measure: DecisionMeasure, _ facts: QualiopiDecisionFacts) -> RuleVerdict {
    if facts.audit.days.isInConflict { return .notMet(QualiopiAuditFacts.conflictOpen("R-QUAL-84", field: "days")) }
    guard let due = facts.majorDue(measure) else {
      return .notMet(RuleReason(rule: "R-QUAL-84", code: "audit-days-missing"))
    }
    let majors = MajorsStanding(facts.nonConformities, minorMax: facts.settings.minorMax)
    let isLate = !majors.lifted(after: due).isEmpty || majors.isCumulationLifted(after: due)
    return .check(
      (majors.isAnyOpen && facts.terms.day > due) || isLate, "R-QUAL-84",
      orElse: RuleReason(rule: "R-QUAL-84", code: "no-major-past-delay", facts: ["due": [due.description]]))
  }

  /// No surveillance in its window, and the window closed (R-QUAL-50, A-95).
  private static func surveillanceMissed(_ facts: QualiopiDecisionFacts) -> RuleVerdict {
    if facts.certificate.isValidityInConflict {
      return .notMet(QualiopiAuditFacts.conflictOpen("R-QUAL-50", field: "validFrom"))
    }
    let settings = facts.settingsAtStart ?? facts.settings
    guard let from = facts.certificate.validity?.from,
      let window = SurveillanceWindow(validFrom: from, settings: settings)
    else { return .notMet(RuleReason(rule: "R-QUAL-50", code: "validity-missing")) }
    let isMissed = facts.certificate.missedWindow(
      held: facts.surveillancesHeld, on: facts.terms.day, settings: settings)
    return .check(
      isMissed != nil, "R-QUAL-50",
      orElse: RuleReason(
        rule: "R-QUAL-50", code: "surveillance-not-missed", facts: ["closes": [window.closes.description]]))
  }

  /// The letter says the condition and a delay; its effect is the decision's day or later (R-QUAL-87, A-95).
  private static func letter(_ facts: QualiopiDecisionFacts) -> [RuleVerdict] {
    if facts.terms.letter.isInConflict {
      return [.notMet(QualiopiAuditFacts.conflictOpen("R-QUAL-87", field: "condition"))]
    }
    let letter = facts.terms.letter.value
    let from = letter?.from ?? facts.terms.day
    return [
      .check(
        letter?.condition?.contains { !$0.isWhitespace } ?? false, "R-QUAL-87",
        orElse: RuleReason(rule: "R-QUAL-87", code: "condition-missing")),
      .check(
        from >= facts.terms.day, "R-QUAL-84",
        orElse: RuleReason(
          rule: "R-QUAL-84", code: "effect-before-decision",
          facts: ["effect": [from.description], "day": [facts.terms.day.description]])),
      .check(
        letter?.until.map { $0 >= from } ?? true, "R-QUAL-87",
        orElse: RuleReason(rule: "R-QUAL-87", code: "delay-before-effect", facts: ["effect": [from.description]])),
    ]
  }

  /// The letter's condition met, and met in time; late evidence serves here (T-QUAL-C07, A-97).
  private static func conditionMet(_ facts: QualiopiDecisionFacts) -> RuleVerdict {
    guard let suspension = facts.certificate.suspension, let metOn = facts.conditionMetOn else {
      return .notMet(
        RuleReason(
          rule: "R-QUAL-87", code: "condition-not-met",
          facts: ["condition": facts.certificate.suspension.map { [$0.condition] } ?? []]))
    }
    return .check(
      metOn <= suspension.until, "R-QUAL-85",
      orElse: RuleReason(
        rule: "R-QUAL-85", code: "condition-met-late",
        facts: ["metOn": [metOn.description], "until": [suspension.until.description]]))
  }

  /// The letter's delay over, its condition not met in it (T-QUAL-C08).
  private static func delayOver(_ facts: QualiopiDecisionFacts) -> RuleVerdict {
    guard let suspension = facts.certificate.suspension else {
      return .notMet(RuleReason(rule: "R-QUAL-85", code: "suspension-unknown"))
    }
    if let metOn = facts.conditionMetOn, metOn <= suspension.until {
      return .check(
        false, "R-QUAL-85",
        orElse: RuleReason(rule: "R-QUAL-85", code: "condition-met", facts: ["metOn": [metOn.description]]))
    }
    return .check(
      facts.terms.day > suspension.until, "R-QUAL-85",
      orElse: RuleReason(
        rule: "R-QUAL-85", code: "delay-not-over", facts: ["until": [suspension.until.description]]))
  }

  /// A new cycle after the expiry: the audit held before the end, the decision after it (T-QUAL-C12, R-QUAL-142).
  private static func lateRenewal(_ facts: QualiopiDecisionFacts) -> [RuleVerdict] {
    let rule: RuleID = "R-QUAL-142"
    guard facts.settings.lateRenewalAllowed else {
      return [.notMet(RuleReason(rule: rule, code: "late-renewal-not-allowed"))]
    }
    guard let end = facts.certificate.validity?.to else {
      return [.notMet(RuleReason(rule: rule, code: "validity-missing"))]
    }
    return [
      .check(
        facts.audit.days.value.map { $0.last <= end } ?? false, rule,
        orElse: RuleReason(rule: rule, code: "renewal-held-after-end", facts: ["end": [end.description]])),
      .check(
        facts.terms.day > end, rule,
        orElse: RuleReason(
          rule: rule, code: "decided-before-expiry",
          facts: ["day": [facts.terms.day.description], "end": [end.description]])),
    ]
  }

  /// An amendment, and the audit it provides for (R-QUAL-106).
  private static func extended(_ facts: QualiopiDecisionFacts) -> [RuleVerdict] {
    let amendment = facts.terms.amendment
    return [
      .check(
        amendment.map { $0.amends && $0.isSigned } ?? false, "R-QUAL-106",
        orElse: RuleReason(rule: "R-QUAL-106", code: "amendment-missing")),
      .check(
        facts.namesAudit || !(amendment?.needsAudit ?? false), "R-QUAL-106",
        orElse: RuleReason(rule: "R-QUAL-106", code: "extension-audit-missing")),
    ]
  }
}

extension CertificateRecord {
  /// The surveillance window of the cycle once it has closed with no surveillance in it (R-QUAL-50, DL-QUAL-04); nil
  /// while it runs, where one was held, or where no validity is recorded.
  func missedWindow(held: [AuditDays], on day: CivilDate, settings: QualiopiSettings) -> SurveillanceWindow? {
    guard RuleSwitches.isOn("R-QUAL-50"), RuleSwitches.isOn(DeadlineID.qual04), let validity,
      let window = SurveillanceWindow(validFrom: validity.from, settings: settings), window.closes < day,
      !held.contains(where: { $0.first >= window.opens && $0.last <= window.closes })
    else { return nil }
    return window
  }
}
