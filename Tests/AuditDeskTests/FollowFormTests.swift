import AuditDesk
import AuditModel
import AuditSchema
import SchemeRules
import SyncCore
import Testing
import WorkingDays

/// What starts a clock beside the audits, and what guided capture asks for, filled in as people do.
struct FollowFormTests {
  private let dossier = AuditNames.dossier(DeskWorld.siren)!

  private func due(_ world: DeskWorld, _ id: DeadlineID, on today: String) -> RunningDeadline? {
    QualiopiDeadlines.all(
      in: ActContext(dossier: world.fold, directory: nil, today: CivilDate(today)!)
    ).first { $0.id == id }
  }

  @Test
  func `R-QUAL-23 R-QUAL-24 R-QUAL-25 A-66 the declaration is followed from the first agreement to its filing`() throws
  {
    var world = DeskWorld()
    try world.fill("dossier.record", on: dossier, ["first-contract": "2026-01-10"])
    #expect(due(world, .qual01, on: "2026-02-01")?.state == .running)
    try world.fill(
      "dossier.record", on: dossier, ["declared": "2026-03-02", "nda": "11 75 12345 75", "authority": "DRIEETS"])
    #expect(due(world, .qual01, on: "2026-02-01")?.state == .done)
    let declaration = world.fold.field("activityDeclaration", of: dossier, schema: AuditSchema.current)?.shown
    #expect(declaration?["firstContractOn"]?.text == "2026-01-10")
    #expect(declaration?["authority"]?.text == "drieets")
    // One authority, whichever of its regional names the receipt bears.
    for name in ["DREETS", "deets"] {
      try world.fill("dossier.record", on: dossier, ["authority": name])
      let renamed = world.fold.field("activityDeclaration", of: dossier, schema: AuditSchema.current)?.shown
      #expect(renamed?["authority"]?.text == name.lowercased() && renamed?["filedOn"]?.text == "2026-03-02")
    }
    #expect(ActForm.required("dossier.record").documents?.fr.contains("CERFA 10782*05") == true)
  }

  @Test
  func `R-QUAL-102 a contact updated again starts its 48 hours again`() throws {
    var world = DeskWorld()
    try world.fill("dossier.record", on: dossier, ["contact-updated": "2026-10-24"])
    try world.fill("dossier.record", on: dossier, ["access-opened": "2026-10-25"])
    #expect(due(world, .qual15, on: "2026-10-26")?.state == .done)
    try world.fill("dossier.record", on: dossier, ["contact-updated": "2026-11-03"])
    #expect(due(world, .qual15, on: "2026-11-03")?.state == .running)
  }

  @Test func `R-QUAL-102 DL-QUAL-15 a contact passed on to planning runs its 48 hours until access is opened`() throws {
    var world = DeskWorld()
    let contact = try world.fill(
      "contact.record", ["name": "Claire Fabre", "email": "claire@example.org", "recorded": "2026-10-24"])
    #expect(due(world, .qual15, on: "2026-10-25")?.state == .running)
    #expect(due(world, .qual15, on: "2026-10-25")?.subject == contact)
    #expect(due(world, .qual15, on: "2026-10-27")?.state == .missed)
    try world.fill("dossier.record", on: dossier, ["access-opened": "2026-10-25"])
    #expect(due(world, .qual15, on: "2026-10-27")?.state == .done)
  }

  @Test func `R-QUAL-97 R-QUAL-110 DL-QUAL-16 a signed certificate runs to its place on the public list`() throws {
    var world = DeskWorld()
    try world.fill("certificate.publish", on: dossier, ["signed": "2026-06-04", "published": "2026-06-04"])
    #expect(due(world, .qual16, on: "2026-06-05")?.state == .running)
    try world.fill("certificate.publish", on: dossier, ["listed": "2026-06-05"])
    #expect(due(world, .qual16, on: "2026-06-07")?.state == .done)
    let published = world.fold.field("published", of: AuditNames.title(DeskWorld.siren)!, schema: AuditSchema.current)
    #expect(published?.shown?["publishedOn"] == "2026-06-04", "what is not said again stands")
  }

  @Test func `R-QUAL-136 DL-QUAL-18 the years of a BPF are one list, whichever form they were written in`() throws {
    var world = DeskWorld()
    try world.fill("dossier.record", on: dossier, ["bpf-year": "2025"])
    try world.fill("funding.record", on: dossier, ["bpf-year": "2026"])
    #expect(MonCompteFormationAccess.Facts(in: world.fold).bpfYears == [2025, 2026])
    #expect(due(world, .qual18, on: "2026-02-02")?.state == .done)
  }

  @Test
  func `R-QUAL-15 R-QUAL-136 requests to funders and yearly reports are recorded`() throws {
    var world = DeskWorld()
    try world.fill("dossier.record", on: dossier, ["funder-request": "2026-02-01", "bpf-year": "2026"])
    #expect(due(world, .qual17, on: "2026-02-02")?.due?.description == "2027-02-01")
    #expect(due(world, .qual18, on: "2026-02-02")?.state == .done)
  }

  @Test
  func `R-QUAL-62 R-QUAL-98 R-QUAL-101 the use of the mark is said by the auditor`() throws {
    var world = DeskWorld()
    let audit = EntityID("audit/A1")!
    try world.fill(
      "audit.mark", on: audit, as: UserID("u-lead")!, roles: [.auditor],
      ["use": "irrégulier", "seen": "logo sans la catégorie"])
    let use = world.fold.field("markUse", of: audit, schema: AuditSchema.current)?.shown
    #expect(use?["use"]?.text == "irregular" && use?["seen"]?.text == "logo sans la catégorie")
  }

  @Test
  func `a sampled service is written with its duration and kind, and a strange word is told`() throws {
    let service = try SampleNotation.service(
      key: "cap", title: "CAP", traits: ["2,5 j", "certifiante", "alternance", "situation-de-travail", "sous-traitee"])
    #expect(service.halfDays == 5 && service.isCertifying && service.isAlternating)
    #expect(service.isWorkBased && service.isSubcontracted)
    #expect(throws: SampleNotation.Fault.self) {
      try SampleNotation.service(key: "cap", title: "CAP", traits: ["longue"])
    }
  }

  @Test
  func `the due dates shown are those that wait`() throws {
    var world = DeskWorld()
    try world.fill("dossier.record", on: dossier, ["first-contract": "2026-01-10"])
    let context = ActContext(dossier: world.fold, directory: nil, today: CivilDate("2026-02-01")!)
    #expect(DossierDueDate.open(in: context).map(\.deadline) == [.qual01])
    try world.fill("dossier.record", on: dossier, ["declared": "2026-03-02"])
    let later = ActContext(dossier: world.fold, directory: nil, today: CivilDate("2026-03-03")!)
    #expect(DossierDueDate.open(in: later).isEmpty)
  }
}
