public import AuditModel

/// The act `audit.bill`: the decided audit goes onto the billing list (T-QUAL-A14, R-QUAL-94).
public enum BillAudit: GuardedAct {
  /// What the guard looks at.
  public struct Facts: Sendable, Hashable {
    /// What the lines are computed from.
    public var billing: QualiopiBilling.Facts
    /// Fields the amounts rest on that two people wrote differently.
    public var conflicts: [String]
    /// The requester's roles.
    public var requesterRoles: Set<Role>

    /// Gathers the facts.
    public init(billing: QualiopiBilling.Facts, conflicts: [String] = [], requesterRoles: Set<Role>) {
      self.billing = billing
      self.conflicts = conflicts
      self.requesterRoles = requesterRoles
    }
  }

  /// The act's row.
  public static let act = Act(
    "audit.bill", .qualiopi, roles: [.office], freezes: false, isBinding: false, transition: "T-QUAL-A14",
    resultingState: QualiopiAuditState.invoiced.rawValue, fr: "porter l'audit à facturer",
    en: "put the audit on the billing list")

  /// Who, decided, nothing in dispute (T-QUAL-A14), then what billing itself asks (R-QUAL-94, R-QUAL-112, R-QUAL-114).
  public static func verdicts(_ facts: Facts) -> [RuleVerdict] {
    [
      .check(
        facts.requesterRoles.contains(.office), "T-QUAL-A14",
        orElse: RuleReason(rule: "T-QUAL-A14", code: "billing-is-the-offices")),
      decided(facts.billing.state),
      .check(
        facts.conflicts.isEmpty, "T-QUAL-A14",
        orElse: RuleReason(rule: "T-QUAL-A14", code: "conflict-open", facts: ["fields": facts.conflicts])),
    ] + QualiopiBilling.verdicts(facts.billing)
  }

  /// The moment comes with the file's passing to decision; the move waits for the decision itself, or it would be lost.
  private static func decided(_ state: QualiopiAuditState?) -> RuleVerdict {
    guard state == .inDecision else { return .notApplicable("T-QUAL-A14") }
    return .notMet(
      RuleReason(
        rule: "T-QUAL-A14", code: "billed-while-in-decision", facts: ["state": state.map { [$0.rawValue] } ?? []]))
  }
}
