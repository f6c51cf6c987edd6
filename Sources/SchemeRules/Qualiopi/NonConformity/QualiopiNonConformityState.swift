public import AuditModel

/// Where a non-conformity stands (RULEBOOK §3.2.3); the raw value is the wire name.
public enum QualiopiNonConformityState: String, Sendable, Hashable, CaseIterable {
  case raised, planReceived, evidenceReceived
  /// The end wished for.
  case lifted
  /// A minor past its six months; still open.
  case overdue
  /// An end: a major of the next audit stands in its place.
  case requalified
  /// A major past its delay; still open.
  case notLifted

  /// Whether it still stands against the body.
  public var isOpen: Bool { self != .lifted && self != .requalified }

  /// The moves, T-QUAL-N01 to T-QUAL-N08; which grade makes which is said by `isMove(_:for:)`.
  public static let transitions: [StateTransition<QualiopiNonConformityState>] = table.filter {
    RuleSwitches.isOn($0.id)
  }

  private static let table: [StateTransition<QualiopiNonConformityState>] =
    [
      StateTransition("T-QUAL-N01", from: nil, to: .raised, by: [.auditor]),
      StateTransition("T-QUAL-N02", from: .raised, to: .planReceived, by: [.client]),
      StateTransition("T-QUAL-N03", from: .planReceived, to: .evidenceReceived, by: [.client]),
      StateTransition("T-QUAL-N04", from: .evidenceReceived, to: .lifted, by: [.auditor]),
      StateTransition("T-QUAL-N04", from: .evidenceReceived, to: .planReceived, by: [.auditor]),
    ]
    + [.raised, .planReceived].map { StateTransition("T-QUAL-N05", from: $0, to: .overdue, by: [.automatic]) }
    + [.raised, .planReceived, .evidenceReceived, .overdue].map {
      StateTransition("T-QUAL-N06", from: $0, to: .requalified, by: [.auditor])
    }
    + [.raised, .planReceived, .evidenceReceived].map {
      StateTransition("T-QUAL-N07", from: $0, to: .notLifted, by: [.automatic])
    }
    + [.overdue, .notLifted].map { StateTransition("T-QUAL-N08", from: $0, to: .lifted, by: [.auditor]) }

  /// Whether a move is one a non-conformity of this grade makes: minors go overdue and are requalified, majors are
  /// not lifted in time.
  public static func isMove(
    _ transition: StateTransition<QualiopiNonConformityState>, for grade: QualiopiGrade
  ) -> Bool {
    guard transitions.contains(transition), grade.isNonConformity else { return false }
    switch (transition.to, transition.from) {
    case (.overdue, _), (.requalified, _), (_, .overdue): return grade == .minor
    case (.notLifted, _), (_, .notLifted): return grade == .major
    default: return true
    }
  }

  /// How the cumulation ends: it falls, in time or late, with the lifting that leaves few enough minors (R-QUAL-73).
  public static let cumulationTransitions: [StateTransition<QualiopiNonConformityState>] =
    [.raised, .notLifted].map { StateTransition("R-QUAL-73", from: $0, to: .lifted, by: [.auditor]) }

  /// The move of a cumulation once so many minors of its audit are left; nil while they are more than it may carry.
  static func cumulationMove(from state: Self, minorsLeft: Int, max: Int) -> StateTransition<Self>? {
    guard minorsLeft <= max, RuleSwitches.isOn("R-QUAL-73") else { return nil }
    return cumulationTransitions.first { $0.from == state }
  }

  /// The words on screen.
  public var words: LocalizedText {
    switch self {
    case .raised: LocalizedText(fr: "relevée", en: "raised")
    case .planReceived: LocalizedText(fr: "plan d'action reçu", en: "plan received")
    case .evidenceReceived: LocalizedText(fr: "preuves reçues", en: "evidence received")
    case .lifted: LocalizedText(fr: "levée", en: "lifted")
    case .overdue: LocalizedText(fr: "en retard", en: "overdue")
    case .requalified: LocalizedText(fr: "requalifiée", en: "requalified")
    case .notLifted: LocalizedText(fr: "non levée dans le délai", en: "not lifted in time")
    }
  }
}
