import AuditDesk
import AuditModel
import AuditSchema
import SchemeRules
import SyncCore
import Testing
import WorkingDays

struct PlanningFormTests {
  private static let lead = UserID("u-lead")!
  private static let day = CivilDate("2026-05-13")!

  /// A dossier with its contract and the letters of a surveillance.
  private struct Path {
    var world = DeskWorld()
    let contract: EntityID
    let signed: EntityID

    init() throws {
      let dossier = AuditNames.dossier(DeskWorld.siren)!
      world.fold.apply(
        Change(
          id: ChangeID(replica: ReplicaID(bits: 1), seq: 1), salt: String(repeating: "0", count: 26), time: 0,
          by: UserID("u-office")!, stream: world.fold.stream,
          operations: [
            .set("profile", on: dossier, to: .sorted([("categories", .array(["AF"]))]), over: [], motive: nil),
            .set("validFrom", on: dossier, to: "2024-11-15", over: [], motive: nil),
          ]))
      try world.fill(
        "competence.record",
        ["person": "u-lead", "role": "auditeur", "from": "2025-01-01", "proof": "attestation", "category": "AF"])
      contract = try world.fill(
        "contract.record",
        [
          "quoted-on": "2026-03-15", "cycle": "1", "turnover": "180 000,00 €", "category": "actions de formation",
          "new-entrant": "non",
        ],
        each: [
          "duration": ["initial=2", "surveillance=3"], "document": ["nda", "kbis", "bpf"],
          "site": ["siege=Siège", "atelier=Atelier"], "option": ["jour garanti"],
        ])
      signed = try world.fill("mail.record", ["direction": "reçu", "received": "2026-04-01"])
    }

    mutating func mail(_ direction: String, _ day: String) throws -> String {
      try world.fill("mail.record", ["direction": direction, direction == "in" ? "received" : "sent": day]).description
    }
  }

  @Test func `T-QUAL-A01 to T-QUAL-A05 R-QUAL-27 forms and rulings lead from the quote to the audit plan`() throws {
    var path = try Path()
    let audit = try path.world.fill(
      "audit.contract",
      [
        "contract": path.contract.description, "mail": path.signed.description, "kind": "surveillance",
        "target": "2026-06",
      ])
    #expect(path.world.rule(on: audit, on: Self.day).rules == ["R-QUAL-26"], "the RIB is missing")
    try path.world.fill("contract.record", on: path.contract, ["document": "rib"])
    try path.world.fill(
      "audit.contract", on: audit, ["contract": path.contract.description, "mail": path.signed.description])
    #expect(path.world.rule(on: audit, on: Self.day).verdict == .accepted)

    let file = try path.mail("in", "2026-05-04")
    try path.world.fill(
      "audit.document", on: audit, ["code": "BPF", "mail": file, "current": "oui", "turnover": "181000"])
    try path.world.fill(
      "audit.plan", on: audit,
      [
        "kind": "surveillance", "mode": "sur place", "from": "2026-06-02", "to": "2026-06-03",
        "place": "12 rue des Essais, 75010 Paris", "site": "siege=Siège",
      ])
    #expect(path.world.rule(on: audit, on: Self.day).verdict == .accepted)
    let shown = path.world.fold.field("schedule", of: audit, schema: AuditSchema.current)?.shown
    #expect(shown?.elements?.compactMap { $0["halfDays"]?.number } == [2, 1], "a day and a half, as the contract says")

    try path.world.fill("audit.name-auditor", on: audit, ["lead": "u-lead"])
    #expect(path.world.rule(on: audit, on: Self.day).verdict == .accepted)
    #expect(path.world.text("named", of: audit) == "u-lead")

    let documents = ["organigramme", "présentation", "chiffre d'affaires", "attestation"]
    for document in documents {
      try path.world.fill("audit.document", on: audit, ["code": document, "mail": file, "current": "oui"])
    }
    let notice = try path.mail("out", "2026-05-10")
    try path.world.fill("audit.notice", on: audit, ["mail": notice, "contact": "planification"])
    #expect(path.world.rule(on: audit, on: Self.day).verdict == .accepted)
    let validation = try path.mail("in", "2026-05-11")
    try path.world.fill("audit.validate-notice", on: audit, ["mail": validation])
    #expect(path.world.rule(on: audit, on: Self.day).verdict == .accepted)
    let sending = try path.mail("out", "2026-05-12")
    try path.world.fill("audit.send-plan", on: audit, as: Self.lead, roles: [.auditor], ["mail": sending])
    #expect(path.world.rule(on: audit, as: Self.lead, roles: [.auditor], on: Self.day).verdict == .accepted)
    #expect(path.world.text("stage", of: audit) == "planSent")

    try path.world.fill("audit.move", on: audit, ["from": "2026-06-09", "to": "2026-06-10"])
    try path.world.fill("audit.validate-notice", on: audit, ["mail": validation])
    #expect(
      path.world.rule(on: audit, on: Self.day).rules == ["T-QUAL-A04"],
      "R-QUAL-46: moved days are noticed and validated again")
  }

  @Test func `R-QUAL-41 R-QUAL-45 R-QUAL-63 a contract tells structure, options and whether the body is a new entrant`()
    throws
  {
    var path = try Path()
    let dossier = AuditNames.dossier(DeskWorld.siren)!
    #expect(path.world.text("structure", of: dossier) == "multi-site")
    #expect(
      path.world.fold.field("newEntrant", of: dossier, schema: AuditSchema.current)?.shown == .bool(false))
    let options = path.world.fold.field("options", of: path.contract, schema: AuditSchema.current)?.shown
    #expect(options == .array(["guaranteed-day"]))
    try path.world.fill("contract.record", on: path.contract, ["duration": "renouvellement=2"])
    let durations = path.world.fold.field("durations", of: path.contract, schema: AuditSchema.current)?.shown
    #expect(
      durations == .sorted([("initial", 2), ("renewal", 2), ("surveillance", 3)]), "what was said before stays said")
  }

  @Test(arguments: [
    ("duration", "surveillance=0"), ("duration", "sondage=1"), ("duration", "surveillance"), ("cycle", "0"),
    ("option", "nuit"), ("turnover", "beaucoup"),
  ])
  func `a contract with an answer of another kind is not taken`(input: String, answer: String) throws {
    var world = DeskWorld()
    let before = world.fold
    #expect(throws: ActInputFault.self) { try world.fill("contract.record", [input: answer]) }
    #expect(world.fold == before)
  }

  @Test(arguments: ["2026-06-02", "2026-06-31=1", "2026-06-02=3", "2026-06-02=1,"])
  func `half-days are one or two of a date`(answer: String) {
    let form = ActForm.required("audit.move")
    #expect {
      try form.answers(to: ["from": ["2026-06-02"], "to": ["2026-06-02"], "half-days": [answer]])
    } throws: { error in
      (error as? ActInputFault)?.sentence.fr.contains("AAAA-MM-JJ=1") ?? false
    }
    #expect(throws: Never.self) {
      try form.answers(to: ["from": ["2026-06-02"], "to": ["2026-06-02"], "half-days": ["2026-06-02=1,siege"]])
    }
  }

  @Test func `GX-34 R-QUAL-65 an unpaid invoice is reported and settled by the office`() throws {
    var world = DeskWorld()
    let unpaid = try world.fill("unpaid.record", ["since": "2026-04-30", "amount": "1 176,00"])
    #expect(world.fold.field("amountCents", of: unpaid, schema: AuditSchema.current)?.shown == 117_600)
    try world.fill("unpaid.settle", on: unpaid, ["on": "2026-05-20"])
    #expect(world.text("settledOn", of: unpaid) == "2026-05-20")
    #expect(ActForm.required("unpaid.record").act == nil, "a fact, which nobody refuses")
  }

  @Test func `R-ROLE-22 a competence is written into the directory, not into a dossier`() throws {
    var world = DeskWorld()
    let before = world.fold
    let competence = try world.fill(
      "competence.record",
      [
        "person": "u-lead", "role": "expert décisionnaire", "from": "2025-01-01", "until": "2027-12-31",
        "proof": "diplôme",
      ],
      each: ["category": ["AF", "vae"]])
    #expect(world.fold == before)
    let entry = CompetenceRegister(world.directory).entries.first { $0.id == competence }
    #expect(entry?.role == .decider)
    #expect(entry?.categories == [.training, .priorExperience])
    #expect(entry?.until == CivilDate("2027-12-31"))
  }

  @Test func `R-QUAL-57 a cancellation carries its motive`() throws {
    var path = try Path()
    let audit = try path.world.fill(
      "audit.contract", ["contract": path.contract.description, "mail": path.signed.description])
    #expect(throws: ActInputFault.self) { try path.world.fill("audit.cancel", on: audit) }
    try path.world.fill("audit.cancel", on: audit, ["motive": "l'organisme ferme"])
    #expect(path.world.rule(on: audit, on: Self.day).verdict == .accepted)
    #expect(path.world.text("stage", of: audit) == "cancelled")
  }

  @Test func `what the office recorded reads in words, in both languages`() throws {
    let french = FieldPhrasing(.french)
    let english = FieldPhrasing(.english)
    let schedule: JSONValue = .array([.sorted([("date", "2026-06-02"), ("halfDays", 1), ("site", "siege")])])
    #expect(french.words(schedule, of: "schedule", in: "audit") == "2 juin 2026, 0,5 jour, siege")
    #expect(english.words(schedule, of: "schedule", in: "audit") == "2026-06-02, 0.5 days, siege")
    #expect(
      french.words(.sorted([("initial", 2)]), of: "durations", in: "contract") == "audit initial\u{202F}: 1 jour")
    #expect(french.words(.array(["guaranteed-week"]), of: "options", in: "contract") == "semaine garantie")
    #expect(french.words(.array(["kbis"]), of: "documents", in: "contract") == "extrait Kbis")
    #expect(french.words(117_600, of: "amountCents", in: "unpaid") == "1\u{202F}176,00\u{202F}€")
    #expect(english.words(117_605, of: "turnoverCents", in: "contract") == "€1,176.05")
    #expect(
      french.words(.sorted([("from", "2025-01-01")]), of: "period", in: "competence") == "à partir du 1er janvier 2025")
  }
}
