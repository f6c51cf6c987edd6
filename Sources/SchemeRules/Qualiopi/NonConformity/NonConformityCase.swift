public import AuditModel
public import WorkingDays

/// What the guards of a non-conformity's acts look at: the non-conformity, and who asks.
public struct NonConformityCase: Sendable, Hashable {
  /// The non-conformity.
  public var nonConformity: NonConformityFacts
  /// Those who may rule on its evidence: the lead of its origin audit, and for what is left to the next audit the one
  /// the office named there.
  public var leads: Set<String>
  /// Whether two leads of the origin audit are recorded.
  public var isLeadInConflict: Bool
  /// Who requests the act.
  public var requester: String
  /// Their roles.
  public var requesterRoles: Set<Role>
  /// The civil date in Paris.
  public var today: CivilDate
  /// What must be done within the delay of a major.
  public var majorClockStops: MajorClockStop

  /// Gathers the facts.
  public init(
    _ nonConformity: NonConformityFacts, leads: Set<String>, isLeadInConflict: Bool = false, requester: String,
    requesterRoles: Set<Role>, today: CivilDate, majorClockStops: MajorClockStop = .evidenceReceived
  ) {
    self.nonConformity = nonConformity
    self.leads = leads
    self.isLeadInConflict = isLeadInConflict
    self.requester = requester
    self.requesterRoles = requesterRoles
    self.today = today
    self.majorClockStops = majorClockStops
  }

  /// The indicator as a fact of a reason.
  var indicators: [String: [String]] {
    ["indicators": nonConformity.indicator.map { [String($0.number)] } ?? []]
  }

  // MARK: checks several acts share

  /// The cumulation has no plan and no evidence of its own: it falls with the minors (R-QUAL-73), and no other rule is
  /// asked about it.
  func unlessCumulation(_ verdicts: () -> [RuleVerdict]) -> [RuleVerdict] {
    let own = RuleVerdict.check(
      !nonConformity.isCumulation, "R-QUAL-73", orElse: RuleReason(rule: "R-QUAL-73", code: "cumulation-by-itself"))
    return [own] + (nonConformity.isCumulation ? [] : verdicts())
  }

  /// The table has a move of these transitions out of the state, for the grade.
  func checkMove(_ transitions: RuleID...) -> RuleVerdict {
    let rule = transitions[0]
    if nonConformity.grade.isInConflict { return .notMet(QualiopiAuditFacts.conflictOpen(rule, field: "grade")) }
    let moves = transitions.compactMap { nonConformity.move($0) }
    guard let move = moves.first else {
      return .notMet(
        RuleReason(
          rule: rule, code: "nonconformity-state",
          facts: ["nonconformity": [nonConformity.state.rawValue]].merging(indicators) { $1 }))
    }
    return .met(move.id)
  }

  /// Auditors and the office record what the client sends.
  func checkRecorder(_ rule: RuleID) -> RuleVerdict {
    .check(
      !requesterRoles.isDisjoint(with: [.auditor, .office]), rule,
      orElse: RuleReason(rule: rule, code: "requester-cannot-record"))
  }

  /// The auditor rules on evidence (R-QUAL-82): the lead of the origin audit or of the next one.
  func checkLead() -> RuleVerdict {
    let leads = leads.contains { $0.utf8.elementsEqual(requester.utf8) }
    if !leads, isLeadInConflict { return .notMet(QualiopiAuditFacts.conflictOpen("R-QUAL-82", field: "lead")) }
    return .check(leads, "R-QUAL-82", orElse: RuleReason(rule: "R-QUAL-82", code: "requester-not-lead"))
  }

  /// A plan is recorded: of a minor by R-QUAL-75, of a major by R-QUAL-79.
  func checkPlan() -> RuleVerdict {
    .check(
      nonConformity.hasPlan, documentsRule,
      orElse: RuleReason(rule: documentsRule, code: "plan-missing", facts: indicators))
  }

  /// What asks for plan and evidence.
  var documentsRule: RuleID { nonConformity.grade.value == .major ? "R-QUAL-79" : "R-QUAL-75" }

  /// Evidence was received by the due date, that day included; the earliest piece of `evidence` decides, or the last
  /// where all of it is needed.
  func checkInTime(_ evidence: [EvidenceReceipt], needsAll: Bool) -> RuleVerdict {
    guard let clock = nonConformity.clock else { return .notApplicable("R-QUAL-76") }
    guard let due = clock.due else {
      return .notMet(RuleReason(rule: clock.rule, code: "audit-days-missing"))
    }
    let unknown = evidence.filter { $0.receivedOn == nil }
    let inTime = evidence.filter { $0.receivedOn.map { $0 <= due } ?? false }
    // With the strict reading of A-49 the ruling itself falls within the delay of a major.
    let isRulingInTime = majorClockStops == .evidenceReceived || clock.deadline == .qual11 || !clock.isOver(on: today)
    if isRulingInTime, needsAll ? inTime.count == evidence.count : !inTime.isEmpty { return .met(clock.rule) }
    if !unknown.isEmpty, isRulingInTime {
      return .check(
        false, "R-TIME-21", orElse: RuleReason(rule: "R-TIME-21", code: "receipt-unknown", facts: indicators))
    }
    let days = evidence.compactMap(\.receivedOn)
    let received = (needsAll ? days.max() : days.min()).map { [$0.description] } ?? []
    return .check(
      false, clock.rule,
      orElse: RuleReason(
        rule: clock.rule, code: isRulingInTime ? "evidence-late" : "ruling-late",
        facts: ["due": [due.description], "received": received].merging(indicators) { $1 }))
  }
}
