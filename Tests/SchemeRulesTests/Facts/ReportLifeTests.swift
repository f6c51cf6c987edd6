import AuditModel
import AuditSchema
import SchemeRules
import SyncCore
import Testing
import WorkingDays

@Suite("from the presented report to decision, from a dossier")
struct ReportLifeTests {
  private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

  private func presented(_ grades: [Int: String]) throws -> DossierWorld {
    var world = DossierWorld.closed(grades)
    world.accept("report.present")
    let sent = world.mail("report", sent: "2026-05-20")
    try world.followUp("presented", .sorted([("mail", .string(sent.description))]))
    return world
  }

  @Test func `GX-23 R-QUAL-89 T-QUAL-A09 T-QUAL-A10 T-QUAL-A13 without non-conformity one day takes it to decision`()
    throws
  {
    var world = try presented([1: "conform"])
    try world.answer(received: "2026-05-25")
    let acts: [(ActName, String, String)] = [
      ("report.answer", "T-QUAL-A09", "reportAnswered"), ("report.close", "T-QUAL-A10", "reportClosed"),
      ("report.submit", "T-QUAL-A13", "inDecision"),
    ]
    for (act, rule, stage) in acts {
      #expect(world.accept(act, today: try day("2026-05-25")).rules == [rule])
      #expect(world.stage(DossierWorld.audit) == stage)
    }
  }

  @Test func `T-QUAL-A09 an answer recorded after the freeze of the report is read, and no late edit of it`() throws {
    var world = try presented([1: "conform"])
    try world.answer(received: "2026-05-31")
    let facts = ReportFacts(
      DossierWorld.audit, in: world.fold, requester: ActActor(user: DossierWorld.lead, roles: [.auditor]),
      today: try day("2026-06-01"))
    #expect(facts.answer.value?.isValidated == true)
    #expect(facts.answerDue?.description == "2026-05-30")
    #expect(facts.isAnswerLate)
    let followUp = try #require(AuditNames.followUp(DossierWorld.audit))
    #expect(world.fold.field("answer", of: followUp, schema: AuditSchema.current)?.late == [])
  }

  @Test
  func `R-ROLE-16 T-QUAL-A10 who replaced the lead after the presentation closes the report, and the lead no more`()
    throws
  {
    var world = try presented([1: "conform"])
    let second = try #require(UserID("u-second"))
    try world.followUp("lead", .string(second.description))
    try world.answer(received: "2026-05-25")
    world.accept("report.answer")
    let today = try day("2026-05-25")
    #expect(world.accept("report.close", today: today).verdict == .refused)
    #expect(world.accept("report.close", by: second, today: today).rules == ["T-QUAL-A10"])
    #expect(world.accept("report.submit", by: second, today: today).rules == ["T-QUAL-A13"])
  }

  @Test func `L3 R-ROLE-16 who replaced the lead after the presentation settles in its place, and the lead no more`()
    throws
  {
    var world = try presented([1: "conform"])
    let second = try #require(UserID("u-second"))
    let schema = AuditSchema.current
    let item = try #require(AuditNames.item(DossierWorld.audit, indicator: 1))
    let followUp = try #require(AuditNames.followUp(DossierWorld.audit))
    func leads(_ user: UserID) -> [Bool] { [item, followUp].map { schema.isLead(user, of: $0, fold: world.fold) } }
    #expect(leads(DossierWorld.lead) == [true, true])
    try world.followUp("lead", .string(second.description))
    #expect(leads(DossierWorld.lead) == [false, false])
    #expect(leads(second) == [true, true])
    let author = WriteAuthor(user: second, roles: [.auditor])
    #expect(schema.maySettle(.lead, of: followUp, named: [], author: author, fold: world.fold))
    try world.followUp("lead", .string(DossierWorld.other.description))
    #expect(leads(second) == [false, false], "two replacements stand against each other: nobody leads")
  }

  @Test func `GX-16 T-QUAL-A10 four minors with plans: the report closes and may be decided on`() throws {
    var world = try presented([2: "minor", 8: "minor", 9: "minor", 23: "minor"])
    for mark in ["2", "8", "9", "23"] { world.plan(mark) }
    try world.answer(received: "2026-05-25")
    #expect(world.accept("report.answer").verdict == .accepted)
    #expect(world.accept("report.close").rules == ["T-QUAL-A10"])
  }

  @Test func `GX-17 GX-18 T-QUAL-A11 T-QUAL-A12 five minors make the report wait until one is lifted`() throws {
    var world = try presented([2: "minor", 8: "minor", 9: "minor", 23: "minor", 24: "minor"])
    for mark in ["2", "8", "9", "23", "24"] { world.plan(mark) }
    try world.answer(received: "2026-05-25")
    world.accept("report.answer")
    #expect(RulingReasons.read(world.accept("report.close").reasons).map(\.code) == ["cumulation-open"])
    #expect(world.accept("report.await-evidence").rules == ["T-QUAL-A11"])
    #expect(world.accept("report.close").rules == ["R-QUAL-83"])
    world.evidence("2", received: "2026-06-24", recordedOn: "2026-06-24")
    world.lift("2", today: "2026-06-24")
    #expect(world.accept("report.close", today: try day("2026-06-24")).rules == ["T-QUAL-A12"])
    #expect(world.stage(DossierWorld.audit) == "reportClosed")
  }

  @Test func `GX-24 T-QUAL-A12 a major lifted on evidence of the last day closes the report`() throws {
    var world = try presented([17: "major"])
    world.plan("17")
    try world.answer(received: "2026-05-25")
    world.accept("report.answer")
    world.accept("report.await-evidence")
    world.evidence("17", received: "2026-08-13", recordedOn: "2026-08-20")
    #expect(world.accept("report.close", today: try day("2026-08-20")).rules == ["R-QUAL-82"])
    world.lift("17", today: "2026-08-21")
    #expect(world.accept("report.close", today: try day("2026-08-21")).rules == ["T-QUAL-A12"])
  }

  @Test func `GX-25 R-QUAL-83 T-QUAL-A12 evidence of the day after: the report goes as it stands`() throws {
    var world = try presented([17: "major"])
    world.plan("17")
    try world.answer(received: "2026-05-25")
    world.accept("report.answer")
    world.accept("report.await-evidence")
    world.evidence("17", received: "2026-08-14", recordedOn: "2026-08-14")
    #expect(world.accept("report.close", today: try day("2026-08-14")).rules == ["T-QUAL-A12"])
    #expect(world.stage(DossierWorld.found("17")) == "notLifted")
  }

  @Test func `R-QUAL-66 DL-QUAL-09 the report is due five working days after the audit`() throws {
    #expect(PresentReport.due(auditEnd: try day("2026-05-12"), settings: .standard)?.description == "2026-05-20")
  }
}

extension DossierWorld {
  mutating func followUp(_ field: FieldName, _ value: JSONValue) throws {
    write(Self.other, [Self.set(field, AuditNames.followUp(Self.audit)!, value)])
  }

  mutating func answer(received: String, validated: Bool = true) throws {
    let letter = mail("answer", received: received)
    try followUp("answer", .sorted([("mail", .string(letter.description)), ("validated", .bool(validated))]))
  }
}
