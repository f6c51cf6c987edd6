import AuditModel

/// The act `audit.name-auditor`: planning names who audits (T-QUAL-A03).
public enum NameAuditor: GuardedAct {
  /// The act's row.
  public static let act = Act(
    "audit.name-auditor", .qualiopi, roles: [.office], freezes: false, isBinding: false, transition: "T-QUAL-A03",
    resultingState: QualiopiAuditState.auditorNamed.rawValue, fr: "nommer l'auditeur", en: "name the auditor")

  /// What the guard looks at.
  public struct Facts: Sendable, Hashable {
    /// Where the audit stands.
    public var path: AuditPathFacts
    /// The lead and the team, each with what they did for this client.
    public var services: [AuditorRotation.Service]
    /// The cycle of the audit; nil where it is not recorded.
    public var cycle: Int?
    /// The mail by which the client asks to keep its auditor, on this audit or an earlier one of the cycle.
    public var keepRequest: MailProof
    /// What one of them lacks a competence for; nil where the register is not to be seen.
    public var competenceGap: CompetenceGap?
    /// The readings in force.
    public var settings: QualiopiSettings

    /// Gathers the facts.
    public init(
      path: AuditPathFacts, services: [AuditorRotation.Service], cycle: Int?, keepRequest: MailProof,
      competenceGap: CompetenceGap?, settings: QualiopiSettings = .standard
    ) {
      self.path = path
      self.services = services
      self.cycle = cycle
      self.keepRequest = keepRequest
      self.competenceGap = competenceGap
      self.settings = settings
    }
  }

  /// State, office, a lead, rotation (R-ROLE-06, R-ROLE-07), the client's part (R-ROLE-08), competence (R-ROLE-22).
  public static func verdicts(_ facts: Facts) -> [RuleVerdict] {
    [
      facts.path.checkStanding(.planned, "T-QUAL-A03", code: "audit-not-planned"),
      facts.path.checkOffice("T-QUAL-A03"), lead(facts.path.lead),
    ] + rotation(facts) + [clientsPart(facts), competence(facts.competenceGap)]
  }

  private static func lead(_ lead: FactReading<String>) -> RuleVerdict {
    if lead.isInConflict { return .notMet(QualiopiAuditFacts.conflictOpen("T-QUAL-A03", field: "lead")) }
    return .check(
      lead.value != nil, "T-QUAL-A03", orElse: RuleReason(rule: "T-QUAL-A03", code: "auditor-missing"))
  }

  private static func rotation(_ facts: Facts) -> [RuleVerdict] {
    AuditorRotation.verdicts(
      AuditorRotation.Facts(
        services: facts.services, cycle: facts.cycle, kind: facts.path.kind.value,
        isRequested: facts.keepRequest.receivedOn != nil, settings: facts.settings))
  }

  /// The client never chooses: its request may keep whoever audited it before, nobody else (R-ROLE-08).
  private static func clientsPart(_ facts: Facts) -> RuleVerdict {
    if facts.keepRequest.isInConflict {
      return .notMet(QualiopiAuditFacts.conflictOpen("R-ROLE-08", field: "keepRequest"))
    }
    guard facts.keepRequest.value != nil, let lead = facts.path.lead.value else { return .notApplicable("R-ROLE-08") }
    let servedBefore = facts.services.contains { $0.servedBefore && $0.auditor.utf8.elementsEqual(lead.utf8) }
    return .check(
      servedBefore, "R-ROLE-08", orElse: RuleReason(rule: "R-ROLE-08", code: "auditor-chosen-by-client"))
  }

  /// A competence in force on the first day for every category, for each of them (R-ROLE-22).
  static func competence(_ gap: CompetenceGap?) -> RuleVerdict {
    gap.map { $0.verdict(lacking: "auditor-not-competent") }
      ?? .undeterminedHere("R-ROLE-22", needs: [.competenceRegister])
  }
}
