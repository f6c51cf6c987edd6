import AuditDesk
import AuditModel
import AuditSchema
import ServerCore
import SyncCore
import Testing

@testable import OfficeConsole

/// The registers of a dossier, the directory's, and the acts one may ask for beside them.
@Suite(.timeLimit(.minutes(2))) struct RegisterTests {
  private static let key = "999123458"

  private static func house() async throws -> (DossierHouse, StreamID) {
    let house = try await DossierHouse()
    try await house.body(key, name: "Atelier fictif")
    return (house, try await house.dossier("qualiopi", key))
  }

  private static func set(_ entity: String, _ facts: [(FieldName, JSONValue)]) throws -> [SyncCore.Operation] {
    let id = try #require(EntityID(entity))
    return facts.map { .set($0.0, on: id, to: $0.1, over: [], motive: nil) }
  }

  /// A line as billing writes it.
  private static func line(_ entity: String, cents: Int64) throws -> [SyncCore.Operation] {
    try set(
      entity,
      [
        ("item", .sorted([("code", "audit-days"), ("en", "Initial audit"), ("fr", "Audit initial")])),
        (
          "amount",
          .sorted([
            ("amountCents", .integer(cents)), ("quantity", "1"), ("rule", "R-QUAL-94"), ("unit", "day"),
            ("unitCents", .integer(abs(cents))),
          ])
        ),
      ])
  }

  private static func register(_ name: String, _ html: String) throws -> String {
    String(try #require(html.split(separator: "<h3 id=\"\(name)\">").last?.split(separator: "<h3").first))
  }

  @Test func `every register shows its facts in words, and says which hold nothing yet`() async throws {
    let (house, stream) = try await Self.house()
    let empty = try await house.open("/dossiers/\(stream)").html
    #expect(empty.contains("Rien encore\u{202F}: courrier, contrats, non-conformités, décisions"))
    let steps =
      try Self.set("contract/K1", [("quotedOn", "2026-03-02"), ("dayPriceCents", 98_000), ("signed", "mail/M1")])
      + Self.set(
        "mail/M1",
        [("direction", "in"), ("received", "2026-03-09"), ("about", "Devis signé"), ("proves", "contract/K1")])
      + Self.set("nonconformity/N1", [("indicator", 17), ("grade", "major"), ("raisedOn", "2026-05-04")])
      + Self.set("complaint/R1", [("from", "Stagiaire"), ("about", "Salle trop petite"), ("received", "mail/M1")])
      + Self.line("billing/B1", cents: 98_050) + Self.line("billing/B2", cents: -8_050)
      + Self.set("billing/B2", [("corrects", "billing/B1"), ("motive", "jour en trop")])
      + Self.set("unpaid/U1", [("since", "2026-04-01"), ("amountCents", 120_000)])
      + Self.set("declaration/D1", [("subject", "Nouvelle adresse"), ("effectiveOn", "2026-04-15")])
      + Self.set("title/\(Self.key)", [("number", "Q-001")])
    try await house.office.push(stream, steps)
    let html = try await house.open("/dossiers/\(stream)").html
    let contracts = try Self.register("contracts", html)
    #expect(contracts.contains("2 mars 2026") && contracts.contains("courrier reçu le 9 mars 2026 — Devis signé"))
    #expect(try Self.register("mail", html).contains("Porte\u{202F}: contrat — devis du 2 mars 2026"))
    #expect(contracts.contains("980,00\u{202F}€"))
    let found = try Self.register("nonconformities", html)
    #expect(found.contains("17 — Moyens humains et techniques") && found.contains("majeure"))
    #expect(found.contains("relevée") && found.contains("4 mai 2026"))
    #expect(try Self.register("complaints", html).contains("Salle trop petite"))
    #expect(try Self.register("unpaid", html).contains("1\u{202F}200,00\u{202F}€"))
    #expect(try Self.register("declarations", html).contains("Nouvelle adresse"))
    let certificate = try Self.register("certificate", html)
    #expect(
      certificate.contains("Q-001") && certificate.contains("15 novembre 2024"))
    let billing = try Self.register("billing", html)
    #expect(
      billing.contains("980,50\u{202F}€") && billing.contains("-80,50\u{202F}€") && billing.contains("jour en trop"))
    #expect(html.contains("<strong>Total\u{202F}: 900,00\u{202F}€</strong>"))
    let registers = try #require(html.split(separator: "<h2 id=\"registers\">").last?.split(separator: "<h2").first)
    for raw in ["mail/M1<", "billing/B1<", "98050", "2026-04-01<"] { #expect(!registers.contains(raw), "\(raw)") }
    let english = try await house.open("/dossiers/\(stream)", language: "en").html
    #expect(english.contains("Total: €900.00") && english.contains("mail received on 2026-03-09 — Devis signé"))
    #expect(!english.contains("{{") && !english.contains("Courrier"))
  }

  @Test func `a long register shows its latest rows and leads to all of them`() async throws {
    let (house, stream) = try await Self.house()
    for number in 10...30 {
      try await house.office.push(
        stream,
        try Self.set("mail/M\(number)", [("direction", "in"), ("received", .string("2026-04-\(number)"))]))
    }
    let html = try await house.open("/dossiers/\(stream)").html
    #expect(try Self.register("mail", html).contains("<span class=\"count\">(21)</span>"))
    #expect(html.contains("reçu le 30 avril 2026") && !html.contains("reçu le 12 avril 2026"))
    #expect(html.contains("<a href=\"/dossiers/\(stream)?all=mail#mail\">Tout montrer\u{202F}: Courrier (21)</a>"))
    let whole = try await house.open("/dossiers/\(stream)?all=mail").html
    #expect(whole.contains("reçu le 12 avril 2026") && !whole.contains("Tout montrer"))
  }

  @Test func `an effect that came by itself stands in its register, and a date people disagree on is marked`()
    async throws
  {
    let (house, stream) = try await Self.house()
    let colleague = try await Laptop("Collègue", [.office], house.core)
    try await house.office.push(stream, try Self.set("mail/M1", [("direction", "in"), ("received", "2026-04-01")]))
    try await colleague.push(stream, try Self.set("mail/M1", [("received", "2026-04-03")]))
    let html = try await house.open("/dossiers/\(stream)").html
    let mail = try Self.register("mail", html)
    #expect(mail.contains("<span class=\"tag warn\">divergence</span>"))
    #expect(!mail.contains("reçu le"), "no clock starts on a date in dispute")
    var fold = try await house.fold(stream)
    let title = try #require(AuditNames.title(Self.key))
    fold.apply(
      Change(
        id: ChangeID(replica: ReplicaID(bits: 9), seq: 1), salt: "", time: DossierHouse.start, by: .server,
        stream: stream, operations: [.lapse(deadline: "DL-QUAL-06", on: title, due: "2026-04-30")]))
    let principal = try await house.core.authenticate(session: house.cookie).get()
    let people = try await house.core.look(as: principal) { try People($0, Phrasing(.french)) }
    let lapses = RegisterReader(wording: FactWording(fold, people), announced: []).lapses
    #expect(lapses.rows.count == 1)
    #expect(lapses.rows[0].cells[0].text == "fin de validité du certificat (DL-QUAL-06)")
    #expect(lapses.rows[0].cells[1].text == "30 avril 2026")
    #expect(lapses.rows[0].cells[3].tags.map(\.words) == ["écrit par le serveur"])
  }

  @Test func `the acts one's role may ask for are linked from the dossier, and those of other schemes are not`()
    async throws
  {
    let (house, stream) = try await Self.house()
    let html = try await house.open("/dossiers/\(stream)").html
    #expect(html.contains("<a href=\"#acts\">Actes possibles</a>"))
    #expect(html.contains("<a href=\"/acts/\(stream)/mail.record\">Enregistrer un courrier reçu ou envoyé</a>"))
    #expect(!(try await house.open("/bodies/organisation.\(Self.key)").html.contains("/acts/")))
    for form in ActForm.all where form.act != nil {
      #expect(!ActPlace.belongs(form, in: try #require(StreamID.dossier(scheme: "certifiag", key: Self.key))))
    }
  }

  @Test func `competences are read by everybody and belong to the directory`() async throws {
    let (house, _) = try await Self.house()
    let empty = try await house.open("/competences")
    #expect(empty.status == 200)
    #expect(
      empty.html.contains("Rien encore\u{202F}: compétences.")
        && empty.html.contains("aria-current=\"page\">Compétences"))
    try await house.office.push(
      .directory,
      try Self.set("competence/C1", [("person", .string(house.office.user.description)), ("role", "auditor")]))
    let html = try await house.open("/competences").html
    #expect(html.contains("<th scope=\"row\"><bdi>Service certification</bdi></th>"))
    #expect(!html.contains("{{"))
    let english = try await house.open("/competences", language: "en").html
    #expect(english.contains("<h1>Competences</h1>") && !english.contains("Rien encore"))
  }

  @Test func `what is to be taken up again has its place on the page and in the work list`() throws {
    let file = ReopenedFile(
      key: "x", title: LocalizedText(fr: "Décision du 4 mai", en: "Decision of 4 May"),
      lines: [LocalizedText(fr: "date de réception corrigée", en: "date of receipt corrected")], path: "/dossiers/x")
    let html = try PageTemplates(OfficeConsole.templates).render(
      "reopened",
      [
        "reopened": [
          [
            "reopenedTitle": file.title.fr, "reopenedPath": file.path, "reopenedLines": file.lines.map(\.fr),
          ] as [String: Any]
        ]
      ], in: .french)
    #expect(html.contains("<a href=\"/dossiers/x\" data-line><bdi>Décision du 4 mai</bdi></a>"))
    #expect(html.contains("date de réception corrigée"))
    #expect(WorkSection.reopened.concerns([.decider], seesOffice: false))
    #expect(!WorkSection.reopened.concerns([.auditor], seesOffice: false))
  }
}
