import AuditModel

/// The act `audit.cancel`: the office gives an audit up before it begins; its path ends there (R-QUAL-57).
public enum CancelAudit: GuardedAct {
  /// The act's row.
  public static let act = Act(
    "audit.cancel", .qualiopi, roles: [.office], freezes: false, isBinding: false, transition: "R-QUAL-57",
    resultingState: QualiopiAuditState.cancelled.rawValue, fr: "annuler l'audit", en: "cancel the audit")

  /// What the guard looks at.
  public struct Facts: Sendable, Hashable {
    /// Where the audit stands.
    public var path: AuditPathFacts
    /// Why.
    public var motive: FactReading<String>

    /// Gathers the facts.
    public init(path: AuditPathFacts, motive: FactReading<String>) {
      self.path = path
      self.motive = motive
    }
  }

  /// Not begun as recorded, office, a motive.
  public static func verdicts(_ facts: Facts) -> [RuleVerdict] {
    let standing = facts.path.standing
    return [
      .check(
        standing.isBefore(.inProgress), "R-QUAL-57",
        orElse: RuleReason(
          rule: "R-QUAL-57", code: standing == .cancelled ? "already-cancelled" : "audit-begun",
          facts: ["state": [standing.rawValue]])),
      facts.path.checkOffice("R-QUAL-57"), motive(facts.motive),
    ]
  }

  private static func motive(_ motive: FactReading<String>) -> RuleVerdict {
    if motive.isInConflict { return .notMet(QualiopiAuditFacts.conflictOpen("R-QUAL-57", field: "cancellation")) }
    return .check(
      motive.value?.contains { !$0.isWhitespace } ?? false, "R-QUAL-57",
      orElse: RuleReason(rule: "R-QUAL-57", code: "cancellation-without-motive"))
  }
}
