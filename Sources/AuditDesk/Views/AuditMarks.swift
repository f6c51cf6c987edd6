public import SchemeRules
public import SyncCore
import WorkingDays

/// What rules hold against facts of an audit that are recorded all the same: a step skipped before it began, a file
/// incomplete, an unpaid invoice, a mode not allowed, an answer out of time (R-ROLE-23).
public enum AuditMarks {
  /// The marks of a Qualiopi audit, in the order of its path; none before it has begun, and none for another scheme.
  public static func all(of audit: EntityID, in context: ActContext) -> [RuleReason] {
    guard case .dossier("qualiopi", _) = context.dossier.stream.family else { return [] }
    return AuditIrregularities.reasons(AuditIrregularities.Facts(audit: audit, in: context))
      + lateAnswer(audit, context)
  }

  /// The body answered after its ten days (R-QUAL-67).
  private static func lateAnswer(_ audit: EntityID, _ context: ActContext) -> [RuleReason] {
    // Nobody asks for anything here: what is marked is the same for every reader.
    let facts = ReportFacts(audit, in: context, requester: ActActor(user: .server, roles: []))
    guard facts.isAnswerLate, let due = facts.answerDue, let day = facts.answer.value?.receivedOn else { return [] }
    return [
      RuleReason(
        rule: "R-QUAL-67", code: "answer-late", facts: ["received": [day.description], "due": [due.description]])
    ]
  }
}
