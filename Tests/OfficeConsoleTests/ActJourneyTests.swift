import AuditDesk
import AuditModel
import AuditSchema
import SchemeRules
import ServerCore
import SyncCore
import Testing

@testable import OfficeConsole

/// Acts from the page of their form to the answer of the server and back, with the program's own forms.
@Suite(.timeLimit(.minutes(2))) struct ActJourneyTests {
  private static let key = "999123458"

  private let house: DossierHouse
  private let stream: StreamID

  init() async throws {
    house = try await DossierHouse()
    try await house.body(Self.key, name: "Atelier fictif")
    stream = try #require(StreamID.dossier(scheme: "qualiopi", key: Self.key))
    let dossier = try #require(AuditNames.dossier(Self.key))
    try await house.office.push(
      stream,
      [
        .set("profile", on: dossier, to: .sorted([("categories", .array(["AF"]))]), over: [], motive: nil),
        .set("validFrom", on: dossier, to: "2024-06-01", over: [], motive: nil),
      ])
  }

  /// Fills in a form and follows where it leads.
  private func record(_ form: String, _ answers: [(String, String)], as cookie: String? = nil) async throws -> String {
    let sent = try await house.fill("/acts/\(stream)/\(form)", answers, as: cookie)
    #expect(sent.page.status == 303, "\(form): \(sent.page.html)")
    return try #require(sent.location)
  }

  private func only(_ type: String) async throws -> EntityID {
    try #require(try await house.fold(stream).standing(ofType: type).last)
  }

  /// A decision expert who may see the dossier and is competent for its category.
  private func decider() async throws -> String {
    let user = try await house.core.addUser(name: "Experte", roles: [.decider])
    try await house.core.assign(user, streams: [stream])
    let competence = try #require(EntityID("competence/C1"))
    try await house.office.push(
      .directory,
      [
        .set("person", on: competence, to: .string(user.description), over: [], motive: nil),
        .set("role", on: competence, to: "decider", over: [], motive: nil),
        .set("categories", on: competence, to: .array(["AF"]), over: [], motive: nil),
        .set("period", on: competence, to: .sorted([("from", "2026-01-01")]), over: [], motive: nil),
      ])
    return try await DossierHouse.signIn(user, "experte", house.core, house.ledger)
  }

  @Test func `T-QUAL-A01 R-QUAL-26 a contract is refused in words in both languages, then signed once it is complete`()
    async throws
  {
    _ = try await record("mail.record", [("direction", "in"), ("about", "Devis signé"), ("received", "04/05/2026")])
    let letter = try await only("mail")
    _ = try await record(
      "contract.record", [("quoted-on", "02/03/2026"), ("document", "nda"), ("document", "kbis"), ("document", "bpf")])
    let contract = try await only("contract")
    let answers = [("contract", contract.description), ("mail", letter.description), ("kind", "surveillance")]
    let path = "/acts/\(stream)/audit.contract"
    let refused = try await house.fill(path, answers)
    #expect(refused.page.status == 409)
    for words in [
      "L&#39;acte est rejeté.", "Il manque au devis\u{202F}: relevé d&#39;identité bancaire (RIB).",
      "Une demande de devis porte le NDA, le Kbis, le BPF et le RIB.", "puis redemandez l&#39;acte.", "(R-QUAL-26)",
    ] { #expect(refused.page.html.contains(words), "\(words)") }
    let audit = try await only("audit")
    let english = try await house.fill("\(path)?on=\(audit)", answers, language: "en")
    #expect(english.page.status == 409)
    for words in ["The act is refused.", "The quote lacks: bank details (RIB).", "then request the act again."] {
      #expect(english.page.html.contains(words), "\(words)")
    }
    let completed = try await house.fill("/acts/\(stream)/contract.record?on=\(contract)", [("document", "rib")])
    #expect(completed.page.status == 303)
    let accepted = try await house.fill("\(path)?on=\(audit)", answers)
    #expect(accepted.page.status == 303, "\(accepted.page.html)")
    let location = try #require(accepted.location)
    #expect(location.hasPrefix("/dossiers/\(stream)/audits/"))
    let html = try await house.open(location).html
    #expect(html.contains("Acte admis\u{202F}: enregistrer le contrat signé d&#39;un audit"))
    #expect(FactView("stage", of: audit, in: try await house.fold(stream)).value == "contracted")
    // What comes next stands before what does not.
    let acts = try #require(html.split(separator: "<h2 id=\"acts\">").last?.split(separator: "<h2").first)
    let now = try #require(acts.split(separator: "<details>").first)
    #expect(now.contains("audit.plan") && now.contains("audit.cancel"))
    #expect(!now.contains("audit.name-auditor") && !now.contains("audit.bill"))
    #expect(acts.contains("audit.name-auditor"))
  }

  @Test func `T-QUAL-A13 T-QUAL-C06 a decision is bound to the state its page showed, and is written once`()
    async throws
  {
    let expert = try await decider()
    let path = "/acts/\(stream)/decision.record"
    let page = try await house.open(path, as: expert).html
    let digest = try await house.fold(stream).stateDigest(schema: AuditSchema.current)
    #expect(page.contains("<input type=\"hidden\" name=\"state\" value=\"\(digest)\">"))
    let answers = [
      ("in.measure", "suspend"), ("in.decidedOn", "05/05/2026"), ("in.motive", "surveillance non tenue"),
      ("in.condition", "tenir la surveillance"), ("step", "send"),
    ]
    let dossier = try #require(AuditNames.dossier(Self.key))
    try await house.office.push(stream, [.set("newEntrant", on: dossier, to: true, over: [], motive: nil)])
    let refused = try await house.send(path, try DossierHouse.hidden(page) + answers, as: expert)
    #expect(refused.page.status == 409)
    #expect(refused.page.html.contains("Le dossier n&#39;est plus celui que vous aviez sous les yeux en décidant."))
    let fields = try DossierHouse.hidden(refused.page.html) + answers
    let accepted = try await house.send(path, fields, as: expert)
    #expect(accepted.page.status == 303, "\(accepted.page.html)")
    let twice = try await house.send(path, fields, as: expert)
    #expect(twice.page.status == 303 && twice.location == accepted.location, "it was recorded, and is asked for once")
    let fold = try await house.fold(stream)
    #expect(fold.standing(ofType: "decision").count == 1)
    #expect(CertificateRecord(fold).standing == .suspended)
    let html = try await house.open(try #require(accepted.location)).html
    #expect(html.contains(">suspendu<") && !html.contains("suspendue"))
    #expect(html.contains("Suspension à compter du 5 mai 2026, à lever jusqu&#39;au"))
    let notice = try await house.open(try #require(twice.location), as: expert).html
    #expect(notice.contains("Acte admis\u{202F}: prononcer une décision"))
    let decision = try #require(fold.standing(ofType: "decision").first)
    #expect(try await house.open("\(path)?on=\(decision)", as: expert).status == 404, "an entry is not filled in again")
    let changed = fields.map { $0.0 == "in.motive" ? ($0.0, "autre motif") : $0 }
    #expect(try await house.send(path, changed, as: expert).page.status == 404, "nor written over")
    let unbound = try await house.send(path, answers + [("on", ""), ("seen", "{}")], as: expert)
    #expect(unbound.page.status == 400, "the page always sends the state it showed")
  }

  @Test func `T-QUAL-X01 R-ROLE-18 an audit cancelled though it had begun is taken up again from its link`()
    async throws
  {
    let expert = try await decider()
    let lead = try await Laptop("Auditrice", [.auditor], house.core)
    try await house.core.assign(lead.user, streams: [stream])
    let audit = try await house.audit(stream, lead: lead.user)
    let cancelled = try await house.fill("/acts/\(stream)/audit.cancel?on=\(audit)", [("motive", "demande du client")])
    #expect(cancelled.page.status == 303, "\(cancelled.page.html)")
    #expect(!(try await house.open("/dossiers/\(stream)").html.contains("À reprendre")))
    try await lead.push(stream, [.set("startedOn", on: audit, to: "2026-05-04", over: [], motive: nil)])
    let dossier = try await house.open("/dossiers/\(stream)", as: expert).html
    #expect(dossier.contains("À reprendre") && dossier.contains("écrit par Auditrice"))
    let link = try #require(
      dossier.split(separator: "href=\"/acts/\(stream)/correction.record?in.of=").dropFirst().first)
    let path = "/acts/\(stream)/correction.record?in.of=" + String(link.prefix { $0 != "\"" })
    let form = try await house.open(path, as: expert).html
    #expect(form.contains("selected>Acte «\u{202F}annuler l&#39;audit\u{202F}» de Service certification"))
    let of = try #require(form.split(separator: "<option value=\"\(audit):").dropFirst().first)
    let key = "\(audit):" + String(of.prefix { $0 != "\"" })
    let sent = try await house.fill(
      path,
      [
        ("of", key), ("outcome", "replaced"), ("motive", "l'audit avait commencé"), ("standing", "inProgress"),
        ("from", "04/05/2026"),
      ], as: expert)
    #expect(sent.page.status == 303, "\(sent.page.html)")
    let after = try await house.open(try #require(sent.location), as: expert).html
    #expect(after.contains("Acte admis") && !after.contains("id=\"reopened\""))
    let register = try #require(after.split(separator: "<h3 id=\"corrections\">").last?.split(separator: "<h3").first)
    #expect(register.contains("annuler l&#39;audit") && !register.contains("audit.cancel:"))
    #expect(FactView("stage", of: audit, in: try await house.fold(stream)).value == "inProgress")
  }

  @Test func `R-ROLE-21 an appeal is examined by an expert, and its register says each step`() async throws {
    let expert = try await decider()
    _ = try await record("mail.record", [("direction", "in"), ("received", "04/05/2026")])
    let letter = try await only("mail")
    _ = try await record(
      "complaint.record",
      [
        ("kind", "appeal"), ("from", "Atelier fictif"), ("about", "la décision"),
        ("received", letter.description),
      ])
    let appeal = try await only("complaint")
    let waiting = try await house.open("/dossiers/\(stream)").html
    #expect(waiting.contains("à examiner") && waiting.contains("sans accusé") && !waiting.contains("à notifier"))
    let examined = try await house.fill(
      "/acts/\(stream)/complaint.examine?on=\(appeal)", [("outcome", "La décision est maintenue.")], as: expert)
    #expect(examined.page.status == 303, "\(examined.page.html)")
    let html = try await house.open("/dossiers/\(stream)").html
    #expect(html.contains("La décision est maintenue.") && html.contains("Examinée par Experte"))
    #expect(html.contains("à notifier"))
  }
}
