public import AuditModel

/// The act `billing.correct`: a negative line that names the line it corrects (R-QUAL-94).
public enum CorrectBilling: GuardedAct {
  /// What the guard looks at.
  public struct Facts: Sendable, Hashable {
    /// The correction asked for.
    public var correction: BillingCorrection.Facts
    /// Whether what is asked about is a line already.
    public var isLine: Bool
    /// The requester's roles.
    public var requesterRoles: Set<Role>

    /// Gathers the facts.
    public init(correction: BillingCorrection.Facts, isLine: Bool = false, requesterRoles: Set<Role>) {
      self.correction = correction
      self.isLine = isLine
      self.requesterRoles = requesterRoles
    }
  }

  /// The act's row; it moves no machine.
  public static let act = Act(
    "billing.correct", .qualiopi, roles: [.office], freezes: false, isBinding: false, transition: "R-QUAL-94",
    resultingState: "", fr: "corriger une ligne à facturer", en: "correct a line to invoice")

  /// Who, once, then what a correction asks; nothing more is asked of what is a line already.
  public static func verdicts(_ facts: Facts) -> [RuleVerdict] {
    if facts.isLine { return [.notMet(RuleReason(rule: "R-QUAL-94", code: "correction-recorded-already"))] }
    return [
      .check(
        facts.requesterRoles.contains(.office), "R-QUAL-94",
        orElse: RuleReason(rule: "R-QUAL-94", code: "billing-is-the-offices"))
    ] + BillingCorrection.verdicts(facts.correction)
  }
}
