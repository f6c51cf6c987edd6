import AuditModel
import Testing
import WorkingDays

@testable import SchemeRules

@Suite struct NonConformityActsTests {
  private typealias Fixture = NonConformityFixture

  /// Which states an act moves out of, by grade; every other pair is refused.
  private static let moves: [(act: String, grade: QualiopiGrade, from: Set<QualiopiNonConformityState>)] = [
    ("plan", .minor, [.raised]), ("plan", .major, [.raised]),
    ("evidence", .minor, [.planReceived]), ("evidence", .major, [.planReceived]),
    ("lift", .minor, [.evidenceReceived, .overdue]), ("lift", .major, [.evidenceReceived, .notLifted]),
    ("return", .minor, [.evidenceReceived]), ("return", .major, [.evidenceReceived]),
  ]

  private func judge(_ act: String, _ facts: NonConformityFacts) throws -> ActJudgement {
    switch act {
    case "plan": ReceivePlan.judge(try Fixture.asked(facts))
    case "evidence": ReceiveEvidence.judge(try Fixture.asked(facts))
    case "lift": LiftNonConformity.judge(try Fixture.asked(facts.assessed(true)))
    default: ReturnEvidence.judge(try Fixture.asked(facts.assessed(false, reason: "pièce illisible")))
    }
  }

  @Test(arguments: moves.indices)
  func `T-QUAL-N02 T-QUAL-N03 T-QUAL-N04 T-QUAL-N08 each act moves out of its states and out of no other`(
    _ index: Int
  ) throws {
    let row = Self.moves[index]
    for state in QualiopiNonConformityState.allCases {
      let refusals = try judge(row.act, try Fixture.facts(row.grade, state, received: "2026-12-01")).refusals()
      if row.from.contains(state) {
        #expect(refusals.isEmpty, "\(row.act) \(row.grade) \(state)")
      } else {
        #expect(
          refusals.count == 1 && refusals[0].hasSuffix("nonconformity-state"), "\(row.act) \(row.grade) \(state)")
      }
    }
  }

  @Test func `T-QUAL-N02 a plan that nobody recorded moves nothing`() throws {
    var facts = try Fixture.facts(.minor, .raised)
    facts.hasPlan = false
    #expect(ReceivePlan.judge(try Fixture.asked(facts)).refusals() == ["R-QUAL-75 plan-missing"])
    facts.grade = .settled(.major)
    #expect(ReceivePlan.judge(try Fixture.asked(facts)).refusals() == ["R-QUAL-79 plan-missing"])
  }

  @Test func `R-QUAL-67 a plan received late is taken all the same`() throws {
    var facts = try Fixture.facts(.minor, .raised)
    facts.isPlanLate = true
    #expect(ReceivePlan.judge(try Fixture.asked(facts)).outcome == .accepted)
  }

  @Test func `GX-21 R-QUAL-76 a minor's evidence of the last day is in time`() throws {
    let facts = try Fixture.facts(.minor, .planReceived, received: "2027-02-28", end: "2026-08-31")
    #expect(ReceiveEvidence.judge(try Fixture.asked(facts, today: "2027-03-15")).outcome == .accepted)
  }

  @Test func `GX-22 R-QUAL-76 a minor's evidence of the day after is kept, and moves nothing`() throws {
    let facts = try Fixture.facts(.minor, .planReceived, received: "2027-03-01", end: "2026-08-31")
    let judgement = ReceiveEvidence.judge(try Fixture.asked(facts))
    #expect(judgement.refusals() == ["R-QUAL-76 evidence-late"])
    #expect(judgement.reasons[0].text.what.fr.contains("1er mars 2027"))
    #expect(judgement.reasons[0].text.why.en.contains("28 February 2027"))
    #expect(facts.lateEvidence.count == 1)
  }

  @Test func `GX-24 R-QUAL-81 a major's evidence of the last day is in time, three months inclusive`() throws {
    let facts = try Fixture.facts(.major, .planReceived, received: "2027-02-18")
    #expect(ReceiveEvidence.judge(try Fixture.asked(facts)).outcome == .accepted)
  }

  @Test func `GX-25 R-QUAL-81 a major's evidence of the day after is recorded, marked late, and moves nothing`() throws
  {
    let facts = try Fixture.facts(.major, .planReceived, received: "2027-02-19")
    #expect(ReceiveEvidence.judge(try Fixture.asked(facts)).refusals() == ["R-QUAL-81 evidence-late"])
    #expect(facts.lateEvidence.map(\.reference) == ["mail/0"])
    #expect(!facts.hasEvidenceInTime)
  }

  @Test func `R-QUAL-75 R-QUAL-79 without evidence, or with evidence sent back, nothing moves`() throws {
    let minor = try Fixture.facts(.minor, .planReceived)
    #expect(ReceiveEvidence.judge(try Fixture.asked(minor)).refusals() == ["R-QUAL-75 no-evidence-received"])
    let major = try Fixture.facts(.major, .planReceived, received: "2026-12-01")
      .assessed(false, on: ["mail/0"], reason: "illisible")
    #expect(ReceiveEvidence.judge(try Fixture.asked(major)).refusals() == ["R-QUAL-79 no-evidence-received"])
    var more = major
    more.evidence.append(EvidenceReceipt("mail/1", receivedOn: try Fixture.day("2026-12-10")))
    #expect(ReceiveEvidence.judge(try Fixture.asked(more)).outcome == .accepted)
  }

  @Test func `R-TIME-21 evidence whose receipt nobody recorded moves nothing`() throws {
    var facts = try Fixture.facts(.major, .planReceived)
    facts.evidence = [EvidenceReceipt("mail/1", receivedOn: nil)]
    #expect(ReceiveEvidence.judge(try Fixture.asked(facts)).refusals() == ["R-TIME-21 receipt-unknown"])
    #expect(facts.evidenceReceivedOn == nil)
  }

  @Test func `R-QUAL-81 without the last day of the audit nothing is said in time`() throws {
    var facts = try Fixture.facts(.major, .planReceived, received: "2026-12-01")
    facts.clock = NonConformityClock(.major, from: nil, certificateEnd: nil)
    #expect(ReceiveEvidence.judge(try Fixture.asked(facts)).refusals() == ["R-QUAL-81 audit-days-missing"])
  }

  @Test func `R-QUAL-82 the lead of the audit rules on evidence, nobody else does`() throws {
    let facts = try Fixture.facts(.major, .evidenceReceived, received: "2026-12-01")
    for stranger in [try Fixture.asked(facts.assessed(true), by: Fixture.stranger)] {
      #expect(LiftNonConformity.judge(stranger).refusals() == ["R-QUAL-82 requester-not-lead"])
      var disputed = stranger
      disputed.isLeadInConflict = true
      #expect(LiftNonConformity.judge(disputed).refusals() == ["R-QUAL-82 conflict-open"])
    }
    let returned = try Fixture.asked(facts.assessed(false, reason: "illisible"), by: Fixture.stranger)
    #expect(ReturnEvidence.judge(returned).refusals() == ["R-QUAL-82 requester-not-lead"])
  }

  @Test func `T-QUAL-N02 T-QUAL-N03 an auditor or the office records what the client sends`() throws {
    let raised = try Fixture.facts(.minor, .raised)
    let waiting = try Fixture.facts(.minor, .planReceived, received: "2026-12-01")
    #expect(ReceivePlan.judge(try Fixture.asked(raised, by: Fixture.stranger, roles: [.office])).outcome == .accepted)
    #expect(
      ReceivePlan.judge(try Fixture.asked(raised, roles: [.decider])).refusals() == [
        "T-QUAL-N02 requester-cannot-record"
      ])
    #expect(
      ReceiveEvidence.judge(try Fixture.asked(waiting, roles: [.decider])).refusals() == [
        "T-QUAL-N03 requester-cannot-record"
      ])
  }

  @Test func `R-QUAL-82 evidence is lifted on only when found sufficient, sent back only with a reason`() throws {
    let facts = try Fixture.facts(.major, .evidenceReceived, received: "2026-12-01")
    #expect(LiftNonConformity.judge(try Fixture.asked(facts)).refusals() == ["R-QUAL-82 evidence-not-sufficient"])
    #expect(
      LiftNonConformity.judge(try Fixture.asked(facts.assessed(false, reason: "illisible"))).refusals() == [
        "R-QUAL-82 evidence-not-sufficient"
      ])
    for reason in [nil, " "] as [String?] {
      #expect(
        ReturnEvidence.judge(try Fixture.asked(facts.assessed(false, reason: reason))).refusals() == [
          "R-QUAL-82 return-reason-missing"
        ])
    }
    var disputed = facts
    disputed.assessment = .inConflict([EvidenceAssessment(isSufficient: true), EvidenceAssessment(isSufficient: false)])
    #expect(LiftNonConformity.judge(try Fixture.asked(disputed)).refusals() == ["R-QUAL-82 conflict-open"])
    #expect(ReturnEvidence.judge(try Fixture.asked(disputed)).refusals() == ["R-QUAL-82 conflict-open"])
  }

  @Test func `R-QUAL-75 R-QUAL-79 lifting takes a plan and evidence`() throws {
    var facts = try Fixture.facts(.minor, .overdue).assessed(true)
    facts.hasPlan = false
    #expect(
      LiftNonConformity.judge(try Fixture.asked(facts)).refusals() == [
        "R-QUAL-75 plan-missing", "R-QUAL-75 no-evidence-received", "R-QUAL-82 evidence-not-sufficient",
      ])
    facts = try Fixture.facts(.major, .notLifted).assessed(true)
    facts.hasPlan = false
    #expect(LiftNonConformity.judge(try Fixture.asked(facts)).rules == ["R-QUAL-79", "R-QUAL-82"])
  }

  @Test func `T-QUAL-N04 in time, the auditor names the evidence in time and leaves later pieces aside`() throws {
    let facts = try Fixture.facts(.major, .evidenceReceived, received: "2027-02-18", "2027-02-25")
    #expect(
      LiftNonConformity.judge(try Fixture.asked(facts.assessed(true))).refusals() == ["R-QUAL-81 evidence-late"])
    let named = facts.assessed(true, on: ["mail/0"])
    #expect(LiftNonConformity.judge(try Fixture.asked(named)).outcome == .accepted)
    #expect(named.evidenceReceivedOn?.description == "2027-02-18")
    #expect(facts.assessed(true).evidenceReceivedOn?.description == "2027-02-25")
  }

  @Test func `T-QUAL-N08 A-97 late evidence lifts once the delay is over, its day shown`() throws {
    let facts = try Fixture.facts(.major, .notLifted, received: "2027-03-20").assessed(true)
    #expect(LiftNonConformity.judge(try Fixture.asked(facts, today: "2027-04-01")).outcome == .accepted)
    #expect(facts.evidenceReceivedOn?.description == "2027-03-20")
  }

  @Test func `A-49 the strict setting asks for the ruling itself in time`() throws {
    let facts = try Fixture.facts(.major, .evidenceReceived, received: "2027-02-10").assessed(true)
    #expect(LiftNonConformity.judge(try Fixture.asked(facts, today: "2027-02-25")).outcome == .accepted)
    #expect(
      LiftNonConformity.judge(try Fixture.asked(facts, today: "2027-02-18", strict: true)).outcome == .accepted)
    #expect(
      LiftNonConformity.judge(try Fixture.asked(facts, today: "2027-02-25", strict: true)).refusals() == [
        "R-QUAL-81 ruling-late"
      ])
  }

  @Test func `R-QUAL-73 the cumulation takes no act of its own`() throws {
    for act in ["plan", "evidence", "lift", "return"] {
      for state in QualiopiNonConformityState.allCases {
        var facts = try Fixture.facts(.major, state, received: "2026-12-01")
        facts.indicator = nil
        #expect(try judge(act, facts).refusals() == ["R-QUAL-73 cumulation-by-itself"])
      }
    }
  }

  @Test func `T-QUAL-N02 a grade in conflict moves nothing until it is settled`() throws {
    var facts = try Fixture.facts(.minor, .raised)
    facts.grade = .inConflict([.minor, .major])
    #expect(ReceivePlan.judge(try Fixture.asked(facts)).refusals() == ["T-QUAL-N02 conflict-open"])
  }

  @Test func `R-QUAL-73 the cumulation falls from its open states, and only once few enough minors are left`() {
    for state in QualiopiNonConformityState.allCases {
      let move = QualiopiNonConformityState.cumulationMove(from: state, minorsLeft: 4, max: 4)
      #expect(move?.to == ([.raised, .notLifted].contains(state) ? .lifted : nil), "\(state)")
      #expect(QualiopiNonConformityState.cumulationMove(from: state, minorsLeft: 5, max: 4) == nil)
    }
  }
}
