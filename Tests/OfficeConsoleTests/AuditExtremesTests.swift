import AuditModel
import SchemeRules
import ServerHTTP
import SyncCore
import SyncProtocol
import Testing

@testable import AuditDesk
@testable import OfficeConsole
@testable import ServerCore

@Suite("The audit page at its limits")
struct AuditExtremesTests {
  private static let hostile = "\"><script>alert('x')</script>&amp;\u{202E}"

  @Test func `hostile text in every field comes out as text, on the page and in the report`() async throws {
    let house = try await AuditHouse()
    try await house.plan()
    let text = JSONValue.string(Self.hostile)
    let audit = house.audit
    let (sheet, closing) = (
      try #require(AuditNames.sheet(audit, .opening)), try #require(AuditNames.sheet(audit, .closing))
    )
    let observation = try #require(AuditNames.observation(audit, indicator: "4", site: "siege", sample: "cap"))
    let (evidence, item) = (try #require(audit.child("evidence", "E1")), try house.item(4))
    try await house.office.push(
      house.stream,
      [
        house.set("mode", text), house.set("guide", text), house.set("pack", text),
        .add("documents", on: audit, value: text),
        .add("sites", on: audit, value: .sorted([("key", text), ("name", text)])),
        .add("samples", on: audit, value: .sorted([("key", text), ("title", text)])),
        .add("team", on: audit, value: text),
      ])
    try await house.lead.push(
      house.stream,
      [
        house.set("grade", text, on: item), house.set("comment", text, on: item), house.set("lack", text, on: item),
        house.set("startedOn", text), house.set("summary", text),
        .append(
          "interviews", on: audit, value: .sorted([("site", text), ("text", text), ("with", text)]), answers: nil),
        house.set("text", text, on: observation), house.set("indicator", text, on: observation),
        house.set("site", text, on: observation), house.set("sample", text, on: observation),
        house.set("title", text, on: evidence), house.set("held", "taken", on: evidence),
        house.set("dated", text, on: evidence), house.set("shownBy", text, on: evidence),
        house.set("site", text, on: evidence), house.set("file", .sorted([("name", text)]), on: evidence),
        .add("indicators", on: evidence, value: text),
        house.set("heldOn", text, on: sheet), house.set("representative", text, on: sheet),
        .add("participants", on: sheet, value: text), house.set("remarks", text, on: sheet),
        .add("announced", on: closing, value: .sorted([("grade", text), ("indicator", text)])),
      ])
    let situation = try #require(EntityID("situation/S1"))
    try await house.lead.push(
      try #require(StreamID.organisation(AuditHouse.key)),
      [
        house.set("subject", text, on: situation), house.set("observed", text, on: situation),
        house.set("on", text, on: situation),
      ])
    try await house.lead.push(house.stream, [.request("audit.unheard-of", on: audit, seen: SeenVector())])
    let html = try await house.page()
    #expect(html.contains("&lt;script&gt;"))
    #expect(!html.contains("<script") && !html.contains("alert('x')"))
    guard case .document(let report) = try await house.report() else {
      Issue.record("no report")
      return
    }
    #expect(report.contains("&lt;script&gt;") && !report.contains("<script"))
  }

  @Test func `a long audit is cut, says how many lines are left out, and is whole on demand`() async throws {
    let house = try await AuditHouse()
    try await house.plan()
    try await house.fill(observations: 900, indicators: [4])
    let cut = try await house.page()
    #expect(cut.contains("Texte du constat 1."))
    #expect(cut.contains("href=\"/dossiers/\(house.stream)/audits/A1?all=1#i-4\">888 autres</a>"))
    let whole = try await house.page(query: "all=1")
    #expect(!whole.contains("autres</a>"))
    #expect(whole.split(separator: "<p class=\"written\">Texte du constat").count == 901)
  }

  @Test func `an audit of the usual length is shown whole`() async throws {
    let house = try await AuditHouse()
    try await house.plan(scope: Array(1...32))
    try await house.fill(observations: 200, indicators: Array(1...32))
    let html = try await house.page()
    #expect(!html.contains("?all=1"))
    #expect(html.split(separator: "<p class=\"written\">Texte du constat").count == 201)
  }

  @Test func `the report prints two thousand lines of an audit, each piece of evidence beside its non-conformity`()
    async throws
  {
    let house = try await AuditHouse()
    try await house.plan()
    try await house.fill(observations: 1_000, indicators: [4])
    try await house.lead.push(
      house.stream,
      [
        house.set("grade", "major", on: try house.item(4)),
        house.set("lack", "convention absente", on: try house.item(4)),
      ])
    guard case .document(let report) = try await house.report() else {
      Issue.record("no report")
      return
    }
    #expect(report.contains("Pièce 1\u{202F}; Pièce 10"))
    #expect(report.contains("Absence notée\u{202F}: convention absente"))
    #expect(report.split(separator: "<p class=\"written\">Texte du constat").count == 1_001)
    #expect(report.contains("— indicateur 4 —"))
  }

  @Test func `a presented audit says that it is frozen and lists what came afterwards`() async throws {
    let house = try await AuditHouse()
    try await house.plan()
    let item = try house.item(4)
    let early = try await house.lead.push(house.stream, [house.set("grade", "conform", on: item)])
    let (stream, audit) = (house.stream, house.audit)
    var at = SeenVector([house.office.replica: 9])
    at.insert(early)
    let frozen = at
    try await house.server.write { workspace in
      _ = try workspace.write([.freeze(audit, at: frozen)], in: stream, as: .server)
    }
    #expect(try await house.page().contains("Rien n'est arrivé depuis."))
    try await house.lead.push(stream, [house.set("grade", "major", on: item, over: [early])])
    let html = try await house.page()
    #expect(html.contains("présenté\u{202F}: figé"))
    #expect(html.contains("id=\"late\""))
    #expect(html.contains("arrivée après</span> majeure"))
    #expect(
      html.contains("Besoin du bénéficiaire analysé\u{202F}: conforme</span>"), "the grid shows what was presented")
  }

  @Test func `days outside the calendar leave the page standing and explain the missing report`() async throws {
    let house = try await AuditHouse()
    try await house.plan(days: ("9999-12-30", "9999-12-31"))
    #expect(try await house.page().contains("hors du calendrier"))
    guard case .page(_, let main, let status) = try await house.report() else {
      Issue.record("a report without dates")
      return
    }
    #expect(status == 409)
    #expect(main.contains("Faites corriger les jours de l&#39;audit"))
  }

  @Test func `through the door, page and report come with their own policies`() async throws {
    let house = try await AuditHouse()
    try await house.plan()
    let login = try #require(LoginName("bureau"))
    try await house.server.setPassword(of: house.office.user, login: login, password: "phrase de passe longue")
    let secret = try await house.server.signIn(login: "bureau", password: "phrase de passe longue").get().secret
    let console = try OfficeConsole(core: house.server)
    func answer(_ path: String, secret: String?) async -> ServerHTTP.PageAnswer {
      await console.answer(
        PageRequest(
          path: path, parameters: ["stream": house.stream.description, "audit": "A1"],
          cookies: secret.map { [SessionCookie.name(isSecure: false): $0] } ?? [:], host: "localhost"),
        on: PageRoute(.get, path))
    }
    let page = await answer(AuditPage.path, secret: secret)
    #expect(page.status == 200)
    #expect(page.headers.contains { $0.name == "Content-Security-Policy" && $0.value == SecurityHeaders.contentPolicy })
    let report = await answer(AuditReportPage.path, secret: secret)
    #expect(report.status == 200)
    #expect(
      report.headers.contains {
        $0.name == "Content-Security-Policy" && $0.value.contains("style-src 'sha256-") && !$0.value.contains("script")
      })
    #expect(await answer(AuditPage.path, secret: nil).status == 303)
  }
}

extension AuditHouse {
  /// Writes observations and as many pieces of evidence, dealt out to the indicators in turn.
  fileprivate func fill(observations count: Int, indicators: [Int]) async throws {
    for start in stride(from: 1, through: count, by: 25) {
      var steps: [SyncCore.Operation] = []
      for number in start...min(start + 24, count) {
        let code = String(indicators[number % indicators.count])
        let id = try #require(AuditNames.observation(audit, indicator: code, site: "siege", sample: "n\(number)"))
        steps += [
          set("indicator", .string(code), on: id), set("site", "siege", on: id),
          set("text", .string("Texte du constat \(number)."), on: id),
        ]
        let proof = try #require(audit.child("evidence", "E\(number)"))
        steps += [
          set("title", .string("Pièce \(number)"), on: proof), set("held", "seen", on: proof),
          .add("indicators", on: proof, value: .integer(Int64(code) ?? 0)),
        ]
      }
      try await second.push(stream, steps)
    }
  }
}
