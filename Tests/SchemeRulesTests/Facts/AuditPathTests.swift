import AuditModel
import AuditSchema
import SchemeRules
import SyncCore
import Testing

@Suite("the path of an audit, read from its dossier")
struct AuditPathTests {
  private static let steps: [(ActName, UserID, Set<Role>, String)] = [
    ("audit.contract", DossierWorld.office, [.office], "contracted"),
    ("audit.plan", DossierWorld.office, [.office], "planned"),
    ("audit.name-auditor", DossierWorld.office, [.office], "auditorNamed"),
    ("audit.notice", DossierWorld.office, [.office], "noticed"),
    ("audit.validate-notice", DossierWorld.office, [.office], "noticeValidated"),
    ("audit.send-plan", DossierWorld.lead, [.auditor], "planSent"),
  ]

  /// A world in which the first steps were taken.
  private func world(after count: Int) -> DossierWorld {
    var world = DossierWorld.quoted()
    for (act, user, roles, _) in Self.steps.prefix(count) { world.perform(act, by: user, roles: roles) }
    return world
  }

  private func codes(_ ruling: ActRuling) -> [String] {
    RulingReasons.read(ruling.reasons).map { "\($0.rule) \($0.code)" }
  }

  @Test func `T-QUAL-A01 T-QUAL-A02 T-QUAL-A03 T-QUAL-A04 T-QUAL-A05 R-QUAL-57 the path is taken step by step`() {
    var world = DossierWorld.quoted()
    for (act, user, roles, state) in Self.steps {
      let ruling = world.perform(act, by: user, roles: roles)
      #expect(ruling.verdict == .accepted, "\(act): \(codes(ruling))")
      #expect(world.stage() == state)
    }
  }

  @Test func `T-QUAL-A06 R-ROLE-23 an audit begun from any step is recorded, with the steps it lacks`() {
    for count in 0...Self.steps.count {
      var world = world(after: count)
      world.write(DossierWorld.lead, [DossierWorld.set("startedOn", DossierWorld.audit, "2026-06-02")])
      #expect(world.marks() == (count == Self.steps.count ? [] : ["R-QUAL-57 step-skipped"]))
      #expect(codes(world.perform("audit.cancel")).contains("R-QUAL-57 audit-begun"))
    }
  }

  @Test func `R-QUAL-27 planning without a contract is refused, and the plan stays as it was written`() {
    var world = DossierWorld.quoted()
    world.overwrite("contract", DossierWorld.audit, "contract/none")
    let ruling = world.perform("audit.plan")
    #expect(codes(ruling).contains("R-QUAL-27 contract-missing"))
    #expect(codes(ruling).contains("T-QUAL-A02 audit-not-contracted"))
    #expect(world.stage() == nil)
    #expect(world.fold.field("days", of: DossierWorld.audit, schema: AuditSchema.current)?.shown != nil)
  }

  @Test func `R-QUAL-46 R-QUAL-47 a date moved is noticed and validated again`() {
    var world = world(after: 6)
    world.move(to: ("2026-06-09", "2026-06-10"))
    #expect(codes(world.perform("audit.validate-notice")) == ["T-QUAL-A04 audit-not-noticed"])
    #expect(codes(world.perform("audit.notice")) == ["R-QUAL-46 notice-of-other-days"])
    world.mail("M7", .outgoing, "2026-05-12")
    world.overwrite("notice", DossierWorld.audit, "mail/M7")
    #expect(world.perform("audit.notice").verdict == .accepted)
    #expect(world.stage() == "noticed")
    #expect(codes(world.perform("audit.validate-notice")) == ["R-QUAL-58 validation-before-notice"])
    world.mail("M8", .incoming, "2026-05-13")
    world.overwrite("validation", DossierWorld.audit, "mail/M8")
    #expect(world.perform("audit.validate-notice").verdict == .accepted)
    world.move(to: ("2026-06-13", "2026-06-15"))
    #expect(
      codes(world.perform("audit.notice")) == ["R-QUAL-38 weekend", "R-QUAL-46 notice-of-other-days"],
      "planning judges the new days")
  }

  @Test func `T-QUAL-A03 a lead replaced after the naming is named again, and marked if the audit begins without`() {
    var world = world(after: 6)
    world.overwrite("lead", DossierWorld.audit, .string(DossierWorld.other.description))
    #expect(
      codes(world.perform("audit.notice")) == ["T-QUAL-A04 auditor-not-named", "R-ROLE-22 auditor-not-competent"])
    world.write(DossierWorld.other, [DossierWorld.set("startedOn", DossierWorld.audit, "2026-06-02")])
    #expect(world.marks() == ["T-QUAL-A06 held-by-another"])
  }

  @Test func `R-ROLE-22 a competence counts on the first day, for each category, and undisputed`() {
    for (categories, until, isAccepted) in [
      (["CFA"], "2026-06-02", true), (["CFA"], "2026-06-01", false), (["AF", "VAE"], "2027-01-01", false),
    ] {
      var world = world(after: 2)
      world.directory = DossierWorld.directory(categories: categories, until: until)
      #expect(
        codes(world.perform("audit.name-auditor")) == (isAccepted ? [] : ["R-ROLE-22 auditor-not-competent"]))
    }
    var blind = world(after: 2)
    blind.directory = nil
    #expect(
      blind.ask("audit.name-auditor", by: DossierWorld.office, roles: [.office], seat: .device).needs == [
        .competenceRegister
      ])
  }

  @Test func `GX-35 R-ROLE-06 R-ROLE-07 an auditor's audits are counted from the dossier, cycle by cycle`() {
    var world = world(after: 2)
    world.overwrite("cycle", DossierWorld.contract, 3)
    let written = [("P1", "1"), ("P2", "1"), ("P3", "2"), ("P4", "2")]
    for (name, cycle) in written {
      let past = EntityID("audit/\(name)")!
      let contract = EntityID("contract/\(cycle)")!
      world.overwrite("cycle", contract, .integer(Int64(cycle)!))
      world.write(
        DossierWorld.office,
        [
          DossierWorld.set("kind", past, "surveillance"),
          DossierWorld.set("contract", past, .string(contract.description)),
          DossierWorld.set("lead", past, .string(DossierWorld.lead.description)),
          DossierWorld.set("startedOn", past, "2020-01-01"),
        ])
    }
    #expect(codes(world.perform("audit.name-auditor")) == ["R-ROLE-06 third-cycle", "R-ROLE-07 keep-request-missing"])
    world.write(.server, [.state("stage", on: EntityID("audit/P3")!, to: "cancelled", over: [])])
    world.write(.server, [.state("stage", on: EntityID("audit/P4")!, to: "cancelled", over: [])])
    #expect(world.perform("audit.name-auditor").verdict == .accepted, "a full cycle by others, and one may return")
  }

  /// An audit of the past with its lead, by its day; its contract numbers no cycle.
  private func held(_ name: String, _ kind: String, _ day: String, by lead: UserID, in world: inout DossierWorld) {
    let past = EntityID("audit/\(name)")!
    world.write(
      DossierWorld.office,
      [
        DossierWorld.set("kind", past, .string(kind)), DossierWorld.set("lead", past, .string(lead.description)),
        DossierWorld.set("days", past, .sorted([("first", .string(day)), ("last", .string(day))])),
        DossierWorld.set("startedOn", past, .string(day)), DossierWorld.set("stage", past, "decided"),
      ])
  }

  @Test func `R-ROLE-07 R-QUAL-33 where no contract numbers the cycle the days tell it, and the request is asked for`()
  {
    var world = world(after: 2)
    world.overwrite("cycle", DossierWorld.contract, .null)
    world.overwrite("cycle", DossierWorld.title, 2)
    held("P1", "initial", "2021-10-10", by: DossierWorld.lead, in: &world)
    held("P2", "renewal", "2024-09-01", by: DossierWorld.other, in: &world)
    #expect(codes(world.perform("audit.name-auditor")) == ["R-ROLE-07 keep-request-missing"])
  }

  @Test func `R-ROLE-07 a renewal opens the next cycle, so that keeping the auditor is asked for in writing`() {
    var world = world(after: 2)
    world.overwrite("cycle", DossierWorld.contract, .null)
    held("P1", "surveillance", "2026-01-20", by: DossierWorld.lead, in: &world)
    #expect(codes(world.ask("audit.name-auditor", by: DossierWorld.office, roles: [.office])).isEmpty, "the same cycle")
    world.overwrite("kind", DossierWorld.audit, "renewal")
    #expect(
      codes(world.ask("audit.name-auditor", by: DossierWorld.office, roles: [.office])).contains(
        "R-ROLE-07 keep-request-missing"))
  }

  @Test func `R-ROLE-06 R-ROLE-07 R-ROLE-23 who joined the team after the naming is judged at the notice, then marked`()
  {
    var world = world(after: 3)
    world.overwrite("cycle", DossierWorld.contract, 3)
    for cycle in [1, 2] {
      let contract = EntityID("contract/\(cycle)")!
      world.overwrite("cycle", contract, .integer(Int64(cycle)))
      held("P\(cycle)", "surveillance", "2020-01-01", by: DossierWorld.other, in: &world)
      world.overwrite("contract", EntityID("audit/P\(cycle)")!, .string(contract.description))
    }
    #expect(
      !codes(world.ask("audit.notice", by: DossierWorld.office, roles: [.office])).contains { $0.hasPrefix("R-ROLE-0") }
    )
    world.write(
      DossierWorld.office,
      [.add("team", on: DossierWorld.audit, value: .string(DossierWorld.other.description))])
    let rotation = codes(world.ask("audit.notice", by: DossierWorld.office, roles: [.office]))
      .filter { $0.hasPrefix("R-ROLE-0") }
    #expect(rotation == ["R-ROLE-06 third-cycle", "R-ROLE-07 keep-request-missing"])
    world.write(DossierWorld.lead, [DossierWorld.set("startedOn", DossierWorld.audit, "2026-06-02")])
    let marks = world.marks().filter { $0.hasPrefix("R-ROLE-0") }
    #expect(marks == ["R-ROLE-06 held-beyond-rotation", "R-ROLE-07 held-without-keep-request"])
  }

  @Test func `GX-34 R-QUAL-65 an unpaid invoice refuses planning and notice, and an audit started is marked`() {
    var world = world(after: 1)
    let unpaid = EntityID("unpaid/U1")!
    world.write(DossierWorld.office, [DossierWorld.set("since", unpaid, "2026-04-30")])
    #expect(codes(world.perform("audit.plan")) == ["R-QUAL-65 unpaid-invoice"])
    world.overwrite("settledOn", unpaid, "2026-06-09")
    #expect(codes(world.perform("audit.plan")) == ["R-QUAL-65 unpaid-invoice"], "not paid yet today")
    world.write(DossierWorld.lead, [DossierWorld.set("startedOn", DossierWorld.audit, "2026-06-02")])
    #expect(world.marks() == ["R-QUAL-57 step-skipped", "R-QUAL-65 held-unpaid"])
  }

  @Test func `R-QUAL-36 A-62 GX-31 the certificate says whether a surveillance may be remote, its silence says no`() {
    var world = world(after: 1)
    world.overwrite("mode", DossierWorld.audit, "remote")
    #expect(codes(world.perform("audit.plan")) == ["R-QUAL-36 remote-not-allowed"])
    world.overwrite("remoteSurveillance", DossierWorld.title, true)
    #expect(world.perform("audit.plan").verdict == .accepted)
  }

  @Test func `R-QUAL-49 after the window only a surveillance that cures a suspension in force is planned`() {
    var world = world(after: 1)
    world.move(to: ("2026-10-05", "2026-10-06"))
    world.overwrite("curesSuspension", DossierWorld.audit, true)
    #expect(codes(world.perform("audit.plan")) == ["R-QUAL-49 after-window"])
    world.write(.server, [.state("standing", on: DossierWorld.title, to: "suspended", over: [])])
    #expect(world.perform("audit.plan").verdict == .accepted)
  }

  @Test func `R-TIME-21 a mail corrected later is what proves a step`() {
    var world = world(after: 3)
    world.mail("M9", .outgoing, "2026-05-10")
    world.write(DossierWorld.office, [DossierWorld.set("corrects", EntityID("mail/M9")!, "mail/M2")])
    #expect(world.perform("audit.notice").verdict == .accepted)
    world.write(
      DossierWorld.office,
      [
        DossierWorld.set("direction", EntityID("mail/MA")!, "in"),
        DossierWorld.set("corrects", EntityID("mail/MA")!, "mail/M3"),
      ])
    #expect(codes(world.perform("audit.validate-notice")) == ["R-QUAL-58 validation-not-received"])
  }

  @Test func `R-QUAL-57 a cancelled audit ends its path, and its contract serves another`() {
    var world = world(after: 4)
    world.overwrite("cancellation", DossierWorld.audit, "l'organisme ferme")
    #expect(world.perform("audit.cancel").verdict == .accepted)
    #expect(world.stage() == "cancelled")
    #expect(codes(world.perform("audit.cancel")) == ["R-QUAL-57 already-cancelled"])
  }

  @Test func `an accepted step is forecast by a device as the server rules it`() {
    var world = DossierWorld.quoted()
    #expect(world.ask("audit.contract", by: DossierWorld.office, roles: [.office], seat: .device).verdict == .accepted)
    #expect(world.ask("audit.contract", by: DossierWorld.lead, roles: [.auditor], seat: .device).verdict == .refused)
  }
}
