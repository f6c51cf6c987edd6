import AuditModel
import AuditSchema
import SchemeRules
import SyncCore
import Testing
import WorkingDays

/// The one next thing to do, for each person and each state of an audit.
@Suite struct AuditGuideTests {
  static let office = ActActor(user: UserID("u-office")!, roles: [.office])
  static let decider = ActActor(user: UserID("u-decider")!, roles: [.decider])

  private func steps(
    _ world: DossierWorld, for actor: ActActor = CaptureWorld.actor, on today: String = "2026-05-13"
  ) -> [NextStep] {
    AuditGuide(
      CaptureWorld.audit, for: actor,
      in: ActContext(dossier: world.fold, directory: nil, today: CivilDate(today)!)
    ).steps
  }

  private func rules(_ steps: [NextStep]) -> [String] { steps.map(\.rule.description) }

  private func inState(_ state: String, _ more: [SyncCore.Operation] = []) -> DossierWorld {
    var world = DossierWorld()
    world.write(
      DossierWorld.other,
      [
        DossierWorld.set("kind", CaptureWorld.audit, "surveillance"),
        DossierWorld.set("lead", CaptureWorld.audit, .string(DossierWorld.lead.description)),
        DossierWorld.set("days", CaptureWorld.audit, .sorted([("first", "2026-05-12"), ("last", "2026-05-13")])),
        .state("stage", on: CaptureWorld.audit, to: state, over: []),
      ] + more)
    return world
  }

  @Test func `on site the order of the day runs from the opening sheet to the closing`() {
    var world = DossierWorld.started()
    world.write(
      DossierWorld.other,
      [
        .add("sites", on: CaptureWorld.audit, value: .sorted([("key", "siege"), ("name", "Siège")])),
        .add("samples", on: CaptureWorld.audit, value: SampledService(key: "cap", title: "CAP").json),
        .add("team", on: CaptureWorld.audit, value: .string(DossierWorld.lead.description)),
      ])
    let first = steps(world)
    #expect(first.first?.command.prefix(2) == ["sheet", "opening"])
    #expect(
      rules(first) == [
        "R-QUAL-57", "T-QUAL-A07", "T-QUAL-A07", "R-QUAL-64", "R-QUAL-22", "R-QUAL-62", "R-QUAL-57", "R-ROLE-16",
        "T-QUAL-A07",
      ])
    #expect(first.last?.command == ["audit", "close"])
  }

  @Test func `R-QUAL-61 the indicators of earlier non-conformities are graded first, then by criterion`() {
    var world = DossierWorld.started()
    let earlier = EntityID("nonconformity/A0.22")!
    world.write(
      DossierWorld.other,
      [
        DossierWorld.set("profile", AuditNames.dossier("999123458")!, .sorted([("categories", .array(["AF"]))])),
        DossierWorld.set("indicator", earlier, 22), DossierWorld.set("grade", earlier, "major"),
        DossierWorld.set("origin", earlier, "audit/A0"),
      ])
    let grades = steps(world).filter { $0.command.starts(with: ["audit", "grade"]) }
    #expect(grades.map { $0.command[2] } == ["22", "1"])
    #expect(grades.map(\.rule) == ["R-QUAL-61", "T-QUAL-A07"])
    #expect(grades[0].words.fr.contains("précédent audit"))
  }

  @Test func `R-QUAL-21 R-QUAL-10 evidence that lacks and grades that diverge are asked for before the closing`() {
    var world = CaptureWorld.whole(without: [.done], grades: [1: "conform", 22: "major"])
    world.grade(1, "minor", by: DossierWorld.other)
    #expect(rules(steps(world)) == ["R-QUAL-21", "R-QUAL-10", "R-ROLE-16", "T-QUAL-A07"])
  }

  @Test func `a colleague who does not lead is never told to close`() {
    let colleague = ActActor(user: DossierWorld.other, roles: [.auditor])
    let world = CaptureWorld.whole(team: [DossierWorld.lead, DossierWorld.other])
    #expect(rules(steps(world, for: colleague)) == ["R-ROLE-16"])
  }

  @Test func `R-QUAL-32 R-QUAL-59 R-QUAL-46 before the day the auditor sends the plan, prepares, or moves the date`() {
    let world = inState("noticeValidated")
    #expect(rules(steps(world, on: "2026-05-01")) == ["R-QUAL-59", "R-QUAL-32", "R-QUAL-46"])
    #expect(rules(steps(inState("planSent"), on: "2026-05-12")) == ["T-QUAL-A06", "R-QUAL-32", "R-QUAL-46"])
  }

  @Test func `R-QUAL-66 once closed the report is presented, with its last day`() {
    let next = steps(inState("done"))
    #expect(rules(next) == ["R-QUAL-66"])
    #expect(next[0].words.fr == "présenter le rapport provisoire, au plus tard le 21 mai 2026")
  }

  @Test func `R-QUAL-67 R-QUAL-74 R-QUAL-81 R-QUAL-82 R-QUAL-83 after presenting the path follows the open majors`() {
    let major = EntityID("nonconformity/A1.22")!
    func raised(_ state: String) -> [SyncCore.Operation] {
      [
        DossierWorld.set("indicator", major, 22), DossierWorld.set("grade", major, "major"),
        DossierWorld.set("origin", major, .string(CaptureWorld.audit.description)),
        .state("stage", on: major, to: state, over: []),
      ]
    }
    #expect(rules(steps(inState("reportProvisional"))) == ["R-QUAL-67"])
    #expect(rules(steps(inState("reportAnswered"))) == ["R-QUAL-74"])
    #expect(rules(steps(inState("reportAnswered", raised("planReceived")))) == ["R-QUAL-81"])
    #expect(rules(steps(inState("evidencePending", raised("planReceived")))) == [])
    #expect(rules(steps(inState("evidencePending", raised("evidenceReceived")))) == ["R-QUAL-82"])
    #expect(rules(steps(inState("evidencePending", raised("notLifted")))) == ["R-QUAL-83"])
    #expect(rules(steps(inState("reportClosed"))) == ["R-QUAL-82"])
  }

  @Test(arguments: [
    ("quoted", "R-QUAL-27", "sign"), ("contracted", "R-QUAL-57", "plan"), ("planned", "R-QUAL-28", "prepare"),
    ("inDecision", "R-QUAL-92", "record"), ("decided", "R-QUAL-94", "bill"),
    ("reportProvisional", "R-QUAL-67", "answer"),
  ])
  func `R-QUAL-57 R-QUAL-92 R-QUAL-94 the office is given its step of the ten`(
    state: String, rule: String, verb: String
  ) {
    let next = steps(inState(state), for: Self.office)
    #expect(next.first?.rule.description == rule)
    #expect(next.first?.command.dropFirst().first == verb)
  }

  @Test
  func `R-QUAL-28 R-QUAL-58 the office gets the file complete, then names, notifies and has the notice validated`() {
    func verbs(_ state: String) -> [String] { steps(inState(state), for: Self.office).map { $0.command[1] } }
    #expect(verbs("planned") == ["prepare", "name", "move"])
    #expect(verbs("auditorNamed") == ["prepare", "notice", "move"])
    #expect(verbs("noticed") == ["prepare", "validate", "move"])
    var current = inState("noticed")
    for document in ["bpf", "organisation-chart", "activity-description", "turnover-per-category", "sworn-statement"] {
      current.write(
        DossierWorld.other, [DossierWorld.set("current", CaptureWorld.audit.child("document", document)!, true)])
    }
    #expect(steps(current, for: Self.office).map { $0.command[1] } == ["validate", "move"])
  }

  private func ruled(_ world: DossierWorld, on decision: EntityID, _ verdict: Ruling.Verdict) -> DossierWorld {
    var world = world
    let request = world.write(
      DossierWorld.other, [.request("decision.record", on: decision, seen: SeenVector())])
    world.write(
      .server, [.rule(Ruling(request: request, verdict: verdict, rules: [], pack: "none", reasons: .null))])
    return world
  }

  @Test func `R-QUAL-91 R-QUAL-97 after a favourable decision the letter goes out and the certificate is published`() {
    let decision = EntityID("decision/D1")!
    let decided: [SyncCore.Operation] = [
      DossierWorld.set("audit", decision, .string(CaptureWorld.audit.description)),
      DossierWorld.set("outcome", decision, "favourable"),
    ]
    #expect(rules(steps(inState("decided", decided), for: Self.office)) == ["R-QUAL-94"], "not ruled on")
    let surveillance = ruled(inState("decided", decided), on: decision, .accepted)
    #expect(rules(steps(surveillance, for: Self.office)) == ["R-QUAL-91", "R-QUAL-94"])
    let refused = ruled(inState("decided", decided), on: decision, .refused)
    #expect(rules(steps(refused, for: Self.office)) == ["R-QUAL-94"])

    var told = surveillance
    let mail = EntityID("mail/M1")!
    told.write(
      DossierWorld.other,
      [DossierWorld.set("direction", mail, "out"), DossierWorld.set("proves", mail, .string(decision.description))])
    #expect(rules(steps(told, for: Self.office)) == ["R-QUAL-91", "R-QUAL-94"], "written, not sent")
    told.write(DossierWorld.other, [DossierWorld.set("sent", mail, "2026-06-10")])
    #expect(rules(steps(told, for: Self.office)) == ["R-QUAL-94"])

    var renewal = surveillance
    let kind = renewal.fold.field("kind", of: CaptureWorld.audit, schema: AuditSchema.current)?.over ?? []
    renewal.write(
      DossierWorld.other, [.set("kind", on: CaptureWorld.audit, to: "renewal", over: kind, motive: "corrigé")])
    #expect(rules(steps(renewal, for: Self.office)) == ["R-QUAL-91", "R-QUAL-97", "R-QUAL-94"])
  }

  @Test func `R-QUAL-88 R-QUAL-50 R-QUAL-84 R-QUAL-85 the decider is told what waits for a decision`() {
    #expect(rules(steps(inState("inDecision"), for: Self.decider)) == ["R-QUAL-88"])
    #expect(steps(inState("reportClosed"), for: Self.decider).isEmpty)
    let dossier = AuditNames.dossier("999123458")!
    let title = AuditNames.title("999123458")!
    let major = EntityID("nonconformity/A0.22")!
    let late = inState(
      "planned",
      [
        DossierWorld.set("validFrom", dossier, "2024-12-31"),
        DossierWorld.set("suspension", title, .sorted([("from", "2026-06-01")])),
        .state("standing", on: title, to: "suspended", over: []),
        DossierWorld.set("grade", major, "major"), DossierWorld.set("raisedOn", major, "2026-05-13"),
        DossierWorld.set("origin", major, "audit/A0"),
      ])
    #expect(rules(steps(late, for: Self.decider, on: "2026-11-02")) == ["R-QUAL-50", "R-QUAL-84", "R-QUAL-85"])
    #expect(rules(steps(late, for: Self.decider, on: "2026-08-01")) == [])
  }

  @Test func `no step waits for anybody once an audit is invoiced or cancelled`() {
    for actor in [CaptureWorld.actor, Self.office, Self.decider] {
      #expect(steps(inState("invoiced"), for: actor).isEmpty && steps(inState("cancelled"), for: actor).isEmpty)
    }
  }
}
