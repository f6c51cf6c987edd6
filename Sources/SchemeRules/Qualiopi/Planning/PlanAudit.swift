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
    /// Where the certificate stands.
    public var certificate: CertificateStanding
    /// The indicators the plan leaves out.
    public var leftOut: [Int]

    /// Gathers the facts.
    public init(
      path: AuditPathFacts, plan: PlanReading, certificate: CertificateStanding = .notGranted, leftOut: [Int] = []
    ) {
      self.path = path
      self.plan = plan
      self.certificate = certificate
      self.leftOut = leftOut
    }
  }

  /// State, office, contract (R-QUAL-27), then what `AuditPlanning` says, what an ended certificate leaves open, and
  /// what the scope leaves out.
  public static func verdicts(_ facts: Facts) -> [RuleVerdict] {
    [
      facts.path.checkStanding(.contracted, "T-QUAL-A02", code: "audit-not-contracted"),
      facts.path.checkOffice("T-QUAL-A02"),
    ] + facts.path.checkContract("R-QUAL-27") + facts.plan.verdicts("T-QUAL-A02")
      + [leadsToCertificate(facts), leavesOut(facts)]
  }

  /// Only a shortened initial audit leaves applicable indicators out; the surveillance then looks at them (R-QUAL-60).
  private static func leavesOut(_ facts: Facts) -> RuleVerdict {
    guard !facts.leftOut.isEmpty, let kind = facts.path.kind.value else { return .notApplicable("R-QUAL-60") }
    return .check(
      kind == .initial, "R-QUAL-60",
      orElse: RuleReason(
        rule: "R-QUAL-60", code: "left-out-not-initial", facts: ["indicators": facts.leftOut.map(String.init)]))
  }

  /// After a withdrawal, a refusal or an expiry only an initial audit leads to a certificate (R-QUAL-86).
  ///
  /// A renewal that was planned while the certificate ran goes on: it may open a late cycle (R-QUAL-142).
  private static func leadsToCertificate(_ facts: Facts) -> RuleVerdict {
    guard facts.certificate.isEnded, let kind = facts.path.kind.value else { return .notApplicable("R-QUAL-86") }
    return .check(
      NextAuditKinds.allowed(standing: facts.certificate).contains(kind), "R-QUAL-86",
      orElse: RuleReason(
        rule: "R-QUAL-86", code: "initial-audit-needed", facts: ["certificate": [facts.certificate.rawValue]]))
  }
}
