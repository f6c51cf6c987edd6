import WorkingDays

/// What a favourable decision asks (RULEBOOK §5.4, `canDecideFavourably`).
extension RecordDecision {
  static func favourable(_ measure: DecisionMeasure, _ facts: QualiopiDecisionFacts) -> [RuleVerdict] {
    [answered(facts), plans(facts), majors(facts), evidenceInTime(measure, facts)] + heldRegularly(facts)
  }

  /// What the surveillance that lifts a suspension asks; evidence received late serves there.
  static func cureAudit(_ facts: QualiopiDecisionFacts) -> [RuleVerdict] {
    [answered(facts), plans(facts), majors(facts)] + heldRegularly(facts)
  }

  private static func answered(_ facts: QualiopiDecisionFacts) -> RuleVerdict {
    let isPastAnswer = facts.audit.state.map { $0 != .cancelled && !$0.isBefore(.reportAnswered) } ?? false
    return .check(
      isPastAnswer && !facts.isUnanswered, "R-QUAL-67",
      orElse: RuleReason(rule: "R-QUAL-67", code: "report-not-answered"))
  }

  private static func plans(_ facts: QualiopiDecisionFacts) -> RuleVerdict {
    let without = facts.nonConformities.filter { $0.grade == .minor && $0.state.isOpen && !$0.hasPlan }
    return .check(
      without.isEmpty, "R-QUAL-74",
      orElse: RuleReason(
        rule: "R-QUAL-74", code: "minor-without-plan", facts: ["indicators": without.compactMap(\.indicator).factValues]
      ))
  }

  /// The cumulation is an open major as long as more minors are open than an audit may carry (R-QUAL-73, R-QUAL-80).
  private static func majors(_ facts: QualiopiDecisionFacts) -> RuleVerdict {
    let majors = MajorsStanding(facts.nonConformities, minorMax: facts.settings.minorMax)
    if !majors.open.isEmpty {
      return .check(
        false, "R-QUAL-80",
        orElse: RuleReason(
          rule: "R-QUAL-80", code: "major-open", facts: ["indicators": majors.open.compactMap(\.indicator).factValues]))
    }
    let cumulation = majors.cumulation
    return .check(
      !cumulation.isOpen || !RuleSwitches.isOn("R-QUAL-73"), "R-QUAL-80",
      orElse: RuleReason(
        rule: "R-QUAL-80", code: "cumulation-open",
        facts: ["count": [String(cumulation.raised - cumulation.lifted)], "max": [String(cumulation.max)]]))
  }

  /// A major counts as lifted in time by the day its evidence was received (R-QUAL-81, A-49, A-97).
  private static func evidenceInTime(_ measure: DecisionMeasure, _ facts: QualiopiDecisionFacts) -> RuleVerdict {
    let majors = MajorsStanding(facts.nonConformities, minorMax: facts.settings.minorMax)
    if majors.isEmpty { return .notApplicable("R-QUAL-81") }
    if facts.audit.days.isInConflict { return .notMet(QualiopiAuditFacts.conflictOpen("R-QUAL-81", field: "days")) }
    guard let due = facts.majorDue(measure) else {
      return .notMet(RuleReason(rule: "R-QUAL-81", code: "audit-days-missing"))
    }
    if majors.isCumulationLifted(after: due) {
      return .check(
        false, "R-QUAL-81",
        orElse: RuleReason(rule: "R-QUAL-81", code: "cumulation-lifted-late", facts: ["due": [due.description]]))
    }
    let late = majors.lifted(after: due)
    return .check(
      late.isEmpty, "R-QUAL-81",
      orElse: RuleReason(
        rule: "R-QUAL-81", code: "major-evidence-late",
        facts: ["indicators": late.compactMap(\.indicator).factValues, "due": [due.description]]))
  }

  private static func heldRegularly(_ facts: QualiopiDecisionFacts) -> [RuleVerdict] {
    guard let irregularities = facts.irregularities else {
      return [.undeterminedHere("T-QUAL-A13", needs: [.auditConditions])]
    }
    return [
      .check(
        !irregularities.contains(.notOnSite), "R-QUAL-35",
        orElse: RuleReason(rule: "R-QUAL-35", code: "held-in-wrong-mode")),
      .check(
        !irregularities.contains(.remoteNotAllowed), "R-QUAL-36",
        orElse: RuleReason(rule: "R-QUAL-36", code: "held-in-wrong-mode")),
      .check(
        !irregularities.contains(.beforeWindow), "R-QUAL-49",
        orElse: RuleReason(rule: "R-QUAL-49", code: "held-before-window")),
    ]
  }
}
