import AuditDesk
import AuditModel
import SchemeRules
import SyncCore
import Testing
import WorkingDays

/// What `dossier show` says.
struct DossierOverviewTests {
  static let day = CivilDate("2026-06-15")!

  @Test func `R-QUAL-136 R-QUAL-137 the page lists what access to Mon Compte Formation still lacks`() throws {
    var world = DeskWorld()
    let bare = FundingView(world.fold, on: Self.day)
    #expect(
      bare.gaps.map(\.code) == [
        "mcf-not-certified", "mcf-declaration-not-active", "mcf-bpf-missing", "mcf-capacity-not-proved",
        "mcf-no-eligible-training", "mcf-not-compliant", "mcf-directors-record-missing",
      ])
    world.write([.state("standing", on: EntityID("title/\(DeskWorld.siren)")!, to: "active", over: [])])
    try world.fillAll(
      "funding.record", on: DeskWorld.dossier,
      [
        "declaration-active": ["oui"], "first-year": ["2020"], "bpf-year": ["2025", "2024"], "capacity": ["oui"],
        "training": ["CléA", "bilan de compétences"], "habilitated": ["non"], "compliant": ["oui"],
        "directors-record": ["oui"],
      ])
    let full = FundingView(world.fold, on: Self.day)
    #expect(full.trainings == [.skillsAssessment, .clea])
    #expect(full.gaps.map(\.code) == ["mcf-not-habilitated"])
    try world.fill("funding.record", on: DeskWorld.dossier, ["habilitated": "oui"])
    #expect(FundingView(world.fold, on: Self.day).gaps == [], "what was recorded before stays")
  }

  @Test func `R-QUAL-138 R-QUAL-139 R-QUAL-140 the page tells of the other funders, each from its day on`() throws {
    let world = DeskWorld()
    #expect(FundingView(world.fold, on: Self.day).notes == [.skillsOperators, .employmentFund, .jobseekers])
    let before = try #require(CivilDate("2021-12-31"))
    #expect(FundingView(world.fold, on: before).notes == [.employmentFund, .jobseekers])
  }

  @Test func `R-QUAL-102 R-QUAL-103 DL-QUAL-15 contacts are listed with their login and about when access follows`()
    throws
  {
    var world = DeskWorld()
    try world.fill("contact.record", ["name": "Nadia Roussel", "email": "n.roussel@exemple.fr"])
    try world.fill(
      "contact.record", ["name": "Marc Belin", "email": "m.belin@exemple.fr", "phone": "04 00 00 00 00"])
    let contacts = ContactView.all(in: world.fold)
    #expect(contacts.map(\.name) == ["Marc Belin", "Nadia Roussel"])
    #expect(contacts.last?.email == "n.roussel@exemple.fr")
    // The first change of this world is written at 1 ms.
    #expect(contacts.last?.access?.description == "1970-01-03T00:00:00.001Z")
  }

  @Test func `R-QUAL-63 the overview gathers certificate, structure, mail, money and non-conformities`() throws {
    var world = DeskWorld()
    let nonConformity = EntityID("nonconformity/N1")!
    world.write([
      world.set("validFrom", DeskWorld.dossier, "2026-01-10"),
      world.set("certificateEnd", DeskWorld.dossier, "2029-01-09"), world.set("indicator", nonConformity, 4),
      world.set("grade", nonConformity, "major"), world.set("quotedOn", EntityID("contract/C1")!, "2025-11-02"),
    ])
    try world.fill("dossier.describe", on: DeskWorld.dossier, ["structure": "multisite", "new-entrant": "non"])
    let first = try world.fill("mail.record", ["direction": "reçu", "received": "2026-02-01"])
    try world.fill("mail.correct", ["of": first.description, "motive": "cachet", "received": "2026-01-31"])
    try world.fill("mail.record", ["direction": "envoyé", "sent": "2026-02-03"])
    let overview = DossierOverview(world.fold, on: Self.day)
    #expect(overview.validFrom == CivilDate("2026-01-10"))
    #expect(overview.validUntil == CivilDate("2029-01-09"))
    #expect(overview.structure == .multiSite)
    #expect(overview.contracts.map(\.description) == ["contract/C1"])
    #expect(overview.openNonConformities.map(\.indicator.number) == [4])
    #expect(overview.mail.received == 1)
    #expect(overview.mail.sent == 1)
    #expect(overview.billing.total == .zero)
    #expect(overview.subcontracts.isEmpty)
  }
}
