import AuditDesk
import AuditModel
import AuditSchema
import SchemeRules
import SyncCore
import Testing
import WorkingDays

struct CertificateFormTests {
  private let title = AuditNames.title(DeskWorld.siren)!
  private let audit = EntityID("audit/A1")!

  private func value(_ field: FieldName, _ entity: EntityID, _ world: DeskWorld) -> JSONValue? {
    world.fold.field(field, of: entity, schema: AuditSchema.current)?.shown
  }

  @Test func `T-QUAL-A13 a measure is written with the outcome it implies and the exact state shown`() throws {
    var world = DeskWorld()
    let shown = world.fold.stateDigest(schema: AuditSchema.current)
    let decision = try world.fill(
      "decision.record", as: UserID("u-decider")!, roles: [.decider],
      [
        "measure": "lever la suspension", "audit": audit.description, "decidedOn": "2027-02-20",
        "motive": "surveillance tenue",
      ])
    #expect(world.text("measure", of: decision) == "reinstate")
    #expect(world.text("outcome", of: decision) == "favourable")
    #expect(world.text("shownState", of: decision) == shown.description)
    #expect(world.text("decidedOn", of: decision) == "2027-02-20")
    #expect(world.fold.entities[decision]?.requests.values.map(\.act) == ["decision.record"])
  }

  @Test(arguments: DecisionMeasure.allCases)
  func `each measure is taken by its code and its words, and goes its own way`(measure: DecisionMeasure) throws {
    for word in [measure.rawValue, measure.words.fr, measure.words.en] {
      var world = DeskWorld()
      let decision = try world.fill(
        "decision.record", ["measure": word, "audit": audit.description, "decidedOn": "2027-02-20"])
      #expect(world.text("measure", of: decision) == measure.rawValue)
      #expect(world.text("outcome", of: decision) == measure.outcome.rawValue)
    }
  }

  @Test func `the outcome alone leaves the measure to the audit's kind and the certificate`() throws {
    var world = DeskWorld()
    let decision = try world.fill(
      "decision.record", ["measure": "défavorable", "audit": audit.description, "motive": "majeure non levée"])
    #expect(world.text("measure", of: decision) == nil)
    #expect(world.text("outcome", of: decision) == "unfavourable")
  }

  @Test func `R-QUAL-87 R-QUAL-90 letter, validity and the word on remote surveillance are kept as said`() throws {
    var world = DeskWorld()
    let decision = try world.fill(
      "decision.record",
      [
        "measure": "suspendre", "decidedOn": "2026-11-03", "condition": "tenir la surveillance", "until": "2027-02-03",
        "validTo": "2029-12-30", "number": "C-7", "remoteSurveillance": "oui",
      ])
    #expect(
      value("condition", decision, world) == .sorted([("text", "tenir la surveillance"), ("until", "2027-02-03")]))
    #expect(value("validity", decision, world) == .sorted([("number", "C-7"), ("to", "2029-12-30")]))
    #expect(value("remoteSurveillance", decision, world) == true)
  }

  @Test
  func `R-ROLE-19 a declared change is a record of its own, linked to what was observed and never merged with it`()
    throws
  {
    var world = DeskWorld()
    let mail = try world.fill("mail.record", ["direction": "reçu", "received": "2026-05-04"])
    let declaration = try world.fill(
      "situation.declare",
      [
        "subject": "adresse", "declared": "12 rue des Tilleuls, 37000 Tours", "mail": mail.description,
        "observation": "situation/S1", "documents": "kbis",
      ])
    #expect(declaration.typePath == "declaration")
    #expect(world.text("observation", of: declaration) == "situation/S1")
    #expect(world.fold.standing(ofType: "situation").isEmpty)
    #expect(world.text("subject", of: declaration) == "address")
  }

  @Test
  func `T-QUAL-C11 R-QUAL-104 R-QUAL-116 a change waits for its four items, then is on the certificate and invoiced`()
    throws
  {
    var world = DeskWorld()
    let dossier = AuditNames.dossier(DeskWorld.siren)!
    world.write([.set("validFrom", on: dossier, to: "2025-06-30", over: [], motive: nil)])
    let mail = try world.fill("mail.record", ["direction": "reçu", "received": "2026-05-04"])
    let declaration = try world.fill(
      "situation.declare",
      [
        "subject": "adresse", "declared": "12 rue des Tilleuls, 37000 Tours", "mail": mail.description,
        "documents": "kbis",
      ])
    try world.fill("certificate.update", on: declaration, ["noImpact": "oui"])
    let early = world.judge("certificate.update", on: declaration)
    #expect(RulingReasons.read(early.reasons).map(\.facts) == [["items": ["dreets-receipt", "effective-date"]]])
    try world.fill(
      "certificate.update", on: declaration, ["documents": "récépissé dreets à jour", "effectiveOn": "2026-06-01"])
    let ruling = world.judge("certificate.update", on: declaration)
    #expect(ruling.verdict == .accepted)
    #expect(ruling.rules == ["T-QUAL-C11"])
    world.write(ruling.effects)
    #expect(BillingView(world.fold).rows.map(\.line.rule) == ["R-QUAL-116"], "a change asked for is invoiced")
    let entry = value("data", title, world)?["address"]
    #expect(entry?["value"] == "12 rue des Tilleuls, 37000 Tours")
    #expect(entry?["from"] == "2026-06-01")
    #expect(entry?["declaration"]?.text == declaration.description)
    let line = try #require(EntityID("billing/\(declaration.localName).certificate-change"))
    #expect(value("amount", line, world)?["amountCents"] == 10_000)
  }
}
