import Testing

@testable import SchemeRules

@Suite struct AuditStateTests {
  static func row(_ transition: StateTransition<QualiopiAuditState>) -> String {
    let actors = transition.actors.map(\.rawValue).sorted().joined(separator: ",")
    return "\(transition.id) \(transition.from?.rawValue ?? "-") \(transition.to.rawValue) \(actors)"
  }

  static func row(_ transition: StateTransition<QualiopiNonConformityState>) -> String {
    let actors = transition.actors.map(\.rawValue).sorted().joined(separator: ",")
    return "\(transition.id) \(transition.from?.rawValue ?? "-") \(transition.to.rawValue) \(actors)"
  }

  @Test func `T-QUAL-A01 to T-QUAL-A14 are these moves and no other`() {
    #expect(
      QualiopiAuditState.transitions.map(Self.row) == [
        "T-QUAL-A01 quoted contracted client",
        "T-QUAL-A02 contracted planned planning",
        "T-QUAL-A03 planned auditorNamed planning",
        "T-QUAL-A04 auditorNamed noticed planning",
        "T-QUAL-A04 noticed noticeValidated client",
        "T-QUAL-A05 noticeValidated planSent auditor",
        "T-QUAL-A06 contracted inProgress auditor",
        "T-QUAL-A06 planned inProgress auditor",
        "T-QUAL-A06 auditorNamed inProgress auditor",
        "T-QUAL-A06 noticed inProgress auditor",
        "T-QUAL-A06 noticeValidated inProgress auditor",
        "T-QUAL-A06 planSent inProgress auditor",
        "T-QUAL-A07 inProgress done auditor",
        "T-QUAL-A08 done reportProvisional auditor",
        "T-QUAL-A09 reportProvisional reportAnswered client",
        "T-QUAL-A10 reportAnswered reportClosed auditor",
        "T-QUAL-A11 reportAnswered evidencePending auditor",
        "T-QUAL-A12 evidencePending reportClosed auditor",
        "T-QUAL-A12 reportProvisional reportClosed auditor",
        "T-QUAL-A13 reportClosed inDecision auditor",
        "T-QUAL-A13 inDecision decided decider",
        "T-QUAL-A14 decided invoiced billing",
      ])
  }

  @Test func `every state but the side end is on a path from quoted, and the ends lead nowhere`() {
    var reached: Set<QualiopiAuditState> = [.quoted]
    for _ in QualiopiAuditState.allCases {
      reached.formUnion(reached.flatMap(\.transitionsFromHere).map(\.to))
    }
    #expect(reached == Set(QualiopiAuditState.allCases).subtracting([.cancelled]))
    #expect(QualiopiAuditState.invoiced.transitionsFromHere.isEmpty)
    #expect(QualiopiAuditState.cancelled.transitionsFromHere.isEmpty)
  }

  @Test func `T-QUAL-A06 a started audit is in progress whatever step was skipped, and a later state stays`() {
    for state in [QualiopiAuditState.contracted, .planned, .auditorNamed, .noticed, .noticeValidated, .planSent] {
      #expect(QualiopiAuditState.standing(recorded: state, isStarted: true) == .inProgress)
      #expect(QualiopiAuditState.standing(recorded: state, isStarted: false) == state)
    }
    #expect(QualiopiAuditState.standing(recorded: nil, isStarted: true) == .inProgress)
    #expect(QualiopiAuditState.standing(recorded: nil, isStarted: false) == nil)
    for state in [QualiopiAuditState.done, .reportProvisional, .decided, .cancelled] {
      #expect(QualiopiAuditState.standing(recorded: state, isStarted: true) == state)
    }
  }

  @Test func `T-QUAL-N01 to T-QUAL-N08 are these moves and no other`() {
    #expect(
      QualiopiNonConformityState.transitions.map(Self.row) == [
        "T-QUAL-N01 - raised auditor",
        "T-QUAL-N02 raised planReceived client",
        "T-QUAL-N03 planReceived evidenceReceived client",
        "T-QUAL-N04 evidenceReceived lifted auditor",
        "T-QUAL-N04 evidenceReceived planReceived auditor",
        "T-QUAL-N05 raised overdue automatic",
        "T-QUAL-N05 planReceived overdue automatic",
        "T-QUAL-N06 raised requalified auditor",
        "T-QUAL-N06 planReceived requalified auditor",
        "T-QUAL-N06 evidenceReceived requalified auditor",
        "T-QUAL-N06 overdue requalified auditor",
        "T-QUAL-N07 raised notLifted automatic",
        "T-QUAL-N07 planReceived notLifted automatic",
        "T-QUAL-N07 evidenceReceived notLifted automatic",
        "T-QUAL-N08 overdue lifted auditor",
        "T-QUAL-N08 notLifted lifted auditor",
      ])
  }

  @Test func `T-QUAL-N05 T-QUAL-N06 are for minors, T-QUAL-N07 for majors, and no other grade moves`() {
    let ids = Set(QualiopiNonConformityState.transitions.map(\.id))
    #expect(ids.isSuperset(of: ["T-QUAL-N05", "T-QUAL-N06", "T-QUAL-N07"]))
    for move in QualiopiNonConformityState.transitions {
      let grades = QualiopiGrade.allCases.filter { QualiopiNonConformityState.isMove(move, for: $0) }
      let expected: [QualiopiGrade] =
        switch move.id {
        case "T-QUAL-N05", "T-QUAL-N06": [.minor]
        case "T-QUAL-N07": [.major]
        case "T-QUAL-N08": move.from == .overdue ? [.minor] : [.major]
        default: [.major, .minor]
        }
      #expect(grades == expected, "\(move.id)")
    }
    let invented = StateTransition("T-QUAL-N09", from: QualiopiNonConformityState.lifted, to: .raised, by: [.auditor])
    #expect(!QualiopiNonConformityState.isMove(invented, for: .minor))
  }

  @Test func `a non-conformity is open until it is lifted or requalified`() {
    #expect(
      QualiopiNonConformityState.allCases.filter(\.isOpen)
        == [.raised, .planReceived, .evidenceReceived, .overdue, .notLifted])
  }
}
