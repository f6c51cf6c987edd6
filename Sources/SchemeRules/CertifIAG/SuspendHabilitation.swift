public import AuditModel

/// The act `habilitation.suspend` (T-CIAG-H02, R-CIAG-44, A-74): the internal committee suspends; the certifier's staff
/// only in urgency, to be confirmed at the committee's next session.
///
/// Anybody else's request is refused as an act and stays, as data, a proposal to the committee.
public enum SuspendHabilitation: GuardedAct {
  /// What the guard looks at.
  public struct Facts: Sendable, Hashable {
    /// Where the habilitation stands; nil when none is recorded.
    public var standing: CertifIAGHabilitationState?
    /// What the suspension rests on.
    public var proposal: SuspensionProposal
    /// Who conducted the audits cited.
    public var conductors: Set<String>
    /// Whether the request is for an urgent suspension.
    public var isUrgent: Bool
    /// Who requests it.
    public var requester: String
    /// The requester's roles.
    public var requesterRoles: Set<Role>

    /// Gathers the facts.
    public init(
      standing: CertifIAGHabilitationState?, proposal: SuspensionProposal, conductors: Set<String>,
      isUrgent: Bool = false, requester: String, requesterRoles: Set<Role>
    ) {
      self.standing = standing
      self.proposal = proposal
      self.conductors = conductors
      self.isUrgent = isUrgent
      self.requester = requester
      self.requesterRoles = requesterRoles
    }
  }

  /// The act's row.
  public static let act = Act(
    "habilitation.suspend", .certifIAG, roles: [.committee, .office], freezes: true, isBinding: true,
    transition: "T-CIAG-H02", resultingState: CertifIAGHabilitationState.suspended.rawValue,
    fr: "suspendre l'habilitation", en: "suspend the habilitation")

  /// Whose act it is; then, for the committee or in urgency, independence (R-ROLE-01), the standing, the reasons
  /// (R-ROLE-17).
  ///
  /// For those whose act it is not, nothing further is asked: theirs is a proposal.
  public static func verdicts(_ facts: Facts) -> [RuleVerdict] {
    if let refusal = authorityRefusal(facts) { return [.notMet(refusal)] }
    let conducted = facts.conductors.contains { $0.utf8.elementsEqual(facts.requester.utf8) }
    return [
      .met("R-CIAG-44"),
      .check(!conducted, "R-ROLE-01", orElse: RuleReason(rule: "R-ROLE-01", code: "committee-member-audited")),
      .check(
        facts.standing == .active, "T-CIAG-H02",
        orElse: RuleReason(
          rule: "T-CIAG-H02", code: "habilitation-not-active",
          facts: ["standing": facts.standing.map { [$0.rawValue] } ?? []])),
      .check(
        facts.proposal.hasGrounds, "R-ROLE-17", orElse: RuleReason(rule: "R-ROLE-17", code: "motive-missing")),
    ]
  }

  /// Whether a refused request stays a proposal to the committee: the one reason is that the act is the committee's.
  public static func staysProposal(_ judgement: ActJudgement) -> Bool {
    judgement.reasons.contains { $0.rule == "R-CIAG-44" }
  }

  private static func authorityRefusal(_ facts: Facts) -> RuleReason? {
    if facts.requesterRoles.contains(.committee) { return nil }
    let cited = ["points": facts.proposal.codes]
    guard facts.requesterRoles.contains(.office) else {
      return RuleReason(rule: "R-CIAG-44", code: "committee-suspends", facts: cited)
    }
    return facts.isUrgent ? nil : RuleReason(rule: "R-CIAG-44", code: "office-suspends-in-urgency-only", facts: cited)
  }
}
