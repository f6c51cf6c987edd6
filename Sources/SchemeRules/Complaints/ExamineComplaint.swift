public import AuditModel
public import SyncCore

/// The act `complaint.examine`: people not involved in the matter examine a complaint or an appeal (R-ROLE-21).
///
/// It changes no state: a decision changed by it is a correction (R-ROLE-18).
public enum ExamineComplaint: GuardedAct {
  /// What its guard looks at.
  public struct Facts: Sendable, Hashable {
    /// Whether the register is held (`complaintsRegister`, A-50).
    public var isRegisterHeld: Bool
    /// Whether the mail it came by is in the register with the day it was received.
    public var isReceived: Bool
    /// The matter.
    public var matter: FactReading<ComplaintMatter>
    /// Who conducted, reviewed or decided the matter.
    public var involved: Set<UserID>
    /// What comes of it.
    public var outcome: FactReading<String>
    /// Who asks.
    public var requester: UserID
    /// The requester's roles.
    public var roles: Set<Role>

    /// Gathers the facts.
    public init(
      isRegisterHeld: Bool, isReceived: Bool, matter: FactReading<ComplaintMatter>, involved: Set<UserID>,
      outcome: FactReading<String>, requester: UserID, roles: Set<Role>
    ) {
      self.isRegisterHeld = isRegisterHeld
      self.isReceived = isReceived
      self.matter = matter
      self.involved = involved
      self.outcome = outcome
      self.requester = requester
      self.roles = roles
    }
  }

  /// The act's row.
  public static let act = Act(
    "complaint.examine", .qualiopi, roles: [.decider], freezes: false, isBinding: false, transition: "R-ROLE-21",
    resultingState: "examined", fr: "examiner une réclamation ou un recours", en: "examine a complaint or an appeal")

  /// Who examines, what, and what comes of it.
  public static func verdicts(_ facts: Facts) -> [RuleVerdict] {
    func check(_ isMet: Bool, _ code: String) -> RuleVerdict {
      .check(isMet, "R-ROLE-21", orElse: RuleReason(rule: "R-ROLE-21", code: code))
    }
    let conflicts = [
      ("complaint.concerns", facts.matter.isInConflict), ("complaint.outcome", facts.outcome.isInConflict),
    ]
    .filter(\.1).map(\.0)
    if let field = conflicts.first { return [.notMet(QualiopiAuditFacts.conflictOpen("R-ROLE-21", field: field))] }
    return [
      check(facts.isRegisterHeld, "complaints-not-held"),
      check(facts.roles.contains(.decider), "examiner-not-decider"),
      check(facts.isReceived, "complaint-not-received"),
      check(facts.matter.value != .unknown, "complaint-matter-unknown"),
      check(!facts.involved.contains(facts.requester), "examiner-involved"),
      check(facts.outcome.value.map { $0.contains { !$0.isWhitespace } } ?? false, "complaint-outcome-missing"),
    ]
  }
}
