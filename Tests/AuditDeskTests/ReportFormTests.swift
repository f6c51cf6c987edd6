import AuditDesk
import AuditModel
import AuditSchema
import SchemeRules
import SyncCore
import Testing
import WorkingDays

struct ReportFormTests {
  private static let audit = EntityID("audit/A1")!
  private static let followUp = EntityID("followup/A1")!
  private static let lead = UserID("u-lead")!

  private func world(_ stage: String) -> DeskWorld {
    var world = DeskWorld()
    world.rule([
      .set("lead", on: Self.audit, to: .string(Self.lead.description), over: [], motive: nil),
      .set("scope", on: Self.audit, to: .array([1]), over: [], motive: nil),
      .set("grade", on: AuditNames.item(Self.audit, indicator: 1)!, to: "conform", over: [], motive: nil),
      .state("stage", on: Self.audit, to: stage, over: []),
    ])
    return world
  }

  @Test func `R-QUAL-67 T-QUAL-A09 the answer is the letter that carries it and whether it validates`() throws {
    var world = world("reportProvisional")
    let mail = try world.fill("mail.record", ["direction": "reçu", "received": "2026-05-25"])
    try world.fill("report.answer", on: Self.audit, ["mail": mail.description, "validated": "oui"])
    let answer = world.fold.field("answer", of: Self.followUp, schema: AuditSchema.current)?.shown
    #expect(answer == .sorted([("mail", .string(mail.description)), ("validated", true)]))
    #expect(
      FieldPhrasing(.french).words(answer, of: "answer", in: "followup") == "rapport validé, un courrier")
    #expect(world.ask("report.answer", on: Self.audit, as: UserID("u-office")!, [.office]).rules == ["T-QUAL-A09"])
  }

  @Test func `R-QUAL-67 an answer without its letter is not taken`() throws {
    var world = world("reportProvisional")
    let before = world.fold
    #expect(throws: ActInputFault.self) { try world.fill("report.answer", on: Self.audit, ["validated": "oui"]) }
    #expect(world.fold == before)
  }

  @Test func `R-QUAL-83 T-QUAL-A12 closing states that no answer came, and writes over none that did`() throws {
    var world = world("reportProvisional")
    try world.fill("report.close", on: Self.audit, as: Self.lead, roles: [.auditor], ["unanswered": "oui"])
    func answer() -> JSONValue? { world.fold.field("answer", of: Self.followUp, schema: AuditSchema.current)?.shown }
    #expect(answer() == ReportAnswer.silence)
    #expect(FieldPhrasing(.french).words(answer(), of: "answer", in: "followup") == "aucune réponse reçue")
    #expect(FieldPhrasing(.english).words(answer(), of: "answer", in: "followup") == "no answer received")

    let mail = try world.fill("mail.record", ["direction": "reçu", "received": "2026-05-25"])
    try world.fill(
      "report.answer", on: Self.audit, as: Self.lead, roles: [.auditor],
      ["mail": mail.description, "validated": "oui"])
    try world.fill("report.close", on: Self.audit, as: Self.lead, roles: [.auditor], ["unanswered": "oui"])
    #expect(answer()?["mail"]?.text == mail.description)
  }

  @Test(arguments: [
    ("report.present", "done", "T-QUAL-A08"), ("report.close", "reportAnswered", "R-QUAL-89"),
    ("report.submit", "reportClosed", "T-QUAL-A13"), ("report.await-evidence", "reportAnswered", "T-QUAL-A11"),
  ])
  func `T-QUAL-A08 T-QUAL-A10 T-QUAL-A11 T-QUAL-A13 a form without inputs asks for its act and no more`(
    form: String, stage: String, rule: String
  ) throws {
    var world = world(stage)
    try world.fill(form, on: Self.audit, as: Self.lead, roles: [.auditor])
    let act = try #require(ActForm.required(form).act)
    #expect(world.ask(act, on: Self.audit, as: Self.lead, [.auditor]).rules == [rule])
    #expect(ActForm.required(form).deadline != nil && !ActForm.required(form).rules.isEmpty)
  }
}
