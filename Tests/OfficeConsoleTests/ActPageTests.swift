import AuditModel
import AuditSchema
import SchemeRules
import ServerCore
import ServerHTTP
import SyncCore
import Testing

@testable import AuditDesk
@testable import OfficeConsole

/// The page of any form, and where one comes back to.
@Suite(.timeLimit(.minutes(2))) struct ActPageTests {
  private static let key = "999123458"

  private static func house() async throws -> (DossierHouse, StreamID) {
    let house = try await DossierHouse()
    try await house.body(key, name: "Atelier fictif")
    return (house, try await house.dossier("qualiopi", key))
  }

  @Test func `a form says who may, by which rules, and asks each answer by its kind`() async throws {
    let (house, stream) = try await Self.house()
    let (status, html) = try await house.open("/acts/\(stream)/mail.record")
    #expect(status == 200)
    #expect(html.contains("<h1>Enregistrer un courrier reçu ou envoyé</h1>"))
    #expect(html.contains("<dt>Qui peut</dt><dd>auditeur, relecteur, expert décisionnaire"))
    #expect(html.contains("<span class=\"rule\">R-TIME-21,</span> <span class=\"rule\">R-TIME-14</span>"))
    #expect(html.contains("<label for=\"in-direction\">Sens (obligatoire)</label>"))
    #expect(html.contains("<option value=\"in\">reçu</option>"))
    #expect(html.contains("<label for=\"in-received\">Reçu le</label>"))
    #expect(html.contains("jj/mm/aaaa, comme 12/05/2026"))
    #expect(html.contains("<a href=\"/dossiers/\(stream)\"><bdi>Atelier fictif — Qualiopi</bdi></a>"))
    #expect(html.contains("data-hold"), "news do not replace what somebody types")
    #expect(!html.contains("style=") && !html.contains("onclick") && !html.contains("{{"))
    let english = try await house.open("/acts/\(stream)/mail.record", language: "en").html
    #expect(english.contains("<h1>Record a letter or e-mail received or sent</h1>"))
    #expect(english.contains("Direction (compulsory)") && !english.contains("obligatoire"))
  }

  @Test func `R-TIME-21 a letter recorded on the page stands in the register, and a corrected date keeps both`()
    async throws
  {
    let (house, stream) = try await Self.house()
    let sent = try await house.fill(
      "/acts/\(stream)/mail.record",
      [
        ("direction", "in"), ("about", "Devis signé"), ("sender", "Atelier fictif"), ("channel", "registered"),
        ("received", "04/05/2026"),
      ])
    #expect(sent.page.status == 303)
    let location = try #require(sent.location)
    #expect(location.hasPrefix("/dossiers/\(stream)?acted=mail.record&on=mail/"))
    let after = try await house.open(location).html
    #expect(
      after.contains("Enregistré\u{202F}: enregistrer un courrier reçu ou envoyé — <bdi>courrier reçu le 4 mai 2026"))
    let letter = try #require(try await house.fold(stream).standing(ofType: "mail").first)
    let path = "/acts/\(stream)/mail.correct?in.of=\(letter)"
    #expect(after.contains("href=\"\(path)\""), "its row leads to its correction")
    #expect(
      try await house.open(path).html.contains("<option value=\"\(letter)\" selected>courrier reçu le 4 mai 2026"))
    let corrected = try await house.fill(
      path, [("of", letter.description), ("motive", "cachet de la poste"), ("received", "2026-05-02")])
    #expect(corrected.page.status == 303)
    let html = try await house.open(try #require(corrected.location)).html
    let register = try #require(html.split(separator: "<h3 id=\"mail\">").last?.split(separator: "</table>").first)
    #expect(register.contains("<bdi>courrier reçu le 2 mai 2026 — Devis signé</bdi>"))
    #expect(register.contains("Avant correction\u{202F}: reçu le 4 mai 2026"))
    #expect(register.contains("Motif\u{202F}: cachet de la poste"))
    #expect(register.contains("recommandé") && !register.contains("registered"))
    #expect(!register.contains("sans accusé"), "only what goes out by e-mail waits for a receipt")
    #expect(register.split(separator: "<tr>").count == 3, "one letter is one row: \(register)")
  }

  @Test func `what is wrong is said beside its field and in a summary that leads there, and what was typed stays`()
    async throws
  {
    let (house, stream) = try await Self.house()
    let before = try await house.fold(stream)
    let (page, location) = try await house.fill(
      "/acts/\(stream)/mail.record",
      [("about", "Devis signé"), ("received", "le 4 mai"), ("sender", String(repeating: "a", count: 1_001))])
    #expect(page.status == 422 && location == nil)
    #expect(page.html.contains("<li><a href=\"#in-direction\">Sens</a> — Cette réponse est obligatoire.</li>"))
    #expect(page.html.contains("<p class=\"problem\" id=\"fault-direction\">Cette réponse est obligatoire.</p>"))
    #expect(page.html.contains("aria-describedby=\"fault-direction\" aria-invalid=\"true\" autofocus"))
    #expect(page.html.contains("id=\"fault-received\">Une date s&#39;écrit jj/mm/aaaa"))
    #expect(page.html.contains("id=\"fault-sender\">Cette ligne est trop longue"))
    #expect(page.html.contains("value=\"le 4 mai\"") && page.html.contains("value=\"Devis signé\""))
    #expect(page.html.split(separator: " autofocus").count == 2, "one field has the focus")
    #expect(try await house.fold(stream) == before)
    let unknown = try await house.fill("/acts/\(stream)/mail.record", [("direction", "in"), ("rôle", "x")])
    #expect(unknown.page.status == 400)
  }

  @Test func `a form sent twice is written once, and one sent again later is another entry`() async throws {
    let (house, stream) = try await Self.house()
    let path = "/acts/\(stream)/mail.record"
    let fields =
      try DossierHouse.hidden(try await house.open(path).html)
      + [("in.direction", "in"), ("in.about", "Relance"), ("step", "send")]
    let first = try await house.send(path, fields, as: house.cookie)
    let second = try await house.send(path, fields, as: house.cookie)
    #expect(first.page.status == 303 && second.page.status == 303)
    #expect(first.location == second.location)
    #expect(try await house.fold(stream).standing(ofType: "mail").count == 1)
    // The page left open, other words typed into it: another letter.
    _ = try await house.send(path, fields.map { $0.0 == "in.about" ? ($0.0, "Autre") : $0 }, as: house.cookie)
    #expect(try await house.fold(stream).standing(ofType: "mail").count == 2)
    let later = try await house.fill(path, [("direction", "in"), ("about", "Relance")])
    #expect(later.page.status == 303)
    #expect(try await house.fold(stream).standing(ofType: "mail").count == 3)
  }

  @Test func `somebody whose role may not sees who may and no form, and what they send is not written`() async throws {
    let (house, stream) = try await Self.house()
    let inspector = try await house.core.addUser(name: "Évaluatrice", roles: [.inspector])
    let cookie = try await DossierHouse.signIn(inspector, "evaluatrice", house.core, house.ledger)
    let path = "/acts/\(stream)/mail.record"
    let (status, html) = try await house.open(path, as: cookie)
    #expect(status == 200)
    #expect(html.contains("Votre rôle ne permet pas") && html.contains("Qui peut"))
    #expect(!html.contains("action=\"/acts/"))
    let before = try await house.fold(stream)
    let sent = try await house.send(
      path, [("on", ""), ("seen", "{}"), ("in.direction", "in"), ("step", "send")], as: cookie)
    #expect(sent.page.status == 403)
    #expect(try await house.fold(stream) == before)
    #expect(!(try await house.open("/dossiers/\(stream)", as: cookie).html.contains("/acts/")))
  }

  @Test func `L4 · a form in a stream out of scope, of another kind or on something else is not there`() async throws {
    let (house, stream) = try await Self.house()
    let auditor = try await house.core.addUser(name: "Auditrice", roles: [.auditor])
    let cookie = try await DossierHouse.signIn(auditor, "auditrice", house.core, house.ledger)
    let (status, html) = try await house.open("/acts/\(stream)/mail.record", as: cookie)
    #expect(status == 404 && !html.contains("Atelier fictif"))
    let sent = try await house.send(
      "/acts/\(stream)/mail.record", [("on", ""), ("seen", "{}"), ("in.direction", "in"), ("step", "send")], as: cookie)
    #expect(sent.page.status == 404)
    for path in [
      "/acts/organisation.\(Self.key)/mail.record", "/acts/directory/mail.record", "/acts/office/mail.record",
      "/acts/\(stream)/mail.forget", "/acts/dossier.qualiopi.999543218/mail.record",
      "/acts/\(stream)/mail.record?on=mail/M1", "/acts/\(stream)/mail.record?on=audit/A1",
      "/acts/\(stream)/mail.record?on=%3Cscript%3E",
    ] {
      #expect(try await house.open(path).status == 404, "\(path)")
    }
    let bad = try await house.send("/acts/\(stream)/mail.record", [("in.direction", "in")], as: house.cookie)
    #expect(bad.page.status == 400, "the page always sends what it showed")
  }

  @Test func `hostile text in every field comes out as text, in both languages`() async throws {
    let (house, stream) = try await Self.house()
    let hostile = "<script>alert('x')</script>\"&{{heading}}\u{202E}"
    let names = ["about", "sender", "addressee"]
    let path = "/acts/\(stream)/mail.record"
    for language in ["fr", "en"] {
      let refused = try await house.fill(
        path, names.map { ($0, hostile) } + [("received", hostile), ("channel", hostile)], language: language)
      #expect(refused.page.status == 422)
      #expect(!refused.page.html.contains("<script>alert") && refused.page.html.contains("&lt;script&gt;alert"))
      #expect(refused.page.html.contains("{{heading}}\u{202E}"), "braces people wrote stay braces")
    }
    let sent = try await house.fill(path, names.map { ($0, hostile) } + [("direction", "in")])
    let letter = try #require(try await house.fold(stream).standing(ofType: "mail").first)
    let corrected = try await house.fill(
      "/acts/\(stream)/mail.correct", [("of", letter.description), ("motive", hostile)])
    #expect(corrected.page.status == 303)
    for language in ["fr", "en"] {
      for page in ["/acts/\(stream)/mail.correct", try #require(sent.location), "/dossiers/\(stream)"] {
        let html = try await house.open(page, language: language).html
        #expect(!html.contains("<script>alert") && html.contains("&lt;script&gt;alert"), "\(page)")
      }
    }
  }

  @Test func `a session that ended keeps what was typed, by the names and words of the form`() async throws {
    let (house, stream) = try await Self.house()
    let (page, _) = try await house.send(
      "/acts/\(stream)/mail.record",
      [("on", ""), ("seen", "{}"), ("in.about", "Devis <signé>"), ("in.direction", "out"), ("step", "send")], as: nil)
    #expect(page.status == 401)
    #expect(page.html.contains("name=\"kept.in.about\" value=\"Devis &lt;signé&gt;\""))
    let kept = KeptForm(
      path: "/acts/\(stream)/mail.record", fields: [.init("in.direction", "out"), .init("seen", "{}"), .init("on", "")])
    let typed = try #require(kept.values(in: .french)["typed"] as? [[String: String]])
    #expect(typed == [["label": "sens", "value": "envoyé"]], "codes in words, and nothing the page sent by itself")
  }
}
