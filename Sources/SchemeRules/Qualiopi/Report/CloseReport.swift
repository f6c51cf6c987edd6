import AuditModel
import WorkingDays

/// The act `report.close`: the report is ready for decision (T-QUAL-A10, T-QUAL-A12).
///
/// Without a major on receipt of the plans (R-QUAL-74), without any non-conformity on receipt of the validation
/// (R-QUAL-89). A report that waits for evidence keeps waiting while a delay runs or evidence received in time is not
/// ruled on: closing sooner would take the rest of its delay from the body. Once the delay is over it goes as it stands
/// (R-QUAL-83), also where the body never answered it: the lead says so, and its answer's own delay is over too
/// (DL-QUAL-10).
public enum CloseReport: GuardedAct {
  /// The act's row.
  public static let act = Act(
    "report.close", .qualiopi, roles: [.auditor], freezes: false, isBinding: false, transition: "T-QUAL-A10",
    resultingState: QualiopiAuditState.reportClosed.rawValue, fr: "clore le rapport", en: "close the report")

  /// State, requester; then what the way taken asks.
  public static func verdicts(_ facts: ReportFacts) -> [RuleVerdict] {
    [
      facts.checkMove("T-QUAL-A10", "T-QUAL-A12", code: "report-not-closable"),
      facts.audit.checkLead("T-QUAL-A10"),
    ] + way(facts)
  }

  private static func way(_ facts: ReportFacts) -> [RuleVerdict] {
    switch facts.audit.state {
    case .reportProvisional: unanswered(facts) + afterEvidence(facts)
    case .evidencePending: afterEvidence(facts)
    default: afterAnswer(facts)
    }
  }

  /// No answer that counts by DL-QUAL-10, and a major that outlived its delay: without one nobody could decide yet, and
  /// the report goes on waiting for its answer (R-QUAL-67).
  private static func unanswered(_ facts: ReportFacts) -> [RuleVerdict] {
    if facts.answer.isInConflict { return [.notMet(QualiopiAuditFacts.conflictOpen("T-QUAL-A12", field: "answer"))] }
    return [
      .check(
        !facts.isAnswerComplete, "T-QUAL-A12", orElse: RuleReason(rule: "T-QUAL-A12", code: "answer-to-record")),
      answerDelay(facts),
      .check(
        facts.answer.value != nil, "R-QUAL-67", orElse: RuleReason(rule: "R-QUAL-67", code: "silence-not-stated")),
      .check(
        !facts.openMajors.isEmpty || !facts.majorsLiftedLate.isEmpty, "R-QUAL-83",
        orElse: RuleReason(rule: "R-QUAL-83", code: "unanswered-without-major")),
    ]
  }

  private static func answerDelay(_ facts: ReportFacts) -> RuleVerdict {
    guard let due = facts.answerDue else {
      return .check(
        false, "R-QUAL-67", orElse: RuleReason(rule: "R-QUAL-67", code: "report-receipt-unknown"))
    }
    return .check(
      due < facts.today, "R-QUAL-67",
      orElse: RuleReason(rule: "R-QUAL-67", code: "answer-delay-running", facts: ["due": [due.description]]))
  }

  private static func afterAnswer(_ facts: ReportFacts) -> [RuleVerdict] {
    let majors = facts.openMajors
    return [
      .check(
        majors.isEmpty, "T-QUAL-A10",
        orElse: majors.contains { !$0.isCumulation }
          ? RuleReason(rule: "T-QUAL-A10", code: "major-open", facts: ["indicators": majors.indicatorValues])
          : RuleReason(rule: "T-QUAL-A10", code: "cumulation-open")),
      facts.checkPlans(facts.nonConformities.filter { !$0.isMajor }, "R-QUAL-74"),
      facts.nonConformities.isEmpty
        ? .check(
          facts.answer.value.map { $0.isValidated && $0.receivedOn != nil } ?? false, "R-QUAL-89",
          orElse: RuleReason(rule: "R-QUAL-89", code: "validation-no-longer-received"))
        : .notApplicable("R-QUAL-89"),
    ]
  }

  private static func afterEvidence(_ facts: ReportFacts) -> [RuleVerdict] {
    let withEvidence = facts.openMajors.filter(\.hasEvidenceInTime)
    // Evidence sent before any plan can only be ruled on once a plan is on record (T-QUAL-N03).
    let withoutPlan = withEvidence.filter { $0.state == .raised && !$0.isCumulation }
    let notRuledOn = withEvidence.filter { found in !withoutPlan.contains { $0.entity == found.entity } }
    let running = facts.openMajors.filter { major in
      !withEvidence.contains(major) && !(major.clock?.isOver(on: facts.today) ?? false)
    }
    let due = running.compactMap(\.due).max().map { [$0.description] } ?? []
    return [
      .check(
        withoutPlan.isEmpty, "T-QUAL-N03",
        orElse: RuleReason(
          rule: "T-QUAL-N03", code: "evidence-before-plan", facts: ["indicators": withoutPlan.indicatorValues])),
      .check(
        notRuledOn.isEmpty, "R-QUAL-82",
        orElse: notRuledOn.contains { !$0.isCumulation }
          ? RuleReason(
            rule: "R-QUAL-82", code: "evidence-not-ruled-on", facts: ["indicators": notRuledOn.indicatorValues])
          : RuleReason(rule: "R-QUAL-82", code: "cumulation-not-ruled-on")),
      .check(
        running.isEmpty, "R-QUAL-83",
        orElse: due.isEmpty
          ? RuleReason(rule: "R-QUAL-83", code: "audit-days-missing")
          : RuleReason(rule: "R-QUAL-83", code: "evidence-delay-running", facts: ["due": due])),
    ]
  }
}
