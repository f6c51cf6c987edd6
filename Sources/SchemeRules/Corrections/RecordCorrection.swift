public import AuditModel
public import SyncCore
public import WorkingDays

/// The act `correction.record`: a person entitled to decide takes up again what rested on facts since corrected
/// (T-QUAL-X01, R-ROLE-18).
public enum RecordCorrection: GuardedAct {
  /// What its guard looks at.
  public struct Facts: Sendable, Hashable {
    /// What is corrected, when it is « à reprendre »; nil otherwise.
    public var reopening: Reopening?
    /// The facts cited, as the reopening names them.
    public var cited: [String]
    /// Maintained or replaced.
    public var outcome: FactReading<CorrectionOutcome>
    /// The state that replaces.
    public var standing: FactReading<String>
    /// From when it counts.
    public var from: FactReading<CivilDate>
    /// Why.
    public var motive: FactReading<String>
    /// Who asks.
    public var requester: UserID
    /// The requester's roles.
    public var roles: Set<Role>

    /// Gathers the facts.
    public init(
      reopening: Reopening?, cited: [String], outcome: FactReading<CorrectionOutcome>, standing: FactReading<String>,
      from: FactReading<CivilDate>, motive: FactReading<String>, requester: UserID, roles: Set<Role>
    ) {
      self.reopening = reopening
      self.cited = cited
      self.outcome = outcome
      self.standing = standing
      self.from = from
      self.motive = motive
      self.requester = requester
      self.roles = roles
    }
  }

  /// The act's row.
  public static let act = Act(
    "correction.record", .qualiopi, roles: [.decider], freezes: true, isBinding: true, transition: "T-QUAL-X01",
    resultingState: "corrected", fr: "enregistrer une reprise", en: "record a correction")

  /// Who corrects, what, on which fact, and what takes the place of what was.
  public static func verdicts(_ facts: Facts) -> [RuleVerdict] {
    [
      .check(
        facts.roles.contains(.decider), "R-ROLE-18",
        orElse: RuleReason(rule: "R-ROLE-18", code: "corrector-not-decider")),
      .check(
        !(facts.reopening?.barred.contains(facts.requester) ?? false), "R-ROLE-18",
        orElse: RuleReason(rule: "R-ROLE-18", code: "corrector-is-cause")),
      .check(facts.reopening != nil, "T-QUAL-X01", orElse: RuleReason(rule: "T-QUAL-X01", code: "not-reopened")),
      fact(facts), motive(facts.motive),
    ] + outcome(facts)
  }

  private static func fact(_ facts: Facts) -> RuleVerdict {
    guard let reopening = facts.reopening else { return .notApplicable("T-QUAL-X01") }
    let isCited =
      !facts.cited.isEmpty
      && facts.cited.allSatisfy { cited in
        reopening.facts.contains { $0.citation.utf8.elementsEqual(cited.utf8) }
      }
    return .check(isCited, "T-QUAL-X01", orElse: RuleReason(rule: "T-QUAL-X01", code: "new-fact-not-cited"))
  }

  private static func motive(_ motive: FactReading<String>) -> RuleVerdict {
    if motive.isInConflict { return .notMet(QualiopiAuditFacts.conflictOpen("R-ROLE-17", field: "correction.motive")) }
    return .check(
      motive.value.map { $0.contains { !$0.isWhitespace } } ?? false, "R-ROLE-17",
      orElse: RuleReason(rule: "R-ROLE-17", code: "motive-missing"))
  }

  private static func outcome(_ facts: Facts) -> [RuleVerdict] {
    switch facts.outcome {
    case .absent: [.notMet(RuleReason(rule: "T-QUAL-X01", code: "correction-outcome-missing"))]
    case .inConflict: [.notMet(QualiopiAuditFacts.conflictOpen("T-QUAL-X01", field: "correction.outcome"))]
    case .settled(.maintained): [.met("T-QUAL-X01")]
    case .settled(.replaced): [standing(facts), from(facts.from)]
    }
  }

  private static func standing(_ facts: Facts) -> RuleVerdict {
    if facts.standing.isInConflict {
      return .notMet(QualiopiAuditFacts.conflictOpen("T-QUAL-X01", field: "correction.standing"))
    }
    guard let reopening = facts.reopening else { return .notApplicable("T-QUAL-X01") }
    let allowed = CorrectedMachine.all(of: reopening.subject).flatMap(\.states)
    return .check(
      facts.standing.value.map(allowed.contains) ?? false, "T-QUAL-X01",
      orElse: RuleReason(
        rule: "T-QUAL-X01", code: "replacing-state-unknown", facts: ["correctedStates": allowed]))
  }

  private static func from(_ from: FactReading<CivilDate>) -> RuleVerdict {
    if from.isInConflict { return .notMet(QualiopiAuditFacts.conflictOpen("T-QUAL-X01", field: "correction.from")) }
    return .check(
      from.value != nil, "T-QUAL-X01", orElse: RuleReason(rule: "T-QUAL-X01", code: "correction-date-missing"))
  }
}
