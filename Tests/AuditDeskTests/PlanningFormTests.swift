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

    /// An audit whose contract is signed.
    mutating func contracted() throws -> EntityID {
      try world.fill("contract.record", on: contract, ["document": "rib"])
      let audit = try world.fill(
        "audit.contract",
        ["contract": contract.description, "mail": signed.description, "kind": "surveillance", "target": "2026-06"])
      #expect(world.rule(on: audit, on: day).verdict == .accepted)
      return audit
    }

    /// An audit taken as far as its notice.
    mutating func noticed(
      contact: String? = nil, noticeSays: String? = "planification", isAccepted: Bool = true
    ) throws -> EntityID {
      let audit = try contracted()
      let file = try mail("in", "2026-05-04")
      for document in ["BPF", "organigramme", "présentation", "chiffre d'affaires", "attestation"] {
        try world.fill(
          "audit.document", on: audit, ["code": document, "mail": file, "current": "oui", "turnover": "181000"])
      }
      let plan = [
        "kind": "surveillance", "mode": "sur place", "from": "2026-06-02", "to": "2026-06-03",
        "place": "12 rue des Essais, 75010 Paris", "site": "siege=Siège",
      ]
      try world.fill("audit.plan", on: audit, plan.merging(contact.map { ["contact": $0] } ?? [:]) { $1 })
      #expect(world.rule(on: audit, on: day).verdict == .accepted)
      try world.fill("audit.name-auditor", on: audit, ["lead": "u-lead"])
      #expect(world.rule(on: audit, on: day).verdict == .accepted)
      let notice = try mail("out", "2026-05-10")
      try world.fill(
        "audit.notice", on: audit, ["mail": notice].merging(noticeSays.map { ["contact": $0] } ?? [:]) { $1 })
      let ruling = world.rule(on: audit, on: day)
      #expect(ruling.rules == (isAccepted ? ["T-QUAL-A04"] : ["R-QUAL-58"]))
      return audit
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

  @Test func `R-QUAL-46 R-QUAL-47 a screen shows where an audit stands once its date moved, as the guards read it`()
    throws
  {
    var path = try Path()
    let audit = try path.noticed()
    #expect(AuditBoard(audit, in: path.world.fold)?.stage == .noticed)
    try path.world.fill("audit.move", on: audit, ["from": "2026-06-09", "to": "2026-06-10"])
    #expect(path.world.text("stage", of: audit) == "noticed")
    #expect(AuditBoard(audit, in: path.world.fold)?.stage == .auditorNamed)
  }

  @Test func `R-QUAL-58 a contact planned is named in the notice letter and need not be said again`() throws {
    var path = try Path()
    let audit = try path.noticed(contact: "planification, 01 00 00 00 00", noticeSays: nil)
    #expect(path.world.text("contact", of: audit) == "planification, 01 00 00 00 00")
    let letter = try LetterKind.auditNotice.letter(
      from: audit, in: path.world.fold,
      LetterFrame(body: "Les Ateliers du Pont", certifier: "Certificateur fictif", day: Self.day), person: { _ in nil })
    #expect(letter.text.contains("planification, 01 00 00 00 00."))
    var silent = try Path()
    let bare = try silent.noticed(contact: nil, noticeSays: nil, isAccepted: false)
    #expect(silent.world.text("contact", of: bare) == nil)
  }

  @Test func `R-QUAL-60 R-QUAL-39 what a shortened initial audit leaves out is planned, and of another kind refused`()
    throws
  {
    var path = try Path()
    func scope(_ audit: EntityID) -> [Int64] {
      (path.world.fold.field("scope", of: audit, schema: AuditSchema.current)?.shown?.elements ?? [])
        .compactMap(\.number)
    }
    let plan = ["mode": "sur place", "from": "2026-06-02", "to": "2026-06-02", "site": "siege=Siège"]
    let audit = try path.contracted()
    try path.world.fill(
      "audit.plan", on: audit, plan.merging(["kind": "initial"]) { $1 }, each: ["leave-out": ["24", "2"]])
    #expect(
      path.world.fold.field("dropped", of: audit, schema: AuditSchema.current)?.shown == .array([2, 24]))
    #expect(!scope(audit).contains(2) && !scope(audit).contains(24) && scope(audit).contains(1))

    try path.world.fill(
      "audit.plan", on: audit, plan.merging(["kind": "surveillance"]) { $1 }, each: ["leave-out": ["2"]])
    let refused = path.world.judge("audit.plan", on: audit, on: Self.day)
    let reasons = RulingReasons.read(refused.reasons).filter { $0.rule == "R-QUAL-60" }
    #expect(reasons.map(\.code) == ["left-out-not-initial"])
    #expect(reasons.first?.text.sentences(in: .french).contains("indicateur 2") == true)

    try path.world.fill("audit.plan", on: audit, plan.merging(["kind": "surveillance"]) { $1 })
    #expect(!path.world.judge("audit.plan", on: audit, on: Self.day).rules.contains("R-QUAL-60"))
    #expect(path.world.fold.field("dropped", of: audit, schema: AuditSchema.current)?.shown == .array([]))
  }

  @Test func `R-QUAL-106 an extension is planned on the categories it adds, and its amendment names its signed mail`()
    throws
  {
    var path = try Path()
    let signed = try path.mail("in", "2026-05-02")
    let amendment = try path.world.fill(
      "contract.record",
      [
        "amends": path.contract.description, "signed": signed, "category": "CFA", "duration": "extension=2",
        "cycle": "1",
      ])
    #expect(path.world.text("signed", of: amendment) == signed)
    let audit = try path.world.fill(
      "audit.plan",
      [
        "kind": "extension", "mode": "on-site", "from": "2026-06-02", "to": "2026-06-02", "added-category": "CFA",
        "contract": amendment.description,
      ])
    let shown = path.world.fold.field("scope", of: audit, schema: AuditSchema.current)?.shown?.elements ?? []
    #expect(shown.contains(14), "an indicator of apprenticeship only, whose category the plan adds")
    #expect(
      path.world.fold.field("addedCategories", of: audit, schema: AuditSchema.current)?.shown == .array(["CFA"]))
    let refusal = path.world.judge("audit.plan", on: audit, on: Self.day)
    #expect(!refusal.rules.contains("R-QUAL-27"), "the amendment is signed")
  }

  @Test func `R-QUAL-09 R-QUAL-125 the office describes the services of a body, and what it does not say again stands`()
    throws
  {
    var path = try Path()
    let dossier = AuditNames.dossier(DeskWorld.siren)!
    func profile() -> JSONValue? {
      path.world.fold.field("profile", of: dossier, schema: AuditSchema.current)?.shown
    }
    try path.world.fill(
      "dossier.describe", on: dossier, ["certifying": "oui", "two-days-at-most": "oui", "cpf": "oui"],
      each: ["category": ["AF", "bilans de compétences"], "entrusted": ["4", "3"]])
    let read = ServiceProfile(try #require(profile()))
    #expect(read.categories == [.training, .skillsAssessment])
    #expect(read.isCertifying && read.samplesTwoDaysAtMost && !read.isAlternating)
    #expect(read.services == .asSubcontractorOnly(entrusted: [3, 4]))
    #expect(profile()?["cpf"] == true)
    #expect(
      FieldPhrasing(.french).words(profile(), of: "profile", in: "dossier")
        == "actions de formation, bilans de compétences, mène à une certification, prestations de deux jours ou moins, "
        + "seulement en sous-traitance d'autres organismes, vend par le CPF")
    try path.world.fill(
      "dossier.describe", on: dossier, ["certifying": "non", "alternating": "oui", "subcontractor-only": "non"])
    let again = ServiceProfile(try #require(profile()))
    #expect(again.categories == [.training, .skillsAssessment] && again.isAlternating && !again.isCertifying)
    #expect(again.services == .own && again.samplesTwoDaysAtMost)
    let before = path.world.fold
    try path.world.fill("dossier.describe", on: dossier, ["structure": "monosite"])
    #expect(before.field("profile", of: dossier, schema: AuditSchema.current)?.shown == profile())
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
