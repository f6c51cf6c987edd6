import AuditModel
import ServerCore
import SyncCore
import Testing

@testable import OfficeConsole

/// The list of dossiers and bodies.
@Suite(.timeLimit(.minutes(2))) struct DossierListTests {
  @Test func `a body is found by the beginnings of its words, without accents, and by its SIREN in groups`()
    async throws
  {
    let house = try await DossierHouse()
    try await house.body("999123458", name: "ÉCOLE DES MÉTIERS FICTIFS")
    try await house.body("999543218", name: "Atelier fictif du Val")
    for query in ["ecole", "MET", "m%C3%A9tiers+%C3%A9co", "999+123+458", "9991", "99912345800013"] {
      let html = try await house.get("/dossiers?bodies=all&q=\(query)").html
      #expect(html.contains("ÉCOLE DES MÉTIERS FICTIFS"), "\(query)")
      #expect(!html.contains("Atelier fictif"), "\(query)")
    }
    let html = try await house.get("/dossiers?bodies=all&q=tiers").html
    #expect(html.contains("Aucun organisme ne correspond"))
  }

  @Test func `bodies with a dossier come first, the others on demand, each with its own page`() async throws {
    let house = try await DossierHouse()
    try await house.body("999123458", name: "Atelier fictif")
    try await house.body("999543218", name: "Campus fictif")
    _ = try await house.dossier("qualiopi", "999123458")
    let html = try await house.get("/dossiers").html
    #expect(html.contains("href=\"/dossiers/dossier.qualiopi.999123458\""))
    #expect(html.contains("aria-label=\"Qualiopi — Atelier fictif\""))
    #expect(!html.contains("Campus fictif"))
    let all = try await house.get("/dossiers?bodies=all").html
    #expect(all.contains("href=\"/bodies/organisation.999543218\""))
    #expect(all.contains("sans dossier"))
  }

  @Test func `a page holds fifty bodies in the order of their names and leads to its neighbours`() async throws {
    var listing = BodyListing()
    let streams = try (0..<120).map { number in
      (try #require(StreamID.organisation("\(900_000_000 + number)")), last: number)
    }
    listing.take(streams) { "Organisme \(Titles.key(of: $0)?.suffix(3) ?? "")" }
    let view = DossierListView(listing, query: "", all: true, page: 2)
    #expect(view.rows.map(\.key).first == "900000050")
    #expect(view.rows.count == 50)
    #expect((view.first, view.page, view.pages, view.total) == (51, 2, 3, 120))
    #expect(DossierListView(listing, query: "", all: true, page: 99).rows.count == 20)
    #expect(DossierListView(listing, query: "", all: true, page: -4).page == 1)
    let order = listing.sorted.map(\.key)
    for (stream, last) in streams.shuffled() { listing.take([(stream, last: last)]) { _ in "\(last % 7) renommé" } }
    var whole = BodyListing()
    whole.take(streams) { stream in "\((Titles.key(of: stream).flatMap { Int($0) } ?? 0) % 1_000 % 7) renommé" }
    #expect(listing.sorted.map(\.key) == whole.sorted.map(\.key), "one by one as all at once")
    #expect(listing.sorted.map(\.key) != order)
  }

  @Test func `L4 · an auditor's list holds the bodies assigned to them and no others`() async throws {
    let house = try await DossierHouse()
    try await house.body("999123458", name: "Atelier fictif")
    try await house.body("999543218", name: "Campus fictif")
    let stream = try await house.dossier("qualiopi", "999123458")
    _ = try await house.dossier("qualiopi", "999543218")
    let auditor = try await house.core.addUser(name: "Auditrice", roles: [.auditor])
    try await house.core.assign(auditor, streams: [stream])
    let cookie = try await DossierHouse.signIn(auditor, "auditrice", house.core, house.ledger)
    #expect(try await house.get("/dossiers?bodies=all").html.contains("Campus fictif"))
    let html = try await house.get("/dossiers?bodies=all", as: cookie).html
    #expect(html.contains("Atelier fictif"))
    #expect(!html.contains("Campus fictif"))
    let other = try #require(StreamID("dossier.qualiopi.999543218"))
    try await house.core.assign(auditor, streams: [other])
    #expect(try await house.get("/dossiers?bodies=all", as: cookie).html.contains("Campus fictif"))
  }

  @Test func `a name that changes and a dossier that is opened show in the next list`() async throws {
    let house = try await DossierHouse()
    try await house.body("999123458", name: "Ancien nom")
    let first = house.office.last
    #expect(try await house.get("/dossiers?bodies=all").html.contains("Ancien nom"))
    let (stream, body) = (try #require(StreamID.organisation("999123458")), try #require(AuditNames.body("999123458")))
    try await house.office.push(
      stream, [.set("legalName", on: body, to: "Nouveau nom", over: [first], motive: nil)])
    _ = try await house.dossier("certifiag", "999123458")
    let html = try await house.get("/dossiers").html
    #expect(html.contains("Nouveau nom") && html.contains("CertifIAG"))
    #expect(!html.contains("Ancien nom"))
  }

  @Test func `hostile names and queries come out as text, in both languages`() async throws {
    let house = try await DossierHouse()
    let hostile = "<script>alert(1)</script>\"'&\u{202E}{{key}}"
    try await house.body("999123458", name: hostile)
    for language in ["fr", "en"] {
      let (status, html) = try await house.get(
        "/dossiers?bodies=all&q=%3Cscript%3Ealert", language: language)
      #expect(status == 200)
      #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;"))
      #expect(html.contains("value=\"&lt;script&gt;alert\""))
      #expect(!html.contains("<script>alert"))
      #expect(html.contains(language == "fr" ? "Tous les organismes" : "All bodies"))
    }
  }
}
