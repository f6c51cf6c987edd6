import AuditModel
import SchemeRules
import SyncCore
import Testing
import WorkingDays

/// Which deadlines run in a dossier, from which fact, until when, and when their duty is done.
@Suite struct QualiopiDeadlinesTests {
  @Test func `R-QUAL-23 DL-QUAL-01 the declaration runs from the first agreement until it is filed`() {
    var world = DeadlineWorld()
    world.set("activityDeclaration", .sorted([("firstContractOn", "2026-01-10")]))
    #expect(world.line(.qual01, on: "2026-04-10") == "running 2026-04-10")
    #expect(world.line(.qual01, on: "2026-04-11") == "missed 2026-04-10")
    world.set("activityDeclaration", .sorted([("filedOn", "2026-04-12"), ("firstContractOn", "2026-01-10")]))
    #expect(world.line(.qual01, on: "2026-04-13") == "done 2026-04-10")
  }

  @Test
  func `R-QUAL-48 R-QUAL-49 R-QUAL-51 DL-QUAL-02 DL-QUAL-03 DL-QUAL-04 DL-QUAL-05 surveillance runs until it is held`()
  {
    var world = DeadlineWorld()
    world.set("validFrom", "2024-12-31")
    #expect(world.line(.qual02, on: "2026-02-27") == "running 2026-02-28")
    #expect(world.line(.qual02, on: "2026-02-28") == "done 2026-02-28")
    #expect(world.line(.qual03, on: "2026-07-01") == "missed 2026-06-30")
    #expect(world.line(.qual04, on: "2026-10-31") == "running 2026-10-31")
    #expect(world.line(.qual04, on: "2026-11-01") == "missed 2026-10-31")
    #expect(world.line(.qual05, on: "2026-02-01") == "running 2026-02-28")
    world.hold("surveillance", "2026-05-12", "2026-05-13")
    for id in [DeadlineID.qual02, .qual03, .qual04, .qual05] {
      #expect(world.line(id, on: "2026-11-01")?.hasPrefix("done") == true, "\(id)")
    }
  }

  @Test func `R-QUAL-49 A-67 a surveillance held before its window does not count`() {
    var world = DeadlineWorld()
    world.set("validFrom", "2024-12-31")
    world.hold("surveillance", "2026-02-27", "2026-02-27")
    #expect(world.line(.qual04, on: "2026-11-01") == "missed 2026-10-31")
  }

  @Test func `R-QUAL-33 DL-QUAL-06 a cycle lasts three years, and the date printed wins`() {
    var world = DeadlineWorld()
    world.set("validFrom", "2024-12-31")
    #expect(world.line(.qual06, on: "2026-05-12") == "running 2027-12-31")
    world.set("certificateEnd", "2027-12-30")
    #expect(world.line(.qual06, on: "2026-05-12") == "running 2027-12-30")
    world.state("standing", DeadlineWorld.title, "withdrawn")
    #expect(world.all(on: "2026-05-12").allSatisfy { $0.state == .done })
  }

  @Test func `R-QUAL-53 R-QUAL-54 DL-QUAL-07 DL-QUAL-08 renewal is planned at eight months and held at four`() {
    var world = DeadlineWorld()
    world.set("certificateEnd", "2027-10-31")
    #expect(world.line(.qual07, on: "2027-02-28") == "running 2027-02-28")
    #expect(world.line(.qual08, on: "2027-07-01") == "missed 2027-06-30")
    let renewal = EntityID("audit/A2")!
    world.set("kind", renewal, "renewal")
    #expect(world.line(.qual07, on: "2027-02-01") == "done 2027-02-28")
    #expect(world.line(.qual08, on: "2027-02-01") == "running 2027-06-30")
    world.hold("renewal", "2027-06-29", "2027-06-30", as: renewal)
    #expect(world.line(.qual08, on: "2027-07-01") == "done 2027-06-30")
  }

  @Test func `R-QUAL-66 DL-QUAL-09 the report runs from the last day until it is presented`() {
    var world = DeadlineWorld()
    world.set("kind", DeadlineWorld.audit, "surveillance")
    world.set("days", DeadlineWorld.audit, .sorted([("first", "2026-05-12"), ("last", "2026-05-12")]))
    #expect(world.line(.qual09, on: "2026-05-13") == nil)
    world.hold("surveillance", "2026-05-12", "2026-05-12")
    #expect(world.line(.qual09, on: "2026-05-20") == "running 2026-05-20")
    #expect(world.line(.qual09, on: "2026-05-21") == "missed 2026-05-20")
    world.state("stage", DeadlineWorld.audit, "reportProvisional")
    #expect(world.line(.qual09, on: "2026-05-21") == "done 2026-05-20")
    world.state("stage", DeadlineWorld.audit, "cancelled")
    #expect(world.line(.qual09, on: "2026-05-21") == nil)
  }

  @Test func `R-QUAL-66 DL-QUAL-09 a letter sent while the presentation is refused leaves the report due`() {
    var world = DeadlineWorld()
    world.hold("surveillance", "2026-05-12", "2026-05-12")
    let letter = world.mail("M1", [("direction", "out"), ("sent", "2026-05-20")])
    world.set("presented", AuditNames.followUp(DeadlineWorld.audit)!, letter)
    #expect(world.world.accept("report.present", today: CivilDate("2026-05-20")!).verdict == .refused)
    #expect(world.line(.qual09, on: "2026-05-20") == "running 2026-05-20")
    #expect(world.line(.qual09, on: "2026-05-21") == "missed 2026-05-20")
  }

  @Test func `R-QUAL-67 R-TIME-14 DL-QUAL-10 the answer runs from the report's own date in the mail register`() {
    var world = DeadlineWorld()
    world.hold("surveillance", "2026-05-12", "2026-05-12")
    let letter = world.mail("M1", [("direction", "out"), ("sent", "2026-05-20")])
    world.set("presented", AuditNames.followUp(DeadlineWorld.audit)!, letter)
    #expect(world.line(.qual10, on: "2026-05-30") == "running 2026-05-30")
    _ = world.mail("M2", [("direction", "out"), ("sent", "2026-05-18"), ("corrects", "mail/M1"), ("motive", "erreur")])
    #expect(world.line(.qual10, on: "2026-05-30") == "missed 2026-05-28")
    world.set(
      "answer", AuditNames.followUp(DeadlineWorld.audit)!,
      world.mail("M3", [("direction", "in"), ("received", "2026-05-27")]))
    #expect(
      world.line(.qual10, on: "2026-05-30") == "missed 2026-05-28", "the mail alone, its act refused or not asked")
    world.state("stage", DeadlineWorld.audit, "reportAnswered")
    #expect(world.line(.qual10, on: "2026-05-30") == "done 2026-05-28")
  }

  @Test func `R-QUAL-76 DL-QUAL-11 a minor runs six months from the last day, open ones only`() {
    var world = DeadlineWorld()
    world.hold("initial", "2026-08-30", "2026-08-31")
    #expect(world.line(.qual11, on: "2026-09-01") == nil)
    world.raise("minor", "planReceived")
    #expect(world.line(.qual11, on: "2027-02-28") == "running 2027-02-28")
    #expect(world.line(.qual11, on: "2027-03-01") == "missed 2027-02-28")
    world.raise("minor", "evidenceReceived")
    #expect(world.line(.qual11, on: "2027-03-01") == "done 2027-02-28")
  }

  @Test func `R-QUAL-81 DL-QUAL-12 a major runs three months or to the end of validity, to its evidence`() {
    var world = DeadlineWorld()
    world.hold("renewal", "2026-11-17", "2026-11-18")
    world.raise("major")
    #expect(world.line(.qual12, on: "2027-02-18") == "running 2027-02-18")
    world.set("certificateEnd", "2027-01-15")
    #expect(world.line(.qual12, on: "2027-01-16") == "missed 2027-01-15")
    #expect(world.line(.qual12, on: "2026-11-19") == "running 2027-01-15")
    world.raise("major", "notLifted")
    #expect(world.line(.qual12, on: "2026-11-19") == "missed 2027-01-15")
    world.raise("major", "evidenceReceived")
    #expect(world.line(.qual12, on: "2027-01-16") == "done 2027-01-15")
  }

  @Test func `R-QUAL-85 R-QUAL-87 DL-QUAL-13 a suspension is cured in three months, or in the letter's own delay`() {
    var world = DeadlineWorld()
    world.state("standing", DeadlineWorld.title, "suspended")
    world.set("suspension", DeadlineWorld.title, .sorted([("from", "2027-03-01")]))
    #expect(world.line(.qual13, on: "2027-06-02") == "missed 2027-06-01")
    world.set("suspension", DeadlineWorld.title, .sorted([("from", "2027-03-01"), ("until", "2027-07-15")]))
    #expect(world.line(.qual13, on: "2027-06-02") == "running 2027-07-15")
    world.state("standing", DeadlineWorld.title, "active")
    #expect(world.line(.qual13, on: "2027-06-02") == "done 2027-07-15")
  }

  @Test func `R-QUAL-93 DL-QUAL-14 handling is indicative, and majors take their own time`() throws {
    var world = DeadlineWorld()
    world.hold("surveillance", "2026-05-12", "2026-05-12")
    let handling = try #require(world.all(on: "2026-05-13").first { $0.id == .qual14 })
    #expect(handling.row.isIndicative && handling.due?.description == "2026-06-02")
    world.raise("major")
    #expect(world.line(.qual14, on: "2026-05-13") == nil)
  }

  @Test func `R-QUAL-102 DL-QUAL-15 access of a contact runs 48 hours from the update`() {
    var world = DeadlineWorld()
    world.set("contactUpdate", .sorted([("at", "2026-10-24T10:00:00Z")]))
    #expect(world.line(.qual15, on: "2026-10-26") == "running 2026-10-26T10:00:00Z")
    #expect(world.line(.qual15, on: "2026-10-27") == "missed 2026-10-26T10:00:00Z")
    world.set("contactUpdate", .sorted([("at", "2026-10-24T10:00:00Z"), ("openedOn", "2026-10-26")]))
    #expect(world.line(.qual15, on: "2026-10-27") == "done 2026-10-26T10:00:00Z")
  }

  @Test func `R-QUAL-110 DL-QUAL-16 the public list runs 48 hours from the signature`() {
    var world = DeadlineWorld()
    world.set("published", DeadlineWorld.title, .sorted([("signedOn", "2026-06-04")]))
    #expect(world.line(.qual16, on: "2026-06-07") == "missed 2026-06-05T22:00:00Z")
    world.set("published", DeadlineWorld.title, .sorted([("listedOn", "2026-06-03"), ("signedOn", "2026-06-04")]))
    #expect(world.line(.qual16, on: "2026-06-07") == "missed 2026-06-05T22:00:00Z", "the list of the one before")
    world.set("published", DeadlineWorld.title, .sorted([("listedOn", "2026-06-05"), ("signedOn", "2026-06-04")]))
    #expect(world.line(.qual16, on: "2026-06-07") == "done 2026-06-05T22:00:00Z")
  }

  @Test func `R-QUAL-15 DL-QUAL-17 a request to funders holds a year, the next starts it again`() {
    var world = DeadlineWorld()
    world.set("funderRequest", .sorted([("on", "2025-09-01")]))
    #expect(world.line(.qual17, on: "2026-09-02") == "missed 2026-09-01")
    world.set("funderRequest", .sorted([("on", "2026-09-02")]))
    #expect(world.line(.qual17, on: "2026-09-02") == "running 2027-09-02")
  }

  @Test func `R-QUAL-136 DL-QUAL-18 who sells through the CPF files a BPF each year`() {
    var world = DeadlineWorld()
    #expect(world.line(.qual18, on: "2026-03-12") == nil)
    world.set("profile", .sorted([("cpf", true)]))
    #expect(world.line(.qual18, on: "2026-03-12") == "running 2026-12-31")
    world.write(.add("bpfYears", on: DeadlineWorld.dossier, value: 2026))
    #expect(world.line(.qual18, on: "2026-03-12") == "done 2026-12-31")
    world.set("profile", .sorted([("cpf", false)]))
    #expect(world.all(on: "2028-01-01").filter { $0.id == .qual18 }.map(\.state) == [.missed, .running])
  }

  @Test func `R-TIME-18 a suspension stops no clock that runs`() {
    var world = DeadlineWorld()
    world.set("validFrom", "2024-12-31")
    let before = world.line(.qual04, on: "2026-05-12")
    world.state("standing", DeadlineWorld.title, "suspended")
    #expect(world.line(.qual04, on: "2026-05-12") == before)
    #expect(world.line(.qual06, on: "2026-05-12") == "running 2027-12-31")
  }

  @Test func `R-TIME-20 a deadline says its working days left, by the calendar of its settings`() throws {
    var world = DeadlineWorld()
    world.hold("surveillance", "2026-05-12", "2026-05-12")
    let report = try #require(world.all(on: "2026-05-13").first { $0.id == .qual09 })
    #expect(report.workingDaysLeft == 4)
    #expect(report.row.actors == [.auditor] && report.ruleID == "R-QUAL-66")
    #expect(try #require(world.all(on: "2026-05-20").first { $0.id == .qual09 }).workingDaysLeft == 0)
  }

  @Test func `open deadlines are those nobody has done, soonest first`() {
    var world = DeadlineWorld()
    world.set("validFrom", "2024-12-31")
    world.hold("surveillance", "2026-05-12", "2026-05-12")
    let open = QualiopiDeadlines.open(in: world.context(on: "2026-05-13"))
    #expect(open.map(\.id) == [.qual09, .qual14, .qual07, .qual08, .qual06])
  }

  @Test
  func
    `mine are the auditor's and the client's of own audits, the office's all, the decider's what leads to a decision`()
  {
    var world = DeadlineWorld()
    world.set("validFrom", "2024-12-31")
    world.hold("surveillance", "2026-05-12", "2026-05-12")
    world.raise("minor")
    world.write(.add("team", on: DeadlineWorld.audit, value: "u-lead"))
    func mine(_ user: String, _ role: Role) -> [DeadlineID] {
      let actor = ActActor(user: UserID(user)!, roles: [role])
      return QualiopiDeadlines.open(in: world.context(on: "2026-05-13")).filter {
        $0.concerns(actor, team: QualiopiDeadlines.team(of: $0.audit, in: world.world.fold))
      }.map(\.id)
    }
    #expect(mine("u-lead", .auditor) == [.qual09, .qual11])
    #expect(mine("u-stranger", .auditor) == [])
    #expect(mine("u-x", .decider) == [.qual14, .qual06])
    #expect(mine("u-x", .office).count == 6)
  }

  @Test func `another scheme has no such deadlines`() {
    var world = DeadlineWorld()
    world.world = DossierWorld(scheme: "certifiag")
    world.set("validFrom", "2024-12-31")
    #expect(world.all(on: "2026-05-12").isEmpty)
  }
}
