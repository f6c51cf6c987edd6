import AuditModel
import Testing
import WorkingDays

@testable import SchemeRules

@Suite struct NoticeTests {
  @Test(arguments: [
    (DueDocument.bpf, "R-QUAL-28"), (.activityDescription, "R-QUAL-28"), (.turnoverPerCategory, "R-QUAL-28"),
    (.organisationChart, "R-QUAL-30"), (.swornStatement, "R-QUAL-31"), (.purchaseOrder, "R-QUAL-95"),
  ])
  func `R-QUAL-28 R-QUAL-30 R-QUAL-31 each document of the pre-audit file is asked for by its rule`(
    document: DueDocument, rule: String
  ) throws {
    var facts = try PathFixture.notice(.auditorNamed)
    facts.file.entries[document] = nil
    #expect(NoticeAudit.judge(facts).refusals() == ["\(rule) file-incomplete"])
    facts.file.entries[document] = PreAuditFile.Entry(receivedOn: nil, isCurrent: true)
    #expect(NoticeAudit.judge(facts).refusals() == ["\(rule) file-incomplete"], "no mail received proves it")
  }

  @Test func `R-QUAL-29 the documents are updated for each audit`() throws {
    var facts = try PathFixture.notice(.auditorNamed)
    facts.file.entries[.bpf]?.isCurrent = false
    let judgement = NoticeAudit.judge(facts)
    #expect(judgement.refusals() == ["R-QUAL-29 file-outdated"])
    #expect(judgement.text.fr.contains("bilan pédagogique et financier en vigueur"))
    facts = try PathFixture.notice(.auditorNamed)
    facts.file.previousAuditEnd = try AuditFixture.day("2024-10-08")
    facts.file.entries[.organisationChart]?.dated = try AuditFixture.day("2024-10-08")
    #expect(NoticeAudit.judge(facts).refusals() == ["R-QUAL-29 file-outdated"], "that of the last audit")
    facts.file.entries[.organisationChart]?.dated = try AuditFixture.day("2024-10-09")
    #expect(NoticeAudit.judge(facts).outcome == .accepted)
  }

  @Test func `GX-34 R-QUAL-65 R-QUAL-35 R-QUAL-36 R-QUAL-38 the notice judges invoices, mode and days again`() throws {
    var facts = try PathFixture.notice(.auditorNamed)
    var plan = try PathFixture.planning()
    plan.unpaid = [UnpaidInvoice(since: nil)]
    facts.plan = .whole(plan)
    #expect(NoticeAudit.judge(facts).refusals() == ["R-QUAL-65 unpaid-invoice"])
    plan = try PathFixture.planning()
    plan.mode = .remote
    facts.plan = .whole(plan)
    #expect(NoticeAudit.judge(facts).refusals() == ["R-QUAL-36 remote-not-allowed"])
    plan = try PathFixture.planning(.renewal)
    plan.mode = .remote
    facts.plan = .whole(plan)
    #expect(NoticeAudit.judge(facts).refusals() == ["R-QUAL-35 remote-only-at-surveillance"])
    plan = try PathFixture.planning()
    plan.days = try AuditFixture.days("2026-06-05", "2026-06-06")
    plan.schedule = try PathFixture.schedule(["2026-06-05": 2, "2026-06-06": 1])
    facts.plan = .whole(plan)
    #expect(NoticeAudit.judge(facts).refusals() == ["R-QUAL-38 weekend"])
    facts.plan = .inConflict(fields: ["days"])
    #expect(NoticeAudit.judge(facts).refusals() == ["T-QUAL-A04 conflict-open"])
  }

  @Test func `R-ROLE-22 a notice of moved days judges the competence on them`() throws {
    var facts = try PathFixture.notice(.auditorNamed)
    facts.competenceGap = .lacking([.apprenticeship])
    #expect(NoticeAudit.judge(facts).refusals() == ["R-ROLE-22 auditor-not-competent"])
  }

  @Test func `R-QUAL-46 R-QUAL-58 the notice went out with a contact, and the client validates it by mail`() throws {
    var facts = try PathFixture.notice(.auditorNamed)
    facts.notice = try PathFixture.mail(.incoming, "2026-05-10")
    facts.contact = " "
    #expect(
      NoticeAudit.judge(facts).refusals() == ["R-QUAL-58 notice-not-sent", "R-QUAL-58 notice-without-contact"])
    facts = try PathFixture.notice(.auditorNamed)
    facts.toldOtherDays = true
    #expect(NoticeAudit.judge(facts).refusals() == ["R-QUAL-46 notice-of-other-days"])
    var validation = try PathFixture.validate(.noticed)
    validation.validation = try PathFixture.mail(.incoming, "2026-05-09")
    #expect(ValidateNotice.judge(validation).refusals() == ["R-QUAL-58 validation-before-notice"])
    validation.validation = .absent
    let judgement = ValidateNotice.judge(validation)
    #expect(judgement.refusals() == ["R-QUAL-58 validation-not-received"])
    #expect(judgement.text.en.contains("in its space or in writing"))
  }

  @Test func `R-QUAL-59 the plan is sent by the lead, by mail, before the audit`() throws {
    var facts = try PathFixture.send(.noticeValidated)
    facts.sending = .absent
    #expect(SendAuditPlan.judge(facts).refusals() == ["R-QUAL-59 plan-not-sent"])
    facts.sending = try PathFixture.mail(.outgoing, "2026-06-02")
    #expect(SendAuditPlan.judge(facts).refusals() == ["R-QUAL-59 plan-sent-late"])
    facts.sending = try PathFixture.mail(.outgoing, "2026-06-01")
    #expect(SendAuditPlan.judge(facts).outcome == .accepted)
    facts.path.requester = "u-0009"
    #expect(SendAuditPlan.judge(facts).refusals() == ["T-QUAL-A05 requester-not-lead"])
    facts.path.lead = .inConflict(["u-0001", "u-0009"])
    #expect(SendAuditPlan.judge(facts).refusals().last == "T-QUAL-A05 conflict-open")
  }

  @Test func `T-QUAL-A05 R-QUAL-60 the scope is computed and none of its minimum is left out`() throws {
    var facts = try PathFixture.send(.noticeValidated)
    facts.scope = .absent
    #expect(SendAuditPlan.judge(facts).refusals() == ["T-QUAL-A05 scope-missing"])
    facts.scope = .inConflict([])
    #expect(SendAuditPlan.judge(facts).refusals() == ["T-QUAL-A05 conflict-open"])
    facts.scope = .settled(facts.minimum.subtracting([22]))
    #expect(SendAuditPlan.judge(facts).refusals() == ["R-QUAL-60 scope-below-minimum"])
    facts.scope = .settled(facts.minimum.union([2]))
    #expect(SendAuditPlan.judge(facts).outcome == .accepted, "the auditor may add")
  }

  @Test func `R-QUAL-57 a cancelled audit says why`() throws {
    var facts = try PathFixture.cancel(.noticed)
    for motive in [FactReading<String>.absent, .settled(" ")] {
      facts.motive = motive
      #expect(CancelAudit.judge(facts).refusals() == ["R-QUAL-57 cancellation-without-motive"])
    }
    facts.motive = .inConflict(["a", "b"])
    #expect(CancelAudit.judge(facts).refusals() == ["R-QUAL-57 conflict-open"])
  }
}
