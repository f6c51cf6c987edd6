import AuditDesk
import AuditModel
import AuditSchema
import SchemeRules
import SyncCore
import Testing
import WorkingDays

struct NonConformityFormTests {
  private static let lead = UserID("u-lead")!
  private static let audit = EntityID("audit/A1")!
  private static let major = EntityID("nonconformity/A1.17")!

  /// A major raised by an audit that ended on 2026-05-13, as a ruling leaves it.
  private func world() throws -> DeskWorld {
    var world = DeskWorld()
    world.rule([
      .set("lead", on: Self.audit, to: .string(Self.lead.description), over: [], motive: nil),
      .set(
        "days", on: Self.audit, to: .sorted([("first", "2026-05-12"), ("last", "2026-05-13")]), over: [], motive: nil),
      .state("stage", on: Self.audit, to: "reportProvisional", over: []),
      .set("indicator", on: Self.major, to: 17, over: [], motive: nil),
      .set("grade", on: Self.major, to: "major", over: [], motive: nil),
      .set("origin", on: Self.major, to: .string(Self.audit.description), over: [], motive: nil),
      .state("stage", on: Self.major, to: "raised", over: []),
    ])
    return world
  }

  private func letter(_ world: inout DeskWorld, received: String) throws -> EntityID {
    try world.fill("mail.record", ["direction": "reçu", "received": received])
  }

  private func line(_ world: DeskWorld, on day: String) throws -> NonConformityLine {
    let today = try #require(CivilDate(day))
    return try #require(NonConformityLine.all(in: world.fold, on: today).first)
  }

  @Test func `A-94 the list counts by the settings in force`() throws {
    var world = try world()
    world.rule([.set("kind", on: Self.audit, to: "initial", over: [], motive: nil)])
    var patient = QualiopiSettings.standard
    patient.initialSecondChanceMonths = 2
    let today = try #require(CivilDate("2026-05-20"))
    let dues = [QualiopiSettings.standard, patient].map { settings in
      NonConformityLine.all(in: world.fold, on: today, settings: settings).first?.facts.due?.description
    }
    #expect(dues == ["2026-08-13", "2026-10-13"])
  }

  @Test func `R-QUAL-75 R-QUAL-79 T-QUAL-N02 a plan is named by its letter and asked for in the same change`() throws {
    var world = try world()
    let mail = try letter(&world, received: "2026-05-20")
    try world.fill("nonconformity.plan", on: Self.major, ["mail": mail.description, "plan": "réviser la salle"])
    #expect(world.text("planMail", of: Self.major) == mail.description)
    #expect(world.text("plan", of: Self.major) == "réviser la salle")
    #expect(world.ask("nonconformity.plan", on: Self.major, as: UserID("u-office")!, [.office]).rules == ["T-QUAL-N02"])
  }

  @Test func `T-QUAL-N03 R-QUAL-79 evidence is a letter or what was handed over, recorded whatever the answer`() throws
  {
    var world = try world()
    let mail = try letter(&world, received: "2026-08-20")
    try world.fill("nonconformity.evidence", on: Self.major, ["mail": mail.description])
    try world.fill(
      "nonconformity.evidence", on: Self.major, as: Self.lead, roles: [.auditor], ["handed-on": "2026-08-13"])
    let facts = try line(world, on: "2026-08-20").facts
    #expect(
      facts.evidence.map(\.receivedOn?.description).sorted { ($0 ?? "") < ($1 ?? "") } == ["2026-08-13", "2026-08-20"])
    #expect(facts.lateEvidence.map(\.reference) == [mail.description])
    // No plan yet: the act is refused, the evidence stays.
    let ruling = world.ask("nonconformity.evidence", on: Self.major, as: Self.lead, [.auditor])
    #expect(RulingReasons.read(ruling.reasons).map(\.code) == ["nonconformity-state"])
  }

  @Test func `R-QUAL-82 T-QUAL-N04 a lift names the evidence it rests on, so that later pieces change nothing`() throws
  {
    var world = try world()
    world.rule([.state("stage", on: Self.major, to: "evidenceReceived", over: [])])
    let plan = try letter(&world, received: "2026-05-20")
    try world.fill("nonconformity.plan", on: Self.major, ["mail": plan.description])
    let first = try letter(&world, received: "2026-08-01")
    try world.fill("nonconformity.evidence", on: Self.major, ["mail": first.description])
    try world.fill("nonconformity.lift", on: Self.major, as: Self.lead, roles: [.auditor])
    let second = try letter(&world, received: "2026-08-20")
    try world.fill("nonconformity.evidence", on: Self.major, ["mail": second.description])
    #expect(try line(world, on: "2026-08-20").facts.evidenceReceivedOn?.description == "2026-08-01")
    #expect(world.ask("nonconformity.lift", on: Self.major, as: Self.lead, [.auditor]).rules == ["T-QUAL-N04"])
  }

  @Test func `T-QUAL-N04 sending evidence back asks for what is missing`() throws {
    var world = try world()
    #expect(throws: ActInputFault.self) {
      try world.fill("nonconformity.return", on: Self.major, as: Self.lead, roles: [.auditor])
    }
    try world.fill(
      "nonconformity.return", on: Self.major, as: Self.lead, roles: [.auditor], ["reason": "photo sans date"])
    let assessment = world.fold.field("assessment", of: Self.major, schema: AuditSchema.current)?.shown
    #expect(
      FieldPhrasing(.french).words(assessment, of: "assessment", in: "nonconformity")
        == "preuves insuffisantes\u{202F}: photo sans date")
  }

  @Test func `DL-QUAL-12 R-QUAL-81 the list says the state in words, the due date, the days left and what came late`()
    throws
  {
    var world = try world()
    let waiting = try line(world, on: "2026-08-10")
    #expect(waiting.subject.fr == "indicateur 17" && waiting.grade.fr == "majeure")
    #expect(waiting.facts.state.words.fr == "relevée")
    #expect(waiting.facts.due?.description == "2026-08-13")
    #expect(waiting.delay(on: try #require(CivilDate("2026-08-10")))?.fr == "3 jours ouvrés")
    #expect(waiting.delay(on: try #require(CivilDate("2026-08-14")))?.fr == "délai dépassé")
    #expect(waiting.marks.isEmpty)
    let sent = try world.fill("mail.record", ["direction": "envoyé", "sent": "2026-05-20"])
    try world.fill("report.sent", on: Self.audit, ["mail": sent.description])
    let plan = try letter(&world, received: "2026-05-31")
    try world.fill("nonconformity.plan", on: Self.major, ["mail": plan.description])
    let late = try letter(&world, received: "2026-08-14")
    try world.fill("nonconformity.evidence", on: Self.major, ["mail": late.description])
    #expect(try line(world, on: "2026-08-14").marks == [.planLate, .evidenceLate])
    let early = try letter(&world, received: "2026-08-12")
    try world.fill("nonconformity.evidence", on: Self.major, ["mail": early.description])
    #expect(try line(world, on: "2026-08-14").marks == [.planLate, .evidenceLate, .evidenceWaits])
    for mark in NonConformityLine.Mark.allCases { #expect(!mark.words.fr.isEmpty && !mark.words.en.isEmpty) }
  }

  @Test func `R-QUAL-73 the list names the cumulation and its minors' evidence`() throws {
    var world = DeskWorld()
    let id = EntityID("nonconformity/A1.cumulation")!
    world.rule([
      .set("grade", on: id, to: "major", over: [], motive: nil),
      .set("origin", on: id, to: .string(Self.audit.description), over: [], motive: nil),
    ])
    #expect(try line(world, on: "2026-08-10").subject.fr == "cumul de mineures")
  }
}

extension DeskWorld {
  /// Writes as the server.
  mutating func rule(_ steps: [SyncCore.Operation]) { write(steps, by: .server) }

  /// Judges the last request of an act as the server would.
  func ask(_ act: ActName, on entity: EntityID, as user: UserID, _ roles: Set<Role>) -> ActRuling {
    let request = fold.entities[entity]!.requests.values.filter { $0.act == act }.max { $0.id < $1.id }!
    return ActJudge.judge(
      ActCase(
        request: request, entity: entity,
        context: ActContext(dossier: fold, directory: directory, today: CivilDate("2026-08-13")!),
        actor: ActActor(user: user, roles: roles)), seat: .server)
  }
}
