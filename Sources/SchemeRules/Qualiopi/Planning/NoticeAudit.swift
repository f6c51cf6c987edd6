import AuditModel

/// The act `audit.notice`: planning notifies the audit, with its auditor and contact (T-QUAL-A04).
public enum NoticeAudit: GuardedAct {
  /// The act's row.
  public static let act = Act(
    "audit.notice", .qualiopi, roles: [.office], freezes: false, isBinding: false, transition: "T-QUAL-A04",
    resultingState: QualiopiAuditState.noticed.rawValue, fr: "notifier l'audit", en: "send the audit notice")

  /// What the guard looks at.
  public struct Facts: Sendable, Hashable {
    /// Where the audit stands.
    public var path: AuditPathFacts
    /// Its dates, mode, place and conditions: judged again, since they may have moved (R-QUAL-46).
    public var plan: PlanReading
    /// The documents received.
    public var file: PreAuditFile
    /// What an auditor lacks a competence for on these days; nil where that is not to be seen.
    public var competenceGap: CompetenceGap?
    /// Who audits by now, for whoever joined the team after the naming; nil where that is not to be seen.
    public var rotation: AuditorRotation.Facts?
    /// The mail that went out.
    public var notice: MailProof
    /// Whether that mail was accepted before, for other days.
    public var toldOtherDays: Bool
    /// Whom the client may call, as the notice says.
    public var contact: String?

    /// Gathers the facts.
    public init(
      path: AuditPathFacts, plan: PlanReading, file: PreAuditFile, competenceGap: CompetenceGap?,
      rotation: AuditorRotation.Facts? = nil, notice: MailProof, toldOtherDays: Bool = false, contact: String?
    ) {
      self.path = path
      self.plan = plan
      self.file = file
      self.competenceGap = competenceGap
      self.rotation = rotation
      self.notice = notice
      self.toldOtherDays = toldOtherDays
      self.contact = contact
    }
  }

  /// State, office, what `AuditPlanning` says of the days as they are now, competence on them and rotation of whoever
  /// audits by now (R-ROLE-06, R-ROLE-07), the pre-audit file (R-QUAL-28 to R-QUAL-31), the notice itself (R-QUAL-58).
  public static func verdicts(_ facts: Facts) -> [RuleVerdict] {
    [
      facts.path.checkStanding(.auditorNamed, "T-QUAL-A04", code: "auditor-not-named"),
      facts.path.checkOffice("T-QUAL-A04"),
    ] + facts.plan.verdicts("T-QUAL-A04") + [NameAuditor.competence(facts.competenceGap)]
      + (facts.rotation.map(AuditorRotation.verdicts) ?? [])
      + facts.file.verdicts(incomplete: "file-incomplete", outdated: "file-outdated")
      + [facts.notice.checkSent("R-QUAL-58", field: "notice", orElse: "notice-not-sent"), moved(facts), contact(facts)]
  }

  /// Moved days take a new mail: the one that told others tells nothing of them.
  private static func moved(_ facts: Facts) -> RuleVerdict {
    .check(!facts.toldOtherDays, "R-QUAL-46", orElse: RuleReason(rule: "R-QUAL-46", code: "notice-of-other-days"))
  }

  private static func contact(_ facts: Facts) -> RuleVerdict {
    .check(
      facts.contact?.contains { !$0.isWhitespace } ?? false, "R-QUAL-58",
      orElse: RuleReason(rule: "R-QUAL-58", code: "notice-without-contact"))
  }
}
