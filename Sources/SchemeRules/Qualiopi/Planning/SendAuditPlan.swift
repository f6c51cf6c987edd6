import AuditModel
import WorkingDays

/// The act `audit.send-plan`: the lead auditor sends the audit plan before the audit (T-QUAL-A05).
public enum SendAuditPlan: GuardedAct {
  /// The act's row.
  public static let act = Act(
    "audit.send-plan", .qualiopi, roles: [.auditor], freezes: false, isBinding: false, transition: "T-QUAL-A05",
    resultingState: QualiopiAuditState.planSent.rawValue, fr: "envoyer le plan d'audit", en: "send the audit plan")

  /// What the guard looks at.
  public struct Facts: Sendable, Hashable {
    /// Where the audit stands.
    public var path: AuditPathFacts
    /// The indicators to audit.
    public var scope: FactReading<Set<QualiopiIndicator>>
    /// The least it holds, computed from the dossier (RULEBOOK §5.1).
    public var minimum: Set<QualiopiIndicator>
    /// The mail that took the plan.
    public var sending: MailProof

    /// Gathers the facts.
    public init(
      path: AuditPathFacts, scope: FactReading<Set<QualiopiIndicator>>, minimum: Set<QualiopiIndicator>,
      sending: MailProof
    ) {
      self.path = path
      self.scope = scope
      self.minimum = minimum
      self.sending = sending
    }
  }

  /// State, the lead alone (R-QUAL-59), scope computed and none of its minimum left out (R-QUAL-60), sending (R-QUAL-59).
  public static func verdicts(_ facts: Facts) -> [RuleVerdict] {
    [
      facts.path.checkStanding(.noticeValidated, "T-QUAL-A05", code: "notice-not-validated"), lead(facts.path),
    ] + scope(facts) + [
      facts.sending.checkSent("R-QUAL-59", field: "planSent", orElse: "plan-not-sent"), beforeAudit(facts),
    ]
  }

  private static func lead(_ path: AuditPathFacts) -> RuleVerdict {
    if path.lead.isInConflict { return .notMet(QualiopiAuditFacts.conflictOpen("T-QUAL-A05", field: "lead")) }
    return .check(
      path.lead.value.map { $0.utf8.elementsEqual(path.requester.utf8) } ?? false, "T-QUAL-A05",
      orElse: RuleReason(rule: "T-QUAL-A05", code: "requester-not-lead"))
  }

  private static func scope(_ facts: Facts) -> [RuleVerdict] {
    switch facts.scope {
    case .absent: return [.check(false, "T-QUAL-A05", orElse: RuleReason(rule: "T-QUAL-A05", code: "scope-missing"))]
    case .inConflict: return [.notMet(QualiopiAuditFacts.conflictOpen("T-QUAL-A05", field: "scope"))]
    case .settled(let scope):
      let left = facts.minimum.subtracting(scope)
      return [
        .check(
          left.isEmpty, "R-QUAL-60",
          orElse: RuleReason(rule: "R-QUAL-60", code: "scope-below-minimum", facts: ["indicators": left.factValues]))
      ]
    }
  }

  private static func beforeAudit(_ facts: Facts) -> RuleVerdict {
    guard let sent = facts.sending.sentOn, let first = facts.path.days.value?.first else {
      return .notApplicable("R-QUAL-59")
    }
    return .check(
      sent < first, "R-QUAL-59",
      orElse: RuleReason(rule: "R-QUAL-59", code: "plan-sent-late", facts: ["days": [first.description]]))
  }
}
