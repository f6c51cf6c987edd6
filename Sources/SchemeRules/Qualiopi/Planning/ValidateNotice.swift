import AuditModel
import WorkingDays

/// The act `audit.validate-notice`: the client validates the notice, by a mail the office records (T-QUAL-A04).
public enum ValidateNotice: GuardedAct {
  /// The act's row.
  public static let act = Act(
    "audit.validate-notice", .qualiopi, roles: [.office], freezes: false, isBinding: false, transition: "T-QUAL-A04",
    resultingState: QualiopiAuditState.noticeValidated.rawValue, fr: "enregistrer la validation de la notification",
    en: "record the validation of the notice")

  /// What the guard looks at.
  public struct Facts: Sendable, Hashable {
    /// Where the audit stands.
    public var path: AuditPathFacts
    /// The mail that took the notice.
    public var notice: MailProof
    /// The client's mail.
    public var validation: MailProof

    /// Gathers the facts.
    public init(path: AuditPathFacts, notice: MailProof, validation: MailProof) {
      self.path = path
      self.notice = notice
      self.validation = validation
    }
  }

  /// State, office, the client's mail received, and not before the notice went out (R-QUAL-58).
  public static func verdicts(_ facts: Facts) -> [RuleVerdict] {
    [
      facts.path.checkStanding(.noticed, "T-QUAL-A04", code: "audit-not-noticed"),
      facts.path.checkOffice("T-QUAL-A04"),
      facts.validation.checkReceived("R-QUAL-58", field: "validation", orElse: "validation-not-received"),
      afterNotice(facts),
    ]
  }

  private static func afterNotice(_ facts: Facts) -> RuleVerdict {
    guard let received = facts.validation.receivedOn, let sent = facts.notice.sentOn else {
      return .notApplicable("R-QUAL-58")
    }
    return .check(
      received >= sent, "R-QUAL-58",
      orElse: RuleReason(rule: "R-QUAL-58", code: "validation-before-notice", facts: ["days": [sent.description]]))
  }
}
