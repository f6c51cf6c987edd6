/// The checks that several acts of an audit share.
extension QualiopiAuditFacts {
  func checkState(_ expected: QualiopiAuditState, _ rule: RuleID, code: String) -> RuleVerdict {
    .check(
      state == expected, rule,
      orElse: RuleReason(rule: rule, code: code, facts: ["state": state.map { [$0.rawValue] } ?? []]))
  }

  /// The lead alone acts for an audit; with two leads in conflict nobody does.
  func checkLead(_ rule: RuleID) -> RuleVerdict {
    if lead.isInConflict { return .notMet(Self.conflictOpen(rule, field: "lead")) }
    return .check(
      lead.value.map { $0.utf8.elementsEqual(requester.utf8) } ?? false, rule,
      orElse: RuleReason(rule: rule, code: "requester-not-lead"))
  }

  /// No minor on an indicator that gives majors only; where grades differ the graver is read (R-QUAL-71).
  func checkMajorOnly() -> RuleVerdict {
    let wrong = QualiopiIndicator.all.filter { $0.info.isMajorOnly && grade(of: $0) == .minor }
    return .check(
      wrong.isEmpty, "R-QUAL-71",
      orElse: RuleReason(rule: "R-QUAL-71", code: "minor-on-major-only", facts: ["indicators": wrong.factValues]))
  }

  /// No indicator with several grades (R-QUAL-10).
  func checkGradesSettled() -> RuleVerdict {
    let open = items.filter { $0.value.grade.isInConflict }.keys
    return .check(
      open.isEmpty, "R-QUAL-10",
      orElse: RuleReason(rule: "R-QUAL-10", code: "conflict-open", facts: ["indicators": open.factValues]))
  }

  static func conflictOpen(_ rule: RuleID, field: String) -> RuleReason {
    RuleReason(rule: rule, code: "conflict-open", facts: ["fields": [field]])
  }
}
