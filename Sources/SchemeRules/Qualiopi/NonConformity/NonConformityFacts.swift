public import SyncCore
public import WorkingDays

/// A non-conformity as guards, automatic effects and lists read it.
public struct NonConformityFacts: Sendable, Hashable {
  /// The non-conformity.
  public var entity: EntityID
  /// The indicator; nil for the cumulation (R-QUAL-68, R-QUAL-73).
  public var indicator: QualiopiIndicator?
  /// Minor or major.
  public var grade: FactReading<QualiopiGrade>
  /// Where it stands.
  public var state: QualiopiNonConformityState
  /// The audit that raised it; nil for one taken over from before.
  public var origin: EntityID?
  /// Whether an action plan is recorded: its text, or the letter that brought it.
  public var hasPlan: Bool
  /// The day the plan was received, when known.
  public var planReceivedOn: CivilDate?
  /// Whether the plan came after DL-QUAL-10: marked, never refused (R-QUAL-67).
  public var isPlanLate: Bool
  /// The evidence received, in the order of its references; for the cumulation, that on the minors which leaves few
  /// enough of them.
  public var evidence: [EvidenceReceipt]
  /// What the auditor found of it, as the act that is asked for reads it: unless that was refused.
  public var assessment: FactReading<EvidenceAssessment>
  /// The references of the evidence sent back by an act that was accepted.
  public var sentBack: Set<String>
  /// Its delay; nil while the grade is not settled.
  public var clock: NonConformityClock?
  /// For the cumulation: the day the evidence came whose lifting left few enough minors (R-QUAL-73, A-49).
  public var cumulationCuredOn: CivilDate?

  /// Gathers the facts.
  public init(
    _ entity: EntityID, _ indicator: QualiopiIndicator?, _ grade: FactReading<QualiopiGrade>,
    state: QualiopiNonConformityState, origin: EntityID? = nil, hasPlan: Bool = false,
    planReceivedOn: CivilDate? = nil, isPlanLate: Bool = false, evidence: [EvidenceReceipt] = [],
    assessment: FactReading<EvidenceAssessment> = .absent, sentBack: Set<String> = [],
    clock: NonConformityClock? = nil, cumulationCuredOn: CivilDate? = nil
  ) {
    self.entity = entity
    self.indicator = indicator
    self.grade = grade
    self.state = state
    self.origin = origin
    self.hasPlan = hasPlan
    self.planReceivedOn = planReceivedOn
    self.isPlanLate = isPlanLate
    self.evidence = evidence
    self.assessment = assessment
    self.sentBack = sentBack
    self.clock = clock
    self.cumulationCuredOn = cumulationCuredOn
  }

  /// Whether it stands for too many minors, and has no indicator of its own (R-QUAL-73).
  public var isCumulation: Bool { indicator == nil }

  /// The last day for evidence.
  public var due: CivilDate? { clock?.due }

  /// Whether an auditor of the next audit may rule on it: a minor, whose plan is audited there (R-QUAL-77), or a major
  /// past its delay (T-QUAL-N08).
  var isLeftToNextAudit: Bool { !isMajor || state == .notLifted }

  /// The move of a transition out of the state it is in, as the table has it for its grade.
  func move(_ transitions: RuleID...) -> StateTransition<QualiopiNonConformityState>? {
    guard let grade = grade.value else { return nil }
    return QualiopiNonConformityState.transitions.first { move in
      move.from == state && transitions.contains(move.id) && RuleSwitches.isOn(move.id)
        && QualiopiNonConformityState.isMove(move, for: grade)
    }
  }

  // MARK: evidence

  /// The evidence not sent back: all of it while the auditor's act is still to come.
  public var pendingEvidence: [EvidenceReceipt] {
    state == .evidenceReceived ? evidence : evidence.filter { !sentBack.contains($0.reference) }
  }

  /// Whether evidence received in time waits for the auditor's ruling: it stops the clock.
  public var hasEvidenceInTime: Bool {
    pendingEvidence.contains { $0.receivedOn.flatMap { clock?.isInTime($0) } ?? false }
  }

  /// Evidence received after the due date, kept and marked (GX-25, A-97).
  public var lateEvidence: [EvidenceReceipt] {
    evidence.filter { $0.receivedOn.flatMap { clock?.isInTime($0) } == false }
  }

  /// The evidence the auditor found sufficient; empty while they did not.
  public var sufficientEvidence: [EvidenceReceipt] {
    guard let assessment = assessment.value, assessment.isSufficient else { return [] }
    return evidence.filter(assessment.covers)
  }

  /// The day the evidence counts as received: for evidence found sufficient the day its last piece came, else the day
  /// the first piece came; nil while a date it rests on is unknown.
  public var evidenceReceivedOn: CivilDate? {
    if isCumulation { return cumulationCuredOn }
    let days = (sufficientEvidence.isEmpty ? evidence : sufficientEvidence).map(\.receivedOn)
    guard !days.contains(nil) else { return nil }
    return sufficientEvidence.isEmpty && state != .lifted ? days.compactMap { $0 }.min() : days.compactMap { $0 }.max()
  }
}
