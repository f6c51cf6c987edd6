import AuditModel
import SyncCore
import Testing
import WorkingDays

@testable import SchemeRules

@Suite struct ReportActsTests {
  private func facts(_ state: QualiopiAuditState?, _ found: [NonConformityFacts] = []) throws -> ReportFacts {
    ReportFacts(
      audit: try AuditFixture.facts(state: state), presentedOn: try AuditFixture.day("2026-05-20"),
      answer: .settled(
        ReportAnswer(
          mail: EntityID("mail/1"), receivedOn: try AuditFixture.day("2026-05-30"), isValidated: true)),
      nonConformities: found, today: try AuditFixture.day("2026-06-01"))
  }

  private func minor(_ state: QualiopiNonConformityState = .planReceived) throws -> NonConformityFacts {
    try NonConformityFixture.facts(.minor, state, end: "2026-05-13")
  }

  private func major(_ state: QualiopiNonConformityState = .planReceived, received: String? = nil) throws
    -> NonConformityFacts
  {
    var facts = try NonConformityFixture.facts(.major, state, end: "2026-05-13")
    if let received { facts.evidence = [EvidenceReceipt("mail/9", receivedOn: try AuditFixture.day(received))] }
    return facts
  }

  private func cumulation(_ state: QualiopiNonConformityState = .raised) throws -> NonConformityFacts {
    var facts = try major(state)
    facts.indicator = nil
    facts.hasPlan = false
    return facts
  }

  // MARK: every state and act

  @Test(arguments: QualiopiAuditState.allCases.map(Optional.some) + [nil])
  func `T-QUAL-A09 T-QUAL-A10 T-QUAL-A11 T-QUAL-A12 T-QUAL-A13 each act moves out of its states and out of no other`(
    _ state: QualiopiAuditState?
  ) throws {
    let answered = AnswerReport.judge(try facts(state)).refusals()
    let isAfter = state.map { !$0.isBefore(.reportClosed) } ?? false
    let refusal = isAfter ? "T-QUAL-A09 answer-after-closing" : "T-QUAL-A09 report-not-provisional"
    #expect(answered == (state == .reportProvisional ? [] : [refusal]))
    let waiting = AwaitEvidence.judge(try facts(state, [major()])).refusals()
    #expect(waiting == (state == .reportAnswered ? [] : ["T-QUAL-A11 report-not-answered-yet"]))
    let closed = CloseReport.judge(try facts(state)).refusals()
    switch state {
    case .reportAnswered, .evidencePending: #expect(closed == [])
    case .reportProvisional:
      #expect(
        closed == ["T-QUAL-A12 answer-to-record", "R-QUAL-83 unanswered-without-major"], "see UnansweredReportTests")
    default: #expect(closed == ["T-QUAL-A10 report-not-closable"])
    }
    let submitted = SubmitReport.judge(try facts(state)).refusals()
    #expect(submitted == (state == .reportClosed ? [] : ["T-QUAL-A13 report-not-closed"]))
  }

  @Test func `T-QUAL-A10 T-QUAL-A11 T-QUAL-A13 the lead alone closes, waits and sends to decision`() throws {
    func by(_ requester: String, _ state: QualiopiAuditState, _ found: [NonConformityFacts] = []) throws -> ReportFacts
    {
      var facts = try facts(state, found)
      facts.audit.requester = requester
      return facts
    }
    let other = AuditFixture.colleague
    #expect(CloseReport.judge(try by(other, .reportAnswered)).refusals() == ["T-QUAL-A10 requester-not-lead"])
    #expect(
      AwaitEvidence.judge(try by(other, .reportAnswered, [major()])).refusals() == ["T-QUAL-A11 requester-not-lead"])
    #expect(SubmitReport.judge(try by(other, .reportClosed)).refusals() == ["T-QUAL-A13 requester-not-lead"])
  }

  // MARK: the answer

  @Test func `T-QUAL-A09 the office or an auditor records the answer, a decider does not`() throws {
    var facts = try facts(.reportProvisional)
    facts.audit.requesterRoles = [.office]
    #expect(AnswerReport.judge(facts).outcome == .accepted)
    facts.audit.requesterRoles = [.decider]
    #expect(AnswerReport.judge(facts).refusals() == ["T-QUAL-A09 requester-cannot-record"])
  }

  @Test func `R-QUAL-67 R-TIME-21 an answer that is not received or does not validate is none`() throws {
    var facts = try facts(.reportProvisional)
    facts.answer = .absent
    #expect(
      AnswerReport.judge(facts).refusals() == ["R-TIME-21 answer-not-received", "R-QUAL-67 report-not-validated"])
    facts.answer = .settled(
      ReportAnswer(mail: nil, receivedOn: try AuditFixture.day("2026-05-25"), isValidated: false))
    #expect(AnswerReport.judge(facts).refusals() == ["R-QUAL-67 report-not-validated"])
    facts.answer = .inConflict([])
    #expect(AnswerReport.judge(facts).refusals() == ["T-QUAL-A09 conflict-open"])
  }

  @Test
  func `EX-35 DL-QUAL-10 R-QUAL-67 ten days from receipt, a Saturday kept; a later answer is marked, not refused`()
    throws
  {
    var facts = try facts(.reportProvisional)
    #expect(facts.answerDue?.description == "2026-05-30")
    #expect(!facts.isAnswerLate)
    facts.answer = .settled(
      ReportAnswer(mail: nil, receivedOn: try AuditFixture.day("2026-05-31"), isValidated: true))
    #expect(facts.isAnswerLate)
    #expect(AnswerReport.judge(facts).outcome == .accepted)
    facts.presentedOn = nil
    #expect(facts.answerDue == nil && !facts.isAnswerLate)
  }

  @Test func `T-QUAL-A09 every non-conformity has its plan, the cumulation needs none`() throws {
    var bare = try minor()
    bare.hasPlan = false
    let judgement = AnswerReport.judge(try facts(.reportProvisional, [bare, major(), cumulation()]))
    #expect(judgement.refusals() == ["T-QUAL-A09 plan-missing"])
    #expect(judgement.reasons[0].facts == ["indicators": ["17"]])
    #expect(
      AnswerReport.judge(try facts(.reportProvisional, [minor(), major(), cumulation()])).outcome == .accepted)
  }

  // MARK: the closing

  @Test func `GX-16 R-QUAL-74 minors with their plans do not keep the report`() throws {
    #expect(CloseReport.judge(try facts(.reportAnswered, [minor(), minor(.raised)])).outcome == .accepted)
    var bare = try minor(.raised)
    bare.hasPlan = false
    #expect(
      CloseReport.judge(try facts(.reportAnswered, [bare])).refusals() == ["R-QUAL-74 plan-missing"])
  }

  @Test func `T-QUAL-A10 an open major or the cumulation keeps an answered report`() throws {
    #expect(
      CloseReport.judge(try facts(.reportAnswered, [major(), cumulation()])).refusals() == ["T-QUAL-A10 major-open"])
    #expect(
      CloseReport.judge(try facts(.reportAnswered, [minor(), cumulation()])).refusals() == [
        "T-QUAL-A10 cumulation-open"
      ])
    #expect(CloseReport.judge(try facts(.reportAnswered, [major(.lifted)])).outcome == .accepted)
  }

  @Test func `R-QUAL-89 without non-conformity the report closes on the validation received, and not without it`()
    throws
  {
    var facts = try facts(.reportAnswered)
    #expect(CloseReport.judge(facts).outcome == .accepted)
    facts.answer = .settled(ReportAnswer(mail: EntityID("mail/1"), receivedOn: nil, isValidated: true))
    #expect(CloseReport.judge(facts).refusals() == ["R-QUAL-89 validation-no-longer-received"])
  }

  @Test func `T-QUAL-A11 only an open major makes the report wait`() throws {
    #expect(
      AwaitEvidence.judge(try facts(.reportAnswered, [minor(), major(.lifted)])).refusals() == [
        "T-QUAL-A11 no-major-open"
      ])
    #expect(AwaitEvidence.judge(try facts(.reportAnswered, [cumulation()])).outcome == .accepted)
  }

  @Test func `T-QUAL-A12 R-QUAL-82 evidence received in time is ruled on before the report closes`() throws {
    let waiting = try major(.evidenceReceived, received: "2026-06-10")
    for today in ["2026-07-01", "2026-12-01"] {
      var facts = try facts(.evidencePending, [waiting])
      facts.today = try AuditFixture.day(today)
      #expect(CloseReport.judge(facts).refusals() == ["R-QUAL-82 evidence-not-ruled-on"])
    }
    var minors = try cumulation()
    minors.evidence = [EvidenceReceipt("minors", receivedOn: try AuditFixture.day("2026-06-10"))]
    #expect(
      CloseReport.judge(try facts(.evidencePending, [minors])).refusals() == ["R-QUAL-82 cumulation-not-ruled-on"])
    #expect(CloseReport.judge(try facts(.evidencePending, [major(.lifted)])).outcome == .accepted)
  }

  @Test func `T-QUAL-A12 R-QUAL-83 no evidence in three months: the report goes as it stands, and not a day sooner`()
    throws
  {
    var facts = try facts(.evidencePending, [major()])
    facts.today = try AuditFixture.day("2026-08-13")
    #expect(CloseReport.judge(facts).refusals() == ["R-QUAL-83 evidence-delay-running"])
    facts.today = try AuditFixture.day("2026-08-14")
    #expect(CloseReport.judge(facts).outcome == .accepted)
    facts.nonConformities[0].evidence = [EvidenceReceipt("mail/9", receivedOn: facts.today)]
    #expect(CloseReport.judge(facts).outcome == .accepted, "late evidence does not hold it back")
    facts.nonConformities[0].clock = NonConformityClock(.major, from: nil, certificateEnd: nil)
    #expect(CloseReport.judge(facts).refusals() == ["R-QUAL-83 audit-days-missing"])
  }
}
