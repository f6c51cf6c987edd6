import AuditDesk
import AuditModel
import AuditSchema
import SchemeRules
import ServerCore
import ServerHTTP
import SyncCore
import Testing
import WorkingDays

@testable import OfficeConsole

/// The page of a dossier and that of a body.
@Suite(.timeLimit(.minutes(2))) struct DossierPageTests {
  private static let key = "999123458"

  @Test func `a page shows every fact with who said it, by which door and when, and links to what is disputed`()
    async throws
  {
    let house = try await DossierHouse()
    try await house.body(Self.key, name: "Atelier fictif", site: "Siège")
    let stream = try await house.dossier("qualiopi", Self.key)
    let colleague = try await Laptop("Collègue", [.office], house.core)
    let (organisation, body) = (
      try #require(StreamID.organisation(Self.key)), try #require(AuditNames.body(Self.key))
    )
    try await colleague.push(
      organisation, [.set("legalName", on: body, to: "Atelier fictif du Val", over: [], motive: nil)])
    let (status, html) = try await house.get("/dossiers/\(stream)")
    #expect(status == 200)
    // Two names stand against each other; which of them is shown meanwhile is decided by chance of the replica's id.
    #expect(["Atelier fictif", "Atelier fictif du Val"].contains { html.contains("<h1>\($0) — Qualiopi</h1>") })
    #expect(html.contains("SIREN 999\u{202F}123\u{202F}458"))
    #expect(html.contains("Service certification — poste"))
    #expect(html.contains("4 mai 2026 à 09\u{202F}h\u{202F}00, reçu le 5 mai 2026"))
    #expect(html.contains("actions de formation, formation par apprentissage, mène à une certification"))
    #expect(html.contains("nom du site"))
    let divergence = try #require(
      try await house.core.look(as: try await Self.principal(house)) { reading in
        try reading.fold(organisation).map { Divergence.all(in: $0, reader: reading.author) }
      }?.first)
    #expect(html.contains("href=\"/divergences/\(organisation)/\(divergence.id)\""))
    #expect(html.contains("1 divergence à trancher"))
  }

  @Test func `what the public list says is shown as the public list's`() async throws {
    let house = try await DossierHouse()
    try await house.body(Self.key, name: "Atelier fictif")
    let columns = [
      "siret", "siren", "siret_siege", "siege_social", "nda", "multi_nda", "raison_sociale", "enseigne",
      "forme_juridique_code", "naf_code", "voie", "code_postal", "localite", "region_code", "certifie_qualite", "ferme",
      "lat", "lon", "campagnes",
    ]
    let row = [
      "99912345800013", Self.key, "99912345800013", "true", "24450999945", "", "ATELIER FICTIF", "", "5710", "8559A",
      "3 RUE DES TANNEURS", "45000", "ORLEANS", "24", "true", "false", "", "", "",
    ]
    let file = columns.joined(separator: ";") + "\n" + row.joined(separator: ";") + "\n"
    let report = try await house.core.importPublicList(
      PublicListReading(Array(file.utf8)[...]), acceptMassChange: true, dryRun: false)
    #expect(report.streamsChanged == 1)
    let html = try await house.get("/bodies/organisation.\(Self.key)").html
    #expect(html.contains("liste publique, reçue le 5 mai 2026"))
    #expect(html.contains("3 RUE DES TANNEURS, 45000 ORLEANS"))
  }

  @Test func `an audit, a refused act and a reported change stand on one time line with what is due`() async throws {
    let house = try await DossierHouse()
    try await house.body(Self.key, name: "Atelier fictif")
    let stream = try await house.dossier("qualiopi", Self.key)
    let auditor = try await Laptop("Auditrice", [.auditor], house.core)
    let audit = try await house.audit(stream, lead: auditor.user)
    try await house.core.assign(auditor.user, streams: [stream])
    try await auditor.push(stream, [.set("startedOn", on: audit, to: "2026-05-12", over: [], motive: nil)])
    try await auditor.push(stream, [.request("audit.close", on: audit, seen: SeenVector())])
    let (organisation, situation) = (
      try #require(StreamID.organisation(Self.key)), try #require(EntityID("situation/S1"))
    )
    try await auditor.push(
      organisation,
      [
        .set("subject", on: situation, to: "name", over: [], motive: nil),
        .set("observed", on: situation, to: "Campus fictif", over: [], motive: nil),
        .set("on", on: situation, to: "2026-05-01", over: [], motive: nil),
      ])
    let html = try await house.get("/dossiers/\(stream)").html
    let line = try #require(html.split(separator: "<ol class=\"line\">").last?.split(separator: "</ol>").first)
    let order = [
      "15 novembre 2024</time> — Début de validité", "1er mai 2026</time> — <a href=\"/situations/\(organisation)/S1\"",
      "acte rejeté", "<strong>Aujourd'hui", "Échéance\u{202F}: rapport provisoire à remettre", "R-QUAL-66",
    ].map { part in line.firstRange(of: part)?.lowerBound }
    let places = order.compactMap { $0 }
    #expect(places.count == order.count, "\(order.map { $0 != nil }) \(line)")
    #expect(places == places.sorted())
    #expect(html.contains("Changement constaté\u{202F}: dénomination"))
    #expect(html.contains("à confirmer"))
    #expect(html.contains("<a href=\"/dossiers/\(stream)/audits/A1\""))
    #expect(html.contains("Auditrice (responsable)"))
    #expect(!html.contains("inProgress") && html.contains("en cours"))
    #expect(html.contains("class=\"ahead\""))
    #expect(html.contains("L&#39;audit n&#39;a pas de périmètre."), "the refusal says why")
    #expect(html.contains("(T-QUAL-A07)"), "and by which rule")
  }

  @Test func `a day at the end of the calendar takes the due dates counted from it, and no other`() async throws {
    let house = try await DossierHouse()
    try await house.body(Self.key, name: "Atelier fictif")
    let stream = try await house.dossier("qualiopi", Self.key)
    let auditor = try await Laptop("Auditrice", [.auditor], house.core)
    let audit = try await house.audit(stream, lead: auditor.user)
    try await house.core.assign(auditor.user, streams: [stream])
    let days = JSONValue.sorted([("first", "9999-12-30"), ("last", "9999-12-31")])
    try await house.office.push(
      stream, [.set("days", on: audit, to: days, over: [house.office.last], motive: nil)])
    try await auditor.push(stream, [.set("startedOn", on: audit, to: "2026-05-12", over: [], motive: nil)])
    let (status, html) = try await house.get("/dossiers/\(stream)")
    #expect(status == 200)
    #expect(html.contains("sans date — <a href=\"/dossiers/\(stream)/audits/A1\">Échéance\u{202F}: rapport provisoire"))
    #expect(html.contains("échéance incalculable\u{202F}: une date est hors du calendrier — règle R-QUAL-66"))
    #expect(html.contains("</time> — Échéance\u{202F}: fin de validité du certificat"), "the other clocks run on")
  }

  @Test func `what the office answered a reported change stands beside it`() async throws {
    let house = try await DossierHouse()
    try await house.body(Self.key, name: "Atelier fictif")
    let (organisation, situation) = (
      try #require(StreamID.organisation(Self.key)), try #require(EntityID("situation/S1"))
    )
    let answer = JSONValue.sorted([("motive", "kbis reçu"), ("outcome", "set-aside")])
    let auditor = try await Laptop("Auditrice", [.auditor], house.core)
    try await house.core.assign(auditor.user, streams: [organisation])
    try await auditor.push(
      organisation,
      [
        .set("subject", on: situation, to: "director", over: [], motive: nil),
        .set("observed", on: situation, to: "Mme Fictive", over: [], motive: nil),
      ])
    try await house.office.push(
      organisation, [.set("answer", on: situation, to: answer, over: [], motive: nil)])
    let html = try await house.get("/bodies/\(organisation)").html
    #expect(html.contains("suite donnée"))
    #expect(html.contains("écarté par le service (motif\u{202F}: kbis reçu)"))
  }

  @Test func `the history says in words who said what, thirty lines a page, each stream for itself`() async throws {
    let house = try await DossierHouse()
    try await house.body(Self.key, name: "Atelier fictif")
    let stream = try await house.dossier("qualiopi", Self.key)
    let audit = try await house.audit(stream, lead: house.office.user)
    let auditor = try await Laptop("Auditrice", [.auditor], house.core)
    try await house.core.assign(auditor.user, streams: [stream])
    for number in 1...32 {
      let item = try #require(AuditNames.item(audit, indicator: number))
      try await auditor.push(stream, [.set("grade", on: item, to: "minor", over: [], motive: nil)])
    }
    let html = try await house.get("/dossiers/\(stream)").html
    #expect(html.contains("a coté l&#39;indicateur 32\u{202F}: mineure"))
    #expect(!html.contains("a coté l&#39;indicateur 2\u{202F}: mineure"))
    #expect(html.contains("a renseigné la fiche de l&#39;organisme"))
    let next = try #require(html.split(separator: "?before=").dropFirst().first?.split(separator: "#").first)
      .split(separator: "&amp;")
    #expect(next.last == "of=\(stream)")
    let older = try await house.get("/dossiers/\(stream)?before=\(next[0])&of=\(stream)").html
    #expect(older.contains("a coté l&#39;indicateur 2\u{202F}: mineure"))
    #expect(!older.contains("a coté l&#39;indicateur 32\u{202F}: mineure"))
    #expect(older.contains("Revenir aux plus récentes"))
    #expect(older.contains("a renseigné la fiche de l&#39;organisme"), "the other history stays where it was")
  }

  @Test func `a late write is listed, and states and lapses stand on the time line in words`() async throws {
    let house = try await DossierHouse()
    try await house.body(Self.key, name: "Atelier fictif")
    let stream = try #require(StreamID("dossier.certifiag.999123458"))
    let (item, title) = (try #require(EntityID("audit/A1/item/17")), try #require(AuditNames.title(Self.key)))
    var fold = StreamFold(stream: stream)
    for (seq, step) in [
      .set("comment", on: item, to: "trop tard", over: [], motive: nil), .freeze(item, at: SeenVector()),
      .state("standing", on: title, to: "suspended", over: []),
      .lapse(deadline: "DL-CIAG-01", on: title, due: "2026-04-30"),
    ].enumerated() as EnumeratedSequence<[SyncCore.Operation]> {
      let id = ChangeID(replica: ReplicaID(bits: 9), seq: seq + 1)
      fold.apply(Change(id: id, salt: "", time: DossierHouse.start, by: .server, stream: stream, operations: [step]))
    }
    let late = fold.lateWrites(schema: AuditSchema.current).map { late in
      DossierView.Late(entity: late.entity, field: late.field, source: .init(write: late.write, arrival: nil))
    }
    let line = TimeLineEntry.all(
      ActContext(dossier: fold, directory: nil, today: try #require(CivilDate("2026-05-05"))), body: nil, key: Self.key)
    let phrasing = Phrasing(.french)
    let (people, today) = try await house.core.look(as: try await Self.principal(house)) { reading in
      (try People(reading, phrasing), reading.today)
    }
    let view = DossierView(
      stream: stream, organisation: nil, key: Self.key, identity: [], sites: [], sitesBeyond: 3, situations: [],
      otherDossiers: [], dossierFacts: [], standing: nil, audits: [], timeLine: line, late: late, histories: [],
      divergences: 0, today: today, context: nil, actor: ActActor(user: .server, roles: []),
      announced: [])
    let html = try PageTemplates(OfficeConsole.templates).render(
      "dossier", DossierWords(view: view, people: people, phrasing: phrasing).values, in: .french)
    #expect(html.contains("Écritures tardives") && html.contains("trop tard"))
    #expect(html.contains("indicateur 17 — Moyens humains et techniques — commentaire"))
    #expect(html.contains("Habilitation ou certificat\u{202F}: suspendue"))
    #expect(html.contains("30 avril 2026</time> — Échéance passée") && html.contains("DL-CIAG-01"))
    #expect(html.contains("Autres sites, non montrés\u{202F}: 3"))
  }

  @Test func `L4 · a stream out of scope, unknown, or of another kind is not there`() async throws {
    let house = try await DossierHouse()
    try await house.body(Self.key, name: "Atelier fictif")
    let stream = try await house.dossier("qualiopi", Self.key)
    let auditor = try await house.core.addUser(name: "Auditrice", roles: [.auditor])
    let cookie = try await DossierHouse.signIn(auditor, "auditrice", house.core, house.ledger)
    for path in ["/dossiers/\(stream)", "/bodies/organisation.\(Self.key)"] {
      #expect(try await house.get(path).status == 200)
      let (status, html) = try await house.get(path, as: cookie)
      #expect(status == 404)
      #expect(!html.contains("Atelier fictif"))
    }
    for path in [
      "/dossiers/organisation.\(Self.key)", "/bodies/\(stream)", "/dossiers/dossier.clea.\(Self.key)",
      "/dossiers/office", "/dossiers/directory", "/bodies/organisation.999543218", "/dossiers/%3Cscript%3E",
    ] {
      #expect(try await house.get(path).status == 404, "\(path)")
    }
  }

  @Test func `hostile text in every field comes out as text, in both languages`() async throws {
    let house = try await DossierHouse()
    let hostile = "<script>alert('x')</script>\"&{{body}}\u{202E}"
    try await house.body(Self.key, name: hostile, site: hostile)
    let stream = try await house.dossier("certifiag", Self.key)
    let auditor = try await Laptop(hostile, [.auditor], house.core)
    let audit = try await house.audit(stream, lead: auditor.user)
    try await house.core.assign(auditor.user, streams: [stream])
    try await house.office.push(
      stream,
      [
        .set("note", on: try #require(EntityID("nonconformity/N1")), to: .string(hostile), over: [], motive: nil),
        .set(
          "planningNote", on: try #require(AuditNames.dossier(Self.key)), to: .string(hostile), over: [], motive: nil),
        .set(
          "days", on: audit, to: .sorted([("first", .string(hostile)), ("last", .string(hostile))]), over: [],
          motive: nil),
      ])
    let situation = try #require(EntityID("situation/S1"))
    try await auditor.push(
      try #require(StreamID.organisation(Self.key)),
      ["subject", "observed", "on", "proofDue", "note"].map { field in
        .set(field, on: situation, to: .string(hostile), over: [], motive: nil)
      })
    let proposal = try #require(EntityID("proposal/P1"))
    try await auditor.push(
      stream,
      [
        .set("kind", on: proposal, to: .string(hostile), over: [], motive: nil),
        .add("gaps", on: proposal, value: .string(hostile)),
        .append(
          "interviews", on: audit, value: .sorted([("text", .string(hostile)), ("with", .string(hostile))]),
          answers: nil),
        .request("habilitation.suspend", on: proposal, seen: SeenVector()),
        .unknown(name: "nouveau", .object([JSONMember("nouveau", .string(hostile))])),
      ])
    for language in ["fr", "en"] {
      for path in ["/dossiers/\(stream)", "/bodies/organisation.\(Self.key)"] {
        let (status, html) = try await house.get(path, language: language)
        #expect(status == 200)
        #expect(html.contains("&lt;script&gt;alert"))
        #expect(!html.contains("<script>alert"))
        #expect(!html.contains("='x'"))
        #expect(html.contains("{{body}}"), "braces of people are text")
      }
    }
  }

  @Test func `a page leaves nothing of its template unfilled and speaks the reader's language`() async throws {
    let house = try await DossierHouse()
    try await house.body(Self.key, name: "Atelier fictif", site: "Siège")
    let stream = try await house.dossier("qualiopi", Self.key)
    _ = try await house.audit(stream, lead: house.office.user)
    _ = try await house.dossier("certifiag", Self.key)
    for (language, words) in [
      ("fr", ["Ligne de temps", "Autres dossiers de cet organisme", "CertifIAG", "Aujourd'hui"]),
      ("en", ["Time line", "Other dossiers of this body", "CertifIAG", "Today"]),
    ] {
      let html = try await house.get("/dossiers/\(stream)", language: language).html
      for word in words { #expect(html.contains(word), "\(word)") }
      #expect(
        !html.contains("{{") && !html.contains("[[") && !html.contains("href=\"\"") && !html.contains("Optional("))
    }
  }

  private static func principal(_ house: DossierHouse) async throws -> Principal {
    try await house.core.authenticate(session: house.cookie).get()
  }
}
