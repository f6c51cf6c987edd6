import WorkingDays

/// What the rules say of a grade while it is captured: advice only, nothing is refused (DESIGN L11, R-ROLE-23).
public enum GradeAdvice {
  /// The advice on one indicator, graded or not; empty when the rules have nothing to say.
  ///
  /// In order: R-QUAL-71, the scope, a minor of an earlier audit still open (R-QUAL-78), missing evidence (R-QUAL-21).
  /// - Parameters:
  ///   - scope: the computed scope, when known; it says why an indicator is out.
  ///   - settings: the readings in force on the audit's last day, from which the delay of a major runs.
  public static func on(
    _ indicator: QualiopiIndicator, in facts: QualiopiAuditFacts, scope: AuditScope? = nil,
    settings: QualiopiSettings = .standard
  ) -> [RuleReason] {
    [
      majorOnly(indicator, facts), outsideScope(indicator, facts, scope), openMinor(indicator, facts, settings),
      evidence(indicator, facts),
    ].compactMap { $0 }.filter { RuleSwitches.isOn($0.rule) }
  }

  private static func majorOnly(_ indicator: QualiopiIndicator, _ facts: QualiopiAuditFacts) -> RuleReason? {
    guard indicator.info.isMajorOnly, facts.grade(of: indicator) == .minor else { return nil }
    return RuleReason(
      rule: "R-QUAL-71", code: "minor-on-major-only", facts: ["indicators": [indicator].factValues])
  }

  /// « Non applicable » and « non audité » outside the scope are what one expects there.
  private static func outsideScope(
    _ indicator: QualiopiIndicator, _ facts: QualiopiAuditFacts, _ scope: AuditScope?
  ) -> RuleReason? {
    guard let grade = facts.grade(of: indicator), grade == .conform || grade.isNonConformity,
      let audited = facts.scope.value, !audited.contains(indicator)
    else { return nil }
    let entry = scope?[indicator]
    let why = entry.flatMap { $0.isInScope ? nil : $0.reason }
    return RuleReason(
      rule: why?.rule ?? "R-QUAL-60", code: "outside-scope",
      facts: ["indicators": [indicator].factValues, "scopeReason": why.map { [$0.rawValue] } ?? []])
  }

  private static func openMinor(
    _ indicator: QualiopiIndicator, _ facts: QualiopiAuditFacts, _ settings: QualiopiSettings
  ) -> RuleReason? {
    guard let minor = facts.previous.last(where: { $0.indicator == indicator && $0.isOpenMinor }) else { return nil }
    let end = facts.days.value?.last
    let due = end.flatMap {
      RuleDueDate.of(.qual12, from: $0, certificateEnd: facts.certificateEnd, settings: settings)
    }
    let isGradedAway = facts.grade(of: indicator) == .conform || facts.grade(of: indicator) == .notApplicable
    return RuleReason(
      rule: "R-QUAL-78", code: isGradedAway ? "open-minor-graded-conform" : "open-minor-becomes-major",
      facts: [
        "indicators": [indicator].factValues,
        "grade": [QualiopiGrade.major.rawValue],
        "raisedOn": minor.raisedOn.map { [$0.description] } ?? [],
        "runsFrom": end.map { [$0.description] } ?? [],
        "evidenceDue": due.map { [$0.description] } ?? [],
      ])
  }

  private static func evidence(_ indicator: QualiopiIndicator, _ facts: QualiopiAuditFacts) -> RuleReason? {
    guard let item = facts.items[indicator], item.grade.holding?.isNonConformity == true, !item.hasEvidence,
      !item.notesLack
    else { return nil }
    return RuleReason(rule: "R-QUAL-21", code: "evidence-missing", facts: ["indicators": [indicator].factValues])
  }
}
