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

  /// Every indicator of the scope has a grade, and none of it is left « non audité » (R-QUAL-60).
  func checkScopeGraded(_ rule: RuleID) -> [RuleVerdict] {
    switch scope {
    case .absent: return [.notMet(RuleReason(rule: rule, code: "scope-missing"))]
    case .inConflict: return [.notMet(Self.conflictOpen(rule, field: "scope"))]
    case .settled(let scope):
      let ungraded = scope.filter { grade(of: $0) == nil }
      // « Non audité » says that nobody looked: the scope is a minimum, none of it is left out (R-QUAL-60).
      let unaudited = scope.filter { grade(of: $0) == .notAudited }
      return [
        .check(
          ungraded.isEmpty, rule,
          orElse: RuleReason(rule: rule, code: "indicator-not-graded", facts: ["indicators": ungraded.factValues])),
        .check(
          unaudited.isEmpty, "R-QUAL-60",
          orElse: RuleReason(
            rule: "R-QUAL-60", code: "indicator-not-audited", facts: ["indicators": unaudited.factValues])),
      ]
    }
  }

  /// Each non-conformity has evidence, or its lack is noted (R-QUAL-21).
  func checkEvidence() -> RuleVerdict {
    let bare = items.filter { _, item in
      item.grade.holding?.isNonConformity == true && !item.hasEvidence && !item.notesLack
    }.keys
    return .check(
      bare.isEmpty, "R-QUAL-21",
      orElse: RuleReason(rule: "R-QUAL-21", code: "evidence-missing", facts: ["indicators": bare.factValues]))
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
