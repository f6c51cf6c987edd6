import AuditModel

/// The act `audit.plan`: planning gives the audit its days (T-QUAL-A02).
///
/// A date settled between client and auditor counts from here on, not before (R-QUAL-47).
public enum PlanAudit: GuardedAct {
  /// The act's row.
  public static let act = Act(
    "audit.plan", .qualiopi, roles: [.office], freezes: false, isBinding: false, transition: "T-QUAL-A02",
    resultingState: QualiopiAuditState.planned.rawValue, fr: "planifier l'audit", en: "plan the audit")

  /// What the guard looks at.
  public struct Facts: Sendable, Hashable {
    /// Where the audit stands.
    public var path: AuditPathFacts
    /// Its dates, mode, place and conditions; why not, where they cannot be read.
    public var plan: PlanReading

    /// Gathers the facts.
    public init(path: AuditPathFacts, plan: PlanReading) {
      self.path = path
      self.plan = plan
    }
  }

  /// State, office, contract (R-QUAL-27), then what `AuditPlanning` says.
  public static func verdicts(_ facts: Facts) -> [RuleVerdict] {
    [
      facts.path.checkStanding(.contracted, "T-QUAL-A02", code: "audit-not-contracted"),
      facts.path.checkOffice("T-QUAL-A02"),
    ] + facts.path.checkContract("R-QUAL-27") + facts.plan.verdicts("T-QUAL-A02")
  }
}
