public import WorkingDays

/// What the guards look at between the presented report and the decision (T-QUAL-A09 to T-QUAL-A13).
public struct ReportFacts: Sendable, Hashable {
  /// The audit and who requests the act.
  public var audit: QualiopiAuditFacts
  /// The day the body received the provisional report; nil while nobody recorded it.
  public var presentedOn: CivilDate?
  /// The body's answer.
  public var answer: FactReading<ReportAnswer>
  /// The non-conformities the audit raised, the cumulation among them.
  public var nonConformities: [NonConformityFacts]
  /// The civil date in Paris.
  public var today: CivilDate
  /// The readings in force.
  public var settings: QualiopiSettings

  /// Gathers the facts.
  public init(
    audit: QualiopiAuditFacts, presentedOn: CivilDate?, answer: FactReading<ReportAnswer>,
    nonConformities: [NonConformityFacts], today: CivilDate, settings: QualiopiSettings = .standard
  ) {
    self.audit = audit
    self.presentedOn = presentedOn
    self.answer = answer
    self.nonConformities = nonConformities
    self.today = today
    self.settings = settings
  }

  /// The last day for the answer (DL-QUAL-10); nil while the receipt of the report is not recorded.
  public var answerDue: CivilDate? { presentedOn.flatMap { RuleDueDate.of(.qual10, from: $0, settings: settings) } }

  /// Whether the answer came after its last day: marked, never refused.
  public var isAnswerLate: Bool {
    guard let due = answerDue, let day = answer.value?.receivedOn else { return false }
    return due < day
  }

  /// Whether the answer is all that `report.answer` asks of it: then that act records it.
  var isAnswerComplete: Bool { (answer.value?.isReceived ?? false) && withoutPlan(nonConformities).isEmpty }

  /// Majors still open, the cumulation among them.
  var openMajors: [NonConformityFacts] { nonConformities.filter { $0.isMajor && $0.state.isOpen } }

  /// Majors lifted on evidence that came after their delay, which grounds no favourable decision.
  var majorsLiftedLate: [NonConformityFacts] {
    nonConformities.filter { major in
      guard major.isMajor, major.state == .lifted, let due = major.due else { return false }
      return major.evidenceReceivedOn.map { due < $0 } ?? true
    }
  }

  /// The move of a transition out of the state the audit is in, as the table has it.
  func move(_ transitions: RuleID...) -> StateTransition<QualiopiAuditState>? {
    QualiopiAuditState.transitions.first { move in
      move.from == audit.state && transitions.contains(move.id) && RuleSwitches.isOn(move.id)
    }
  }

  // MARK: checks several acts share

  func checkMove(_ transitions: RuleID..., code: String) -> RuleVerdict {
    guard let move = transitions.compactMap({ self.move($0) }).first else {
      return .notMet(
        RuleReason(
          rule: transitions[0], code: code, facts: ["state": audit.state.map { [$0.rawValue] } ?? []]))
    }
    return .met(move.id)
  }

  /// An action plan for each non-conformity of some; the cumulation has none of its own.
  func checkPlans(_ nonConformities: [NonConformityFacts], _ rule: RuleID) -> RuleVerdict {
    let without = withoutPlan(nonConformities)
    return .check(
      without.isEmpty, rule,
      orElse: RuleReason(rule: rule, code: "plan-missing", facts: ["indicators": without.indicatorValues]))
  }

  private func withoutPlan(_ nonConformities: [NonConformityFacts]) -> [NonConformityFacts] {
    nonConformities.filter { !$0.isCumulation && $0.state.isOpen && !$0.hasPlan }
  }
}

extension NonConformityFacts {
  /// Whether it counts as a major; where two grades stand against each other the graver does.
  public var isMajor: Bool {
    switch grade {
    case .absent: false
    case .settled(let grade): grade == .major
    case .inConflict(let grades): grades.contains(.major)
    }
  }
}

extension Sequence<NonConformityFacts> {
  /// Their indicators as a fact of a reason, ascending.
  var indicatorValues: [String] { compactMap(\.indicator).factValues }
}
