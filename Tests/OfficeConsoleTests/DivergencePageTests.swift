import AuditDesk
import AuditModel
import AuditSchema
import ServerCore
import SyncCore
import SyncProtocol
import Testing

@testable import OfficeConsole

@Suite("the page of a divergence", .timeLimit(.minutes(2))) struct DivergencePageTests {
  typealias House = DivergenceHouse

  private func path(_ house: House, _ stream: StreamID = House.dossier, of entity: EntityID = House.item) async throws
    -> String
  {
    let open = try await house.core.look(as: house.core.authenticate(session: house.office.session).get()) { reading in
      Divergence.all(in: try #require(try reading.fold(stream)), reader: reading.author)
        .filter { $0.entity == entity }.map(ConsolePath.divergence)
    }
    return try #require(open.first)
  }

  private func form(_ heads: [ChangeID], _ take: String, motive: String, step: String, _ more: [(String, String)] = [])
    -> [(String, String)]
  {
    heads.map { ("head", $0.description) } + [("take", take), ("motive", motive), ("step", step)] + more
  }

  @Test func `both values stand side by side with who, where from, why and what holds meanwhile`() async throws {
    let house = try await House()
    try await house.say(
      house.lead, House.dossier, [.set("comment", on: House.item, to: "salle vue", over: [], motive: nil)])
    let heads = try await house.disputeGrade()
    let evidence = try #require(House.audit.child("evidence", "E1"))
    try await house.say(
      house.colleague, House.dossier,
      [
        .set("title", on: evidence, to: "Bail de l'atelier", over: [], motive: nil),
        .set("held", on: evidence, to: "seen", over: [], motive: nil),
        .add("indicators", on: evidence, value: 17),
      ])
    let page = try await house.get(path(house), as: house.lead)

    #expect(page.status == 200)
    for text in [
      "Indicateur 17", "conforme", "majeure retenue en attendant", "Responsable", "Collègue", "salle vue",
      "Bail de l&#39;atelier", "vue, laissée sur place", "sans avoir vu", "reçu le",
    ] {
      #expect(page.html.contains(text), "\(text)")
    }
    #expect(page.values(of: "head") == heads.map(\.description))
    #expect(!page.html.contains("{{") && !page.html.contains("[["))
    let english = try await house.get(path(house), as: house.lead, english: true)
    #expect(english.html.contains("What holds?") && english.html.contains("major holds meanwhile"))
  }

  @Test func `what both authors will read is shown before anything is written`() async throws {
    let house = try await House()
    let heads = try await house.disputeGrade()
    let path = try await path(house)
    let before = await house.core.lastPosition()
    let preview = try await house.post(
      path, form(heads, heads[0].description, motive: "  vu sur place ", step: "preview"), as: house.lead)

    #expect(preview.status == 200)
    #expect(preview.html.contains("Responsable a tranché. Indicateur 17"))
    #expect(preview.html.contains("vu sur place"))
    #expect(preview.values(of: "take") == [heads[0].description])
    #expect(await house.core.lastPosition() == before)
    let again = try await house.post(
      path, form(heads, heads[0].description, motive: "vu sur place", step: "edit"), as: house.lead)
    #expect(again.html.contains("checked") && again.html.contains("vu sur place"))
  }

  @Test func `settling writes one change with its motive over all that was shown`() async throws {
    let house = try await House()
    let heads = try await house.disputeGrade()
    let path = try await path(house)
    let before = await house.core.lastPosition()
    let sent = try await house.post(
      path, form(heads, "other", motive: "revu ensemble", step: "settle", [("value", "minor")]), as: house.lead)

    #expect(sent.status == 303)
    #expect(sent.location?.hasPrefix("/?done=D-") == true)
    let lines = try await house.core.look(as: house.core.authenticate(session: house.office.session).get()) {
      try $0.history(of: House.dossier, limit: 50).filter { $0.position > before }.map(\.line.change.operations)
    }
    #expect(
      lines == [[.set("grade", on: House.item, to: "minor", over: heads, motive: "revu ensemble")]])
    let after = try await house.get(path, as: house.colleague)
    #expect(after.status == 200)
    for text in ["mineure", "revu ensemble", "Responsable", "console web"] { #expect(after.html.contains(text)) }
    #expect(!after.html.contains("name=\"take\""))
  }

  @Test func `the next divergence opens with what was just settled`() async throws {
    let house = try await House()
    let heads = try await house.disputeGrade()
    try await house.disputeGrade(try #require(House.audit.child("item", "22")))
    let path = try await path(house)
    let sent = try await house.post(
      path, form(heads, heads[0].description, motive: "vu", step: "settle"), as: house.lead)

    let location = try #require(sent.location)
    #expect(location.hasPrefix("/divergences/"))
    let next = try await house.get(location, as: house.lead)
    #expect(
      next.html.contains("Indicateur 22") && next.html.contains("class=\"done\"") && next.html.contains("Indicateur 17")
    )
  }

  @Test func `the same form sent twice writes once and ends the same way`() async throws {
    let house = try await House()
    let heads = try await house.disputeGrade()
    let path = try await path(house)
    let fields = form(heads, heads[1].description, motive: "vu", step: "settle")
    let first = try await house.post(path, fields, as: house.lead)
    let position = await house.core.lastPosition()
    let second = try await house.post(path, fields, as: house.lead)

    #expect(first.status == 303 && second.status == 303)
    #expect(second.location == first.location)
    #expect(await house.core.lastPosition() == position)
  }

  @Test(arguments: ["preview", "settle"])
  func `a form over heads that are gone writes nothing and says who came first`(step: String) async throws {
    let house = try await House()
    let heads = try await house.disputeGrade()
    let path = try await path(house)
    try await house.say(
      house.lead, House.dossier,
      [.set("grade", on: House.item, to: "major", over: heads, motive: "pièce lue sur le poste")])
    let position = await house.core.lastPosition()
    let late = try await house.post(
      path, form(heads, "other", motive: "mon motif", step: step, [("value", "minor")]), as: house.lead)

    #expect(late.status == 409)
    for text in ["rien n&#39;a été enregistré", "Responsable a tranché", "pièce lue sur le poste", "mon motif"] {
      #expect(late.html.contains(text), "\(text)")
    }
    #expect(await house.core.lastPosition() == position)
  }

  @Test func `a third value that came meanwhile stops the form and keeps what was typed`() async throws {
    let house = try await House()
    let heads = try await house.disputeGrade()
    let path = try await path(house)
    try await house.say(
      house.colleague, House.dossier, [.set("grade", on: House.item, to: "minor", over: [], motive: nil)])
    let position = await house.core.lastPosition()
    let late = try await house.post(
      path, form(heads, heads[0].description, motive: "mon motif", step: "settle"), as: house.lead)

    #expect(late.status == 409)
    #expect(late.html.contains("Collègue a écrit") && late.html.contains(">\nmon motif</textarea>"))
    #expect(late.values(of: "head").count == 3)
    #expect(await house.core.lastPosition() == position)
  }

  @Test func `a motive that says nothing comes back with its message and everything typed`() async throws {
    let house = try await House()
    let heads = try await house.disputeGrade()
    let path = try await path(house)
    let position = await house.core.lastPosition()
    let blank = try await house.post(
      path, form(heads, heads[0].description, motive: " \r\n ", step: "preview"), as: house.lead)
    let empty = try await house.post(
      path, heads.map { ("head", $0.description) } + [("motive", "vu"), ("step", "settle")], as: house.lead)
    let noValue = try await house.post(path, form(heads, "other", motive: "vu", step: "preview"), as: house.lead)

    #expect(blank.status == 422 && empty.status == 422 && noValue.status == 422)
    #expect(blank.html.contains("motive-hint motive-problem") && blank.html.contains("id=\"motive-problem\""))
    #expect(blank.html.contains("checked"))
    #expect(empty.html.contains("id=\"take-problem\"") && empty.html.contains(">\nvu</textarea>"))
    #expect(noValue.html.contains("id=\"other-problem\""))
    #expect(await house.core.lastPosition() == position)
  }

  @Test func `a reader who may not settle has no form, and a form from them writes nothing`() async throws {
    let house = try await House()
    let heads = try await house.disputeGrade()
    let path = try await path(house)
    let position = await house.core.lastPosition()
    let page = try await house.get(path, as: house.colleague)
    let fields = form(heads, heads[0].description, motive: "je tranche", step: "settle")
    let sent = try await house.post(path, fields, as: house.colleague)
    let previewed = try await house.post(path, fields.dropLast() + [("step", "preview")], as: house.colleague)

    #expect(page.status == 200 && !page.html.contains("name=\"take\""))
    #expect(page.html.contains("Responsable") && page.html.contains("Votre valeur reste visible"))
    #expect(sent.status == 403 && previewed.status == 403)
    #expect(sent.html.contains("je tranche"))
    #expect(await house.core.lastPosition() == position)
  }

  @Test func `what never diverged, another stream and a malformed form are refused`() async throws {
    let house = try await House()
    let heads = try await house.disputeGrade()
    let path = try await path(house)
    for missing in [
      "/divergences/\(House.dossier)/D-00000", "/divergences/dossier.qualiopi.552100554/D-00000",
      "/divergences/office/D-00000",
    ] {
      #expect(try await house.get(missing, as: house.lead).status == 404)
    }
    #expect(try await house.post(path, [("motive", "x")], as: house.lead).status == 400)
    #expect(try await house.post(path, [("head", "rien"), ("motive", "x")], as: house.lead).status == 400)
    #expect(
      try await house.post(path, (heads + heads).map { ("head", $0.description) } + [("motive", "x")], as: house.lead)
        .status == 400)
  }

  @Test func `hostile text in every field comes out as text`() async throws {
    let hostile = "<script>alert(1)</script>\"'><img src=x onerror=y>\u{202E}{{main}}"
    let house = try await House(names: ["S" + hostile, "R" + hostile, "C" + hostile])
    let observation = try #require(House.audit.child("observation", "17.s1.p1"))
    let evidence = try #require(House.audit.child("evidence", "E1"))
    try await house.say(
      house.lead, House.dossier,
      [
        .set("comment", on: House.item, to: .string(hostile), over: [], motive: nil),
        .set("text", on: observation, to: .string(hostile), over: [], motive: nil),
        .set("title", on: evidence, to: .string(hostile), over: [], motive: nil),
        .set("dated", on: evidence, to: .string(hostile), over: [], motive: nil),
        .add("indicators", on: evidence, value: 17),
        .set("grade", on: House.item, to: .string(hostile), over: [], motive: nil),
      ])
    try await house.say(
      house.colleague, House.dossier, [.set("grade", on: House.item, to: "major", over: [], motive: nil)])
    let path = try await path(house)
    let shown = try await house.get(path, as: house.lead)
    let heads = shown.values(of: "head").compactMap { ChangeID($0) }
    let preview = try await house.post(
      path, form(heads, heads[0].description, motive: hostile, step: "preview"), as: house.lead)
    let refused = try await house.post(
      path, form(heads, hostile, motive: hostile, step: "preview", [("value", hostile)]), as: house.lead)
    _ = try await house.post(path, form(heads, heads[0].description, motive: hostile, step: "settle"), as: house.lead)
    let settled = try await house.get(path, as: house.lead)
    for page in [shown, preview, refused, settled] {
      #expect(page.status == 200 || page.status == 422)
      #expect(page.html.contains("&lt;script&gt;"))
      #expect(!page.html.contains("<script>alert") && !page.html.contains("<img"))
    }
  }

  @Test func `a disputed deletion goes either way, with its motive among the communications`() async throws {
    let house = try await House()
    let evidence = try #require(House.audit.child("evidence", "E1"))
    let made = try await house.say(
      house.lead, House.dossier, [.set("title", on: evidence, to: "Bail", over: [], motive: nil)])
    let deletion = try await house.say(
      house.colleague, House.dossier, [.delete(evidence, seen: SeenVector([made.replica: made.seq]), over: [])])
    try await house.say(
      house.lead, House.dossier, [.set("title", on: evidence, to: "Bail signé", over: [made], motive: nil)])
    let path = try await path(house, of: evidence)
    let page = try await house.get(path, as: house.lead)
    #expect(
      page.html.contains("Supprimer à nouveau") && page.html.contains("Restaurer") && page.html.contains("Bail signé"))

    let fields = form([deletion], "restore", motive: "il manque au dossier", step: "settle")
    let sent = try await house.post(path, fields, as: house.lead)
    let position = await house.core.lastPosition()
    let twice = try await house.post(path, fields, as: house.lead)
    #expect(sent.status == 303 && twice.status == 303)
    #expect(await house.core.lastPosition() == position)
    let after = try await house.get(path, as: house.colleague)
    #expect(after.html.contains("restauré") && after.html.contains("il manque au dossier"))
  }

  @Test(arguments: [true, false])
  func `a deletion takes away what its form showed, and nothing that came after`(isOvertaken: Bool) async throws {
    let house = try await House()
    let evidence = try #require(House.audit.child("evidence", "E1"))
    let made = try await house.say(
      house.lead, House.dossier, [.set("title", on: evidence, to: "Bail", over: [], motive: nil)])
    let deletion = try await house.say(
      house.colleague, House.dossier, [.delete(evidence, seen: SeenVector([made.replica: made.seq]), over: [])])
    let edit = try await house.say(
      house.lead, House.dossier, [.set("title", on: evidence, to: "Bail signé", over: [made], motive: nil)])
    let path = try await path(house, of: evidence)
    let page = try await house.get(path, as: house.lead)
    let seen = try #require(page.values(of: "seen").first).components(separatedBy: "&quot;").joined(separator: "\"")
    #expect(seen.contains(edit.replica.description))
    if isOvertaken {
      try await house.say(
        house.lead, House.dossier, [.set("title", on: evidence, to: "Bail paraphé", over: [edit], motive: nil)])
    }

    let position = await house.core.lastPosition()
    let fields = form([deletion], "delete", motive: "en double", step: "settle", [("seen", seen)])
    let previewed = try await house.post(
      path, form([deletion], "delete", motive: "en double", step: "preview", [("seen", seen)]), as: house.lead)
    let sent = try await house.post(path, fields, as: house.lead)
    if isOvertaken {
      #expect(previewed.status == 409 && sent.status == 409)
      #expect(sent.html.contains("Bail paraphé") && sent.html.contains("en double"))
      #expect(await house.core.lastPosition() == position)
    } else {
      #expect(previewed.status == 200 && previewed.values(of: "seen") == page.values(of: "seen"))
      #expect(sent.status == 303)
      #expect(try await house.get(path, as: house.colleague).html.contains("supprimé"))
    }
  }

  @Test(arguments: [nil, "", "{", "[]", "{\"X\":1}"])
  func `a deletion that does not say what its page showed is a malformed form`(seen: String?) async throws {
    let house = try await House()
    let evidence = try #require(House.audit.child("evidence", "E1"))
    try await house.say(
      house.lead, House.dossier, [.set("title", on: evidence, to: "Bail", over: [], motive: nil)])
    let deletion = try await house.say(
      house.colleague, House.dossier, [.delete(evidence, seen: SeenVector(), over: [])])
    let path = try await path(house, of: evidence)
    let position = await house.core.lastPosition()
    let sent = try await house.post(
      path, form([deletion], "delete", motive: "vu", step: "settle", seen.map { [("seen", $0)] } ?? []),
      as: house.lead)
    #expect(sent.status == 400)
    #expect(await house.core.lastPosition() == position)
  }

  @Test func `who wrote what a deletion would take away settles it, and who has no part in it does not`() async throws {
    let house = try await House()
    let evidence = try #require(House.audit.child("evidence", "E1"))
    try await house.say(
      house.colleague, House.dossier, [.set("title", on: evidence, to: "Bail", over: [], motive: nil)])
    let deletion = try await house.say(house.lead, House.dossier, [.delete(evidence, seen: SeenVector(), over: [])])
    let path = try await path(house, of: evidence)
    let (mine, others) = (try await house.get(path, as: house.colleague), try await house.get(path, as: house.office))
    #expect(mine.html.contains("name=\"take\"") && !others.html.contains("name=\"take\""))
    let fields = form([deletion], "restore", motive: "il manque", step: "settle")
    #expect(try await house.post(path, fields, as: house.office).status == 403)
    #expect(try await house.post(path, fields, as: house.colleague).status == 303)
  }

  @Test func `a disputed deletion in the register is the office's to settle`() async throws {
    let house = try await House()
    let site = try #require(House.register.child("site", "99912345800013"))
    try await house.say(
      house.office, House.organisation, [.set("name", on: site, to: "Atelier", over: [], motive: nil)])
    let deletion = try await house.say(
      house.office, House.organisation, [.delete(site, seen: SeenVector(), over: [])])
    let other = try await house.core.addUser(name: "Second", roles: [.office])
    let laptop = try await DivergenceLaptop(other, house.core)
    _ = try await laptop.write(
      House.organisation, [.set("name", on: site, to: "Atelier nord", over: [], motive: nil)], by: other, house.core)
    let path = try await path(house, House.organisation, of: site)
    let page = try await house.get(path, as: house.office)
    #expect(page.html.contains("name=\"take\"") && page.html.contains("service certification"))
    let sent = try await house.post(
      path, form([deletion], "restore", motive: "il existe", step: "settle"), as: house.office)
    #expect(sent.status == 303)
  }

  @Test func `why an author wrote is said beside who they are`() async throws {
    let house = try await House()
    let heads = try await house.disputeGrade()
    try await house.say(
      house.lead, House.dossier,
      [.set("grade", on: House.item, to: "minor", over: heads, motive: "pièce <lue> sur place")])
    try await house.say(
      house.colleague, House.dossier, [.set("grade", on: House.item, to: "major", over: [], motive: nil)])
    let path = try await path(house)
    let page = try await house.get(path, as: house.lead)
    #expect(page.html.contains("Motif donné") && page.html.contains("<bdi>pièce &lt;lue&gt; sur place</bdi>"))
    #expect(page.html.components(separatedBy: "Motif donné").count == 2)
    #expect(try await house.get(path, as: house.lead, english: true).html.contains("Reason given"))
  }

  @Test func `two wordings of one passage show what each changed, and another text holds as typed`() async throws {
    let house = try await House()
    let observation = try #require(House.audit.child("observation", "17.s1.p1"))
    let base = try await house.say(
      house.lead, House.dossier, [.set("text", on: observation, to: "La salle est claire.", over: [], motive: nil)])
    let one = try await house.say(
      house.lead, House.dossier, [.set("text", on: observation, to: "La salle est sombre.", over: [base], motive: nil)])
    let two = try await house.say(
      house.colleague, House.dossier,
      [.set("text", on: observation, to: "La salle est vide.", over: [base], motive: nil)])
    let path = try await path(house, of: observation)
    let page = try await house.get(path, as: house.colleague)
    #expect(
      page.html.contains("La salle est <ins>sombre.</ins>") && page.html.contains("La salle est <ins>vide.</ins>"))
    #expect(page.html.contains("textarea name=\"other\""))

    let heads = [one, two].sorted()
    let sent = try await house.post(
      path, form(heads, "other", motive: "les deux", step: "settle", [("other", "La salle est sombre\r\net vide.")]),
      as: house.colleague)
    #expect(sent.status == 303)
    let text = try await house.core.look(as: house.core.authenticate(session: house.office.session).get()) {
      try $0.fold(House.dossier)?.field("text", of: observation, schema: AuditSchema.current)?.shown
    }
    #expect(text == "La salle est sombre\net vide.")
  }

  @Test func `an address nobody wrote is typed part by part`() async throws {
    let house = try await House()
    let site = try #require(House.register.child("site", "99912345800013"))
    func address(_ street: String) -> JSONValue {
      .sorted([("city", "ORLEANS"), ("postcode", "45000"), ("street", .string(street))])
    }
    try await house.say(
      house.office, House.organisation, [.set("address", on: site, to: address("1 RUE A"), over: [], motive: nil)])
    try await house.say(
      house.office, House.organisation, [.set("legalName", on: House.register, to: "X", over: [], motive: nil)])
    let other = try await house.core.addUser(name: "Second", roles: [.office])
    let laptop = try await DivergenceLaptop(other, house.core)
    _ = try await laptop.write(
      House.organisation, [.set("address", on: site, to: address("2 RUE B"), over: [], motive: nil)], by: other,
      house.core)
    let path = try await path(house, House.organisation, of: site)
    let page = try await house.get(path, as: house.office)
    #expect(page.html.contains("1 RUE A, 45000 ORLEANS") && page.html.contains("name=\"street\""))
    let heads = page.values(of: "head").compactMap { ChangeID($0) }
    let sent = try await house.post(
      path,
      form(
        heads, "other", motive: "bail lu", step: "settle",
        [("street", "3 rue C"), ("postcode", "45000"), ("city", "Orléans")]),
      as: house.office)
    #expect(sent.status == 303)
    let shown = try await house.core.look(as: house.core.authenticate(session: house.office.session).get()) {
      try $0.fold(House.organisation)?.field("address", of: site, schema: AuditSchema.current)?.shown
    }
    #expect(shown == .sorted([("city", "Orléans"), ("postcode", "45000"), ("street", "3 rue C")]))
  }
}
