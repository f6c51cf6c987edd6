import AuditModel
import AuditSchema
import SchemeRules
import ServerCore
import SyncCore
import Testing

@testable import AuditDesk
@testable import OfficeConsole

/// What the page of a form does with acts and with what somebody wrote meanwhile; with forms made for it.
@Suite(.timeLimit(.minutes(2))) struct ActRulingTests {
  private static let key = "999123458"
  private static let close = ActForm(
    "audit.close", on: "audit", fr: "clore l'audit", en: "close the audit", roles: [.auditor], act: "audit.close",
    inputs: [ActInput("summary", .text, fr: "synthèse", en: "summary")],
    documents: LocalizedText(fr: "feuilles de réunion", en: "meeting sheets"), deadline: .qual10, rules: ["R-QUAL-61"]
  ) { desk, audit, answers in
    answers.text("summary").map { [desk.write("summary", on: audit, .string($0))] } ?? []
  }
  private static let decide = ActForm(
    "decision.record", on: "decision", creates: true, fr: "décider", en: "decide", roles: [.decider],
    act: "decision.record",
    inputs: [
      ActInput("audit", .entity("audit"), fr: "audit", en: "audit", required: true),
      ActInput("motive", .line, fr: "motif", en: "motive"),
    ], rules: ["R-QUAL-84"]
  ) { desk, decision, answers in
    [desk.write("audit", on: decision, .string(answers.entity("audit")?.description ?? ""))]
      + (answers.text("motive").map { [desk.write("motive", on: decision, .string($0))] } ?? [])
  }
  private static let rename = ActForm(
    "mail.rename", on: "mail", fr: "renommer", en: "rename", roles: [.office],
    inputs: [ActInput("about", .line, fr: "objet", en: "about", required: true)], rules: ["R-TIME-21"]
  ) { desk, mail, answers in [desk.write("about", on: mail, .string(answers.text("about") ?? ""))] }
  private static let everything = ActForm(
    "dossier.all", on: "dossier", fr: "tout remplir", en: "fill in all", roles: [.office],
    inputs: [
      ActInput("line", .line, fr: "ligne", en: "line"), ActInput("text", .text, fr: "texte", en: "text"),
      ActInput("day", .day, fr: "jour", en: "day"), ActInput("flag", .flag, fr: "accord", en: "agreement"),
      ActInput("number", .number(1...9), fr: "nombre", en: "number"),
      ActInput("euros", .euros, fr: "prix", en: "price"),
      ActInput("days", .day, fr: "jours", en: "days", repeated: true),
      ActInput("texts", .text, fr: "textes", en: "texts", repeated: true),
      ActInput(
        "kinds", .choice([ActChoice("a", fr: "alpha", en: "alpha"), ActChoice("b", fr: "bêta", en: "beta")]),
        fr: "sortes", en: "kinds", repeated: true),
      ActInput("letter", .entity("mail"), fr: "courrier", en: "mail"),
      ActInput("who", .person, fr: "personne", en: "person"), ActInput("pairs", .pair, fr: "durées", en: "durations"),
    ], rules: ["R-QUAL-30"]
  ) { _, _, _ in [] }

  private let house: DossierHouse
  private let stream: StreamID
  private let page: ActPage

  init() async throws {
    house = try await DossierHouse()
    try await house.body(Self.key, name: "Atelier fictif")
    stream = try await house.dossier("qualiopi", Self.key)
    page = ActPage(
      templates: try PageTemplates(OfficeConsole.templates),
      forms: [Self.close, Self.decide, Self.rename, Self.everything])
  }

  private func signedIn(_ name: String, _ role: Role) async throws -> String {
    let user = try await house.core.addUser(name: name, roles: [role])
    if role == .auditor { try await house.core.assign(user, streams: [stream]) }
    return try await DossierHouse.signIn(user, name.lowercased(), house.core, house.ledger)
  }

  private func show(_ form: ActForm, on entity: String? = nil, as cookie: String? = nil) async throws -> String {
    let query = entity.map { "?on=\($0)" } ?? ""
    let visit = try await house.visit(
      "/acts/x\(query)", ["stream": stream.description, "form": form.name], as: cookie)
    guard case .page(_, let main, _) = try await page.show(visit) else { throw PageFault.badForm }
    return main
  }

  private func send(
    _ form: ActForm, from main: String, _ answers: [(String, String)], step: String = "send", as cookie: String? = nil
  ) async throws -> (status: Int, html: String, location: String?) {
    let fields = try DossierHouse.hidden(main) + answers.map { ("in." + $0.0, $0.1) } + [("step", step)]
    let visit = try await house.visit(
      "/acts/x", ["stream": stream.description, "form": form.name], fields: fields, as: cookie)
    switch try await page.send(visit) {
    case .page(_, let main, let status): return (status, main, nil)
    case .seeOther(let path): return (303, "", path)
    case .document, .file: throw PageFault.badForm
    }
  }

  @Test func `an act is foreseen without a word written, then refused with what, why and the way out`() async throws {
    let auditor = try await signedIn("Auditrice", .auditor)
    _ = try await house.audit(stream, lead: try #require(UserID("u-inconnue")))
    let main = try await show(Self.close, on: "audit/A1", as: auditor)
    #expect(main.contains("<dt>Pièces</dt><dd>feuilles de réunion</dd>"))
    #expect(
      main.contains("10 jours calendaires\u{202F}; court depuis\u{202F}: réception du rapport provisoire (DL-QUAL-10)"))
    let before = try await house.fold(stream)
    let foreseen = try await send(Self.close, from: main, [("summary", "Journée close")], step: "check", as: auditor)
    #expect(foreseen.status == 200)
    #expect(foreseen.html.contains("Tel que rempli, l&#39;acte serait rejeté."))
    #expect(foreseen.html.contains("L&#39;audit n&#39;a pas de périmètre."))
    #expect(foreseen.html.contains("Journée close"))
    #expect(try await house.fold(stream) == before)
    let refused = try await send(Self.close, from: foreseen.html, [("summary", "Journée close")], as: auditor)
    #expect(refused.status == 409)
    #expect(refused.html.contains("L&#39;acte est rejeté.") && refused.html.contains("(T-QUAL-A07)"))
    #expect(refused.html.contains("Journée close"))
    let audit = try #require(EntityID("audit/A1"))
    let requests = try #require(try await house.fold(stream).entities[audit]?.requests)
    #expect(requests.count == 1)
    // The second press of one form: the same refusal, one request.
    let again = try await send(Self.close, from: main, [("summary", "Journée close")], as: auditor)
    #expect(again.status == 409 && again.html.contains("L&#39;acte est rejeté."))
    #expect(try await house.fold(stream).entities[audit]?.requests.count == 1)
  }

  @Test func `what a refused act made is asked for once more, and its form carries the state shown`() async throws {
    let decider = try await signedIn("Expert", .decider)
    let audit = try await house.audit(stream, lead: try #require(UserID("u-inconnue")))
    let main = try await show(Self.decide, as: decider)
    let digest = try await house.fold(stream).stateDigest(schema: AuditSchema.current).description
    #expect(main.contains("<input type=\"hidden\" name=\"state\" value=\"\(digest)\">"))
    let refused = try await send(Self.decide, from: main, [("audit", audit.description)], as: decider)
    #expect(refused.status == 409)
    let decision = try #require(try await house.fold(stream).standing(ofType: "decision").first)
    #expect(refused.html.contains("name=\"on\" value=\"\(decision)\""))
    let once = try await send(
      Self.decide, from: refused.html, [("audit", audit.description), ("motive", "complété")], as: decider)
    #expect(once.status == 409)
    let fold = try await house.fold(stream)
    #expect(fold.standing(ofType: "decision") == [decision])
    #expect(fold.entities[decision]?.requests.count == 2)
    #expect(FactView("motive", of: decision, in: fold).value == "complété")
  }

  @Test func `one comes back to the audit a form is about or has made, to the dossier, or to the competences`() throws {
    func path(_ stream: StreamID, _ entity: String?) throws -> String {
      try ActReturn.path(in: stream, about: entity.map { try #require(EntityID($0)) })
    }
    #expect(try path(stream, "audit/A1") == "/dossiers/\(stream)/audits/A1")
    #expect(try path(stream, "audit/A1/document/kbis") == "/dossiers/\(stream)/audits/A1")
    #expect(try path(stream, "decision/D1") == "/dossiers/\(stream)")
    #expect(try path(stream, nil) == "/dossiers/\(stream)")
    #expect(try path(.directory, "competence/C1") == "/competences")
  }

  @Test func `what somebody wrote since the page was shown is shown, and not written over`() async throws {
    let letter = try #require(EntityID("mail/M1"))
    try await house.office.push(stream, [.set("about", on: letter, to: "Devis", over: [], motive: nil)])
    let first = house.office.last
    let main = try await show(Self.rename, on: "mail/M1")
    try await house.office.push(stream, [.set("about", on: letter, to: "Contrat", over: [first], motive: nil)])
    let stale = try await send(Self.rename, from: main, [("about", "Avenant")])
    #expect(stale.status == 409)
    #expect(
      stale.html.contains("Quelqu&#39;un a écrit depuis") && stale.html.contains("<bdi>objet\u{202F}: Contrat</bdi>"))
    #expect(stale.html.contains("value=\"Avenant\""))
    #expect(FactView("about", of: letter, in: try await house.fold(stream)).value == "Contrat")
    let read = try await send(Self.rename, from: stale.html, [("about", "Avenant")])
    #expect(read.status == 303)
    let fold = try await house.fold(stream)
    #expect(FactView("about", of: letter, in: fold).value == "Avenant")
    #expect(!FactView("about", of: letter, in: fold).isDisputed)
  }

  @Test func `every kind of answer has its control, and one more line comes without a script`() async throws {
    let on = "dossier/\(Self.key)"
    let main = try await show(Self.everything, on: on)
    for part in [
      "<input type=\"text\" id=\"in-line\"", "<textarea id=\"in-text\"", "jj/mm/aaaa",
      "<input type=\"radio\" id=\"in-flag\" name=\"in.flag\" value=\"yes\"><bdi>oui</bdi>",
      "inputmode=\"numeric\"", "un nombre de 1 à 9", "inputmode=\"decimal\"", "un montant en euros",
      "<input type=\"checkbox\" id=\"in-kinds\" name=\"in.kinds\" value=\"a\"><bdi>alpha</bdi>",
      "rien à choisir pour l'instant", "href=\"/acts/\(stream)/mail.record\"",
      "<option value=\"\(house.office.user)\">Service certification (service certification)</option>", "mot=valeur",
    ] {
      #expect(main.contains(part), "\(part)")
    }
    #expect(main.split(separator: "name=\"in.days\"").count == 2)
    let more = try await send(
      Self.everything, from: main, [("days", "12/05/2026"), ("texts", "un\r\ndeux"), ("kinds", "b"), ("flag", "no")],
      step: "more")
    #expect(more.status == 200)
    #expect(more.html.split(separator: "name=\"in.days\"").count == 3, "what was typed, and an empty one")
    #expect(more.html.contains("value=\"12/05/2026\"") && more.html.contains("un\ndeux</textarea>"))
    #expect(more.html.contains("value=\"b\" checked") && more.html.contains("value=\"no\" checked"))
    #expect(!more.html.contains("{{"))
    let foreign = try await send(Self.everything, from: main, [("letter", "mail/M9"), ("who", "u-personne")])
    #expect(foreign.status == 422 && foreign.html.split(separator: "Choisissez dans la liste.").count == 5)
  }
}
