import AuditModel
import SyncCore
import Testing
import WorkingDays

@testable import SchemeRules

/// Closing the report of a body that never answers: received on 2026-05-20, its answer due on 2026-05-30, its majors
/// until 2026-08-13.
@Suite struct UnansweredReportTests {
  private func facts(
    _ found: [NonConformityFacts], on today: String = "2026-08-14", answer: FactReading<ReportAnswer>? = nil
  ) throws -> ReportFacts {
    ReportFacts(
      audit: try AuditFixture.facts(state: .reportProvisional), presentedOn: try AuditFixture.day("2026-05-20"),
      answer: answer ?? .settled(ReportAnswer(mail: nil, receivedOn: nil, isValidated: false, isSilence: true)),
      nonConformities: found, today: try AuditFixture.day(today))
  }

  private func major(_ state: QualiopiNonConformityState = .notLifted, received: String? = nil) throws
    -> NonConformityFacts
  {
    var facts = try NonConformityFixture.facts(.major, state, end: "2026-05-13")
    if let received { facts.evidence = [EvidenceReceipt("mail/9", receivedOn: try AuditFixture.day(received))] }
    return facts
  }

  @Test func `R-QUAL-83 T-QUAL-A12 neither answer nor evidence in their time: the lead closes the report as it stands`()
    throws
  {
    #expect(CloseReport.judge(try facts([major()])).outcome == .accepted)
    #expect(CloseReport.judge(try facts([major(.raised)])).outcome == .accepted)
    var colleague = try facts([major()])
    colleague.audit.requester = AuditFixture.colleague
    #expect(CloseReport.judge(colleague).refusals() == ["T-QUAL-A10 requester-not-lead"])
  }

  @Test func `R-QUAL-83 while the delay of a major runs an unanswered report waits`() throws {
    #expect(
      CloseReport.judge(try facts([major(.raised)], on: "2026-08-13")).refusals() == [
        "R-QUAL-83 evidence-delay-running"
      ])
    #expect(
      CloseReport.judge(try facts([major(.evidenceReceived, received: "2026-08-13")])).refusals() == [
        "R-QUAL-82 evidence-not-ruled-on"
      ])
  }

  @Test func `T-QUAL-N03 evidence in time without a plan asks for the plan, and holds nothing for ever`() throws {
    let early = try major(.raised, received: "2026-08-01")
    #expect(CloseReport.judge(try facts([early])).refusals() == ["T-QUAL-N03 evidence-before-plan"])
    #expect(
      CloseReport.judge(try facts([try major(.evidenceReceived, received: "2026-08-01")])).refusals() == [
        "R-QUAL-82 evidence-not-ruled-on"
      ])
  }

  @Test func `T-QUAL-A09 an answer after the closing is told that it stands recorded`() throws {
    var late = try facts([])
    late.audit.state = .reportClosed
    #expect(AnswerReport.judge(late).refusals().first == "T-QUAL-A09 answer-after-closing")
  }

  @Test func `R-QUAL-67 DL-QUAL-10 the answer has its own ten days first, counted from a receipt on record`() throws {
    var due = try major(.raised)
    due.clock = NonConformityClock(.major, from: try AuditFixture.day("2026-02-13"), certificateEnd: nil)
    #expect(CloseReport.judge(try facts([due], on: "2026-05-30")).refusals() == ["R-QUAL-67 answer-delay-running"])
    #expect(CloseReport.judge(try facts([due], on: "2026-05-31")).outcome == .accepted)
    var unsent = try facts([major()])
    unsent.presentedOn = nil
    #expect(CloseReport.judge(unsent).refusals() == ["R-QUAL-67 report-receipt-unknown"])
  }

  @Test func `R-QUAL-67 nobody closes an unanswered report without stating that no answer came`() throws {
    #expect(
      CloseReport.judge(try facts([major()], answer: .absent)).refusals() == ["R-QUAL-67 silence-not-stated"])
    #expect(CloseReport.judge(try facts([major()], answer: .inConflict([]))).refusals() == ["T-QUAL-A12 conflict-open"])
  }

  @Test func `T-QUAL-A12 an answer that is complete is recorded first, one that is not holds nothing back`() throws {
    let day = try AuditFixture.day("2026-08-01")
    let answer = ReportAnswer(mail: EntityID("mail/1"), receivedOn: day, isValidated: true)
    #expect(
      CloseReport.judge(try facts([major()], answer: .settled(answer))).refusals() == ["T-QUAL-A12 answer-to-record"])
    var bare = try major()
    bare.hasPlan = false
    #expect(
      CloseReport.judge(try facts([bare], answer: .settled(answer))).outcome == .accepted, "no plan for the major")
    let objection = ReportAnswer(mail: EntityID("mail/1"), receivedOn: day, isValidated: false)
    #expect(CloseReport.judge(try facts([major()], answer: .settled(objection))).outcome == .accepted)
  }

  @Test func `R-QUAL-83 R-QUAL-67 without a major past its delay an unanswered report goes on waiting`() throws {
    let minor = try NonConformityFixture.facts(.minor, .overdue, end: "2026-05-13")
    for found in [[], [minor], [try major(.lifted, received: "2026-08-13")]] {
      #expect(CloseReport.judge(try facts(found)).refusals() == ["R-QUAL-83 unanswered-without-major"])
    }
    #expect(
      CloseReport.judge(try facts([major(.lifted, received: "2026-08-14")])).outcome == .accepted,
      "lifted on late evidence, a major grounds no favourable decision either")
  }

  @Test func `R-QUAL-67 a statement that no answer came is no answer`() throws {
    let judgement = AnswerReport.judge(try facts([]))
    #expect(judgement.refusals() == ["R-TIME-21 answer-not-received", "R-QUAL-67 report-not-validated"])
  }
}
