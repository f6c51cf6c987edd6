import AuditDesk
import AuditModel
import ServerCore
import ServerHTTP
import SyncCore
import SyncProtocol
import Testing

@testable import OfficeConsole

@Suite("The audit page")
struct AuditPageTests {
  @Test func `the grid says a grade by letter and by word and leads to its section`() async throws {
    let house = try await AuditHouse()
    try await house.plan()
    try await house.lead.push(house.stream, [house.set("grade", "minor", on: try house.item(4))])
    let html = try await house.page()
    #expect(html.contains("<li class=\"grave\"><a href=\"#i-4\"><span class=\"code\">4</span>"))
    #expect(html.contains("<span class=\"letter\" aria-hidden=\"true\">i</span>"))
    #expect(html.contains("Besoin du bénéficiaire analysé\u{202F}: mineure</span>"))
    #expect(html.contains("id=\"i-4\""))
    #expect(html.contains("<b aria-hidden=\"true\">i</b> mineure\u{202F}: 1"))
  }

  @Test func `an indicator without a grade says so, inside the scope and outside it`() async throws {
    let house = try await AuditHouse()
    try await house.plan()
    let html = try await house.page()
    #expect(html.contains("à coter\u{202F}: 3"))
    #expect(html.contains("hors périmètre\u{202F}: 29"))
    #expect(html.contains("<a href=\"#scope-2\">"), "out of scope, the cell leads to the reason")
    #expect(html.contains("<tr id=\"scope-2\">"))
    #expect(html.contains("hors minimum de surveillance"))
  }

  @Test func `a disputed grade bears a sign and words, names both sides and links to its divergence`() async throws {
    let house = try await AuditHouse()
    try await house.plan()
    let item = try house.item(17)
    try await house.lead.push(house.stream, [house.set("grade", "conform", on: item)])
    try await house.second.push(house.stream, [house.set("grade", "major", on: item)])
    let html = try await house.page(as: house.lead)
    #expect(html.contains("<li class=\"warn\"><a href=\"#i-17\">"))
    #expect(html.contains("a ≠</span>"))
    #expect(html.contains("majeure, en divergence</span>"))
    #expect(html.contains("<b>conforme</b> <span class=\"meta\">Claire Responsable"))
    #expect(html.contains("<b>majeure</b> <span class=\"meta\">Denis Auditeur"))
    #expect(html.contains("href=\"/divergences/\(house.stream)/D-"))
    #expect(html.contains("1 à trancher, 0 tranchées."))
    #expect(html.contains("Trancher\u{202F}: indicateur 17"), "the lead may settle it")
    let office = try await house.page()
    #expect(office.contains("Voir la divergence\u{202F}: indicateur 17"), "the office may not")
  }

  @Test func `a settled divergence shows what stood, what holds, who decided and why`() async throws {
    let house = try await AuditHouse()
    try await house.plan()
    let item = try house.item(17)
    let first = try await house.lead.push(house.stream, [house.set("grade", "conform", on: item)])
    let other = try await house.second.push(house.stream, [house.set("grade", "major", on: item)])
    try await house.lead.push(
      house.stream,
      [.set("grade", on: item, to: "minor", over: [first, other].sorted(), motive: "Extraction réparée le jour même")])
    let html = try await house.page()
    #expect(html.contains("Rien à trancher, 1 tranchée."))
    #expect(html.contains("Extraction réparée le jour même"))
    #expect(html.contains("conforme ≠ majeure") || html.contains("majeure ≠ conforme"))
    #expect(html.contains("Claire Responsable"))
  }

  @Test func `observations stand by site and sample with who wrote them`() async throws {
    let house = try await AuditHouse()
    try await house.plan()
    for (site, text) in [("siege", "Salles équipées."), ("atelier", "Extraction en panne.")] {
      let id = try #require(AuditNames.observation(house.audit, indicator: "17", site: site, sample: "cap"))
      try await house.second.push(
        house.stream,
        [
          house.set("indicator", "17", on: id), house.set("site", .string(site), on: id),
          house.set("sample", "cap", on: id), house.set("text", .string(text), on: id),
        ])
    }
    let html = try await house.page()
    let siege = try #require(html.firstRange(of: "<p class=\"where\">Siège — CAP électricien</p>"))
    let atelier = try #require(html.firstRange(of: "<p class=\"where\">Atelier du port — CAP électricien</p>"))
    #expect(html[siege.upperBound...].hasPrefix("<p class=\"written\">Salles équipées.</p>"))
    #expect(html[atelier.upperBound...].hasPrefix("<p class=\"written\">Extraction en panne.</p>"))
    #expect(html.contains("Denis Auditeur — poste"))
  }

  @Test func `evidence says where it is, and no file is ever linked`() async throws {
    let house = try await AuditHouse()
    try await house.plan()
    func evidence(_ name: String, _ title: String, held: String, file: JSONValue?) async throws {
      let id = try #require(house.audit.child("evidence", name))
      var steps = [
        house.set("title", .string(title), on: id), house.set("held", .string(held), on: id),
        .add("indicators", on: id, value: 17),
      ]
      if let file { steps.append(house.set("file", file, on: id)) }
      try await house.lead.push(house.stream, steps)
    }
    try await evidence("E1", "Registre", held: "seen", file: nil)
    try await evidence(
      "E2", "Photo de l'atelier", held: "taken",
      file: .sorted([("name", "atelier.png"), ("sha256", .string(String(repeating: "0", count: 64))), ("size", 48_200)])
    )
    try await evidence("E3", "Convention", held: "taken", file: nil)
    try await evidence("E4", "Planning", held: "code-of-tomorrow", file: nil)
    let html = try await house.page()
    #expect(html.contains("vue, laissée sur place") && html.contains("état non dit"))
    #expect(html.contains("fichier gardé sur le poste, pas encore reçu"))
    #expect(html.contains("atelier.png, 48\u{202F}Ko"))
    #expect(html.contains("dite gardée, mais aucun fichier n&#39;est décrit"))
    #expect(!html.contains("href=\"atelier.png") && !html.contains("<img"))
  }

  @Test func `an observed change stands as on the dossier's page, answered once the office answered`() async throws {
    let house = try await AuditHouse()
    try await house.plan()
    let (organisation, situation) = (
      try #require(StreamID.organisation(AuditHouse.key)), try #require(EntityID("situation/S1"))
    )
    try await house.lead.push(
      organisation,
      [
        house.set("subject", "director", on: situation), house.set("observed", "Mme Fictive", on: situation),
      ])
    #expect(try await house.page().contains("Dirigeant\u{202F}: Mme Fictive</a> <span class=\"tag warn\">à confirmer"))
    let answer = JSONValue.sorted([("motive", "kbis reçu"), ("outcome", "set-aside")])
    try await house.office.push(organisation, [house.set("answer", answer, on: situation)])
    let html = try await house.page()
    #expect(html.contains("<span class=\"tag\">suite donnée</span>") && !html.contains("à confirmer"))
  }

  @Test func `two leads against each other are both named`() async throws {
    let house = try await AuditHouse()
    try await house.plan()
    let other = try await AuditLaptop("Bureau bis", [.office], on: house.server, seed: 40)
    try await other.push(house.stream, [house.set("lead", .string(house.second.user.description))])
    let html = try await house.page()
    #expect(
      html.contains("Claire Responsable ≠ Denis Auditeur") || html.contains("Denis Auditeur ≠ Claire Responsable"))
    #expect(html.contains("responsable d&#39;audit</a>"), "the link names the field")
    guard case .document(let report) = try await house.report() else {
      Issue.record("no report")
      return
    }
    #expect(report.contains("(divergence)"))
  }

  @Test func `completeness names the devices that are done and the members who are waited for`() async throws {
    let house = try await AuditHouse()
    try await house.plan()
    func done(_ laptop: AuditLaptop, seen: SeenVector) async throws {
      let id = try #require(AuditNames.device(house.audit, laptop.replica))
      let said: JSONValue = .sorted([("seen", seen.json), ("user", .string(laptop.user.description))])
      try await laptop.push(house.stream, [house.set("done", said, on: id)])
    }
    try await done(house.lead, seen: SeenVector())
    #expect(try await house.page().contains("Pas encore complet\u{202F}: on attend Denis Auditeur."))
    try await done(house.second, seen: SeenVector([house.second.replica: 900]))
    let waiting = try await house.page()
    #expect(waiting.contains("Pas encore complet\u{202F}: des lignes annoncées manquent."))
    #expect(waiting.contains("terminé, mais des lignes ne sont pas encore arrivées"))
    let id = try #require(AuditNames.device(house.audit, house.second.replica))
    let said: JSONValue = .sorted([("seen", SeenVector().json), ("user", .string(house.second.user.description))])
    let before = ChangeID(replica: house.second.replica, seq: 1)
    try await house.second.push(house.stream, [house.set("done", said, on: id, over: [before])])
    #expect(try await house.page().contains("Complet depuis deux postes."))
  }

  @Test func `a refused act gives each reason with its rule`() async throws {
    let house = try await AuditHouse()
    try await house.plan()
    try await house.lead.push(house.stream, [.request("audit.close", on: house.audit, seen: SeenVector())])
    let html = try await house.page()
    #expect(html.contains("<b>clôturer l&#39;audit</b> <span class=\"tag grave\">rejeté</span>"))
    #expect(html.contains("(T-QUAL-A07)</span>"))
    #expect(html.contains("Demandé par <span class=\"meta\">Claire Responsable"))
  }

  @Test func `deadlines say the day, the distance and the rule`() async throws {
    let house = try await AuditHouse()
    try await house.plan()
    let html = try await house.page()
    #expect(html.contains("21 mai 2026 <span class=\"meta\">(demain)</span></td><td>R-QUAL-66"))
  }

  @Test func `English speaks English`() async throws {
    let house = try await AuditHouse()
    try await house.plan()
    let html = try await house.page(language: .english)
    for words in [
      "Surveillance audit", "to grade", "Plan and team", "Lead auditor", "No field of this audit ever diverged.",
      "Sheet not filled yet.",
    ] { #expect(html.contains(words)) }
  }

  @Test func `a CertifIAG audit shows its control points and no report`() async throws {
    let house = try await AuditHouse(scheme: .certifIAG)
    try await house.office.push(house.stream, [house.set("kind", "surveillance")])
    let point = try #require(AuditNames.point(house.audit, code: "CP-08"))
    try await house.lead.push(house.stream, [house.set("grade", "serious-gap", on: point)])
    let html = try await house.page()
    #expect(html.contains("Charte éthique"))
    #expect(html.contains("écart grave"))
    #expect(html.contains("id=\"i-CP-08\""))
    #expect(!html.contains("/report\""))
    guard case .page(_, let main, let status) = try await house.report() else {
      Issue.record("a report of a scheme without one")
      return
    }
    #expect(status == 404)
    #expect(main.contains("Pas de rapport provisoire"))
  }

  @Test(arguments: ["A2", "", "A1/item/4", "A1%2Fitem%2F4", "../A1", "<script>"])
  func `an audit that is not there is not found`(name: String) async throws {
    let house = try await AuditHouse()
    try await house.plan()
    try await house.lead.push(house.stream, [house.set("grade", "minor", on: try house.item(4))])
    await #expect(throws: PageFault.notFound) {
      try await AuditPage.answer(house.visit(audit: name), house.templates)
    }
    await #expect(throws: PageFault.notFound) {
      try await AuditReportPage.answer(house.visit(audit: name), house.templates)
    }
  }

  @Test func `an audit out of the reader's scope is not found`() async throws {
    let house = try await AuditHouse()
    try await house.plan()
    let stranger = try await AuditLaptop("Autre auditeur", [.auditor], on: house.server, seed: 50)
    await #expect(throws: PageFault.notFound) {
      try await AuditPage.answer(house.visit(as: stranger), house.templates)
    }
    await #expect(throws: PageFault.notFound) {
      try await AuditReportPage.answer(house.visit(as: stranger), house.templates)
    }
  }
}
