import AuditDesk
import AuditModel
import AuditSchema
import ServerCore
import SyncCore
import Testing

@testable import OfficeConsole

@Suite("the page of an observed change", .timeLimit(.minutes(2))) struct SituationPageTests {
  typealias House = DivergenceHouse

  private static let situation = EntityID("situation/S1")!
  private static let path = "/situations/\(House.organisation)/S1"

  private static func address(_ street: String) -> JSONValue {
    .sorted([("city", "ORLEANS"), ("postcode", "45000"), ("street", .string(street))])
  }

  private func observed(
    _ subject: String = "address", _ value: JSONValue = address("16 quai du Halage"), note: String = "plaque neuve"
  ) async throws -> House {
    let house = try await House()
    try await house.say(
      house.office, House.organisation,
      [.set("address", on: House.register, to: Self.address("3 RUE DES TANNEURS"), over: [], motive: nil)])
    try await house.say(
      house.colleague, House.organisation,
      [
        .set("subject", on: Self.situation, to: .string(subject), over: [], motive: nil),
        .set("observed", on: Self.situation, to: value, over: [], motive: nil),
        .set("on", on: Self.situation, to: "2026-05-12", over: [], motive: nil),
        .set("proofDue", on: Self.situation, to: "kbis", over: [], motive: nil),
        .set("note", on: Self.situation, to: .string(note), over: [], motive: nil),
      ])
    return house
  }

  private func fold(_ house: House) async throws -> StreamFold {
    try await house.core.look(as: house.core.authenticate(session: house.office.session).get()) {
      try #require(try $0.fold(House.organisation))
    }
  }

  private func form(_ page: House.Shown, _ take: String, _ motive: String) -> [(String, String)] {
    page.values(of: "head").map { ("head", $0) } + [("take", take), ("motive", motive)]
  }

  @Test func `the register stands beside what was seen, and observing is said not to be declaring`() async throws {
    let house = try await observed()
    let page = try await house.get(Self.path, as: house.office)
    #expect(page.status == 200)
    for text in [
      "3 RUE DES TANNEURS, 45000 ORLEANS", "16 quai du Halage, 45000 ORLEANS", "Collègue", "12 mai 2026", "kbis",
      "plaque neuve", "Constater n&#39;est pas déclarer", "R-ROLE-19",
    ] {
      #expect(page.html.contains(text) || page.html.contains(text.replacing("&#39;", with: "'")), "\(text)")
    }
    let english = try await house.get(Self.path, as: house.office, english: true)
    #expect(english.html.contains("Observing is not declaring") && !english.html.contains("{{"))
  }

  @Test func `accepting writes the register over what was shown and the answer, in one change`() async throws {
    let house = try await observed()
    let page = try await house.get(Self.path, as: house.office)
    let before = await house.core.lastPosition()
    let fields = form(page, "accepted", "kbis reçu")
    let sent = try await house.post(Self.path, fields, as: house.office)
    #expect(sent.status == 303)
    let changes = try await house.core.look(as: house.core.authenticate(session: house.office.session).get()) {
      try $0.history(of: House.organisation, limit: 9).filter { $0.position > before }.map(\.line.change)
    }
    #expect(changes.map(\.operations.count) == [2])
    let fold = try await fold(house)
    let address = try #require(fold.field("address", of: House.register, schema: AuditSchema.current))
    #expect(
      address.shown == Self.address("16 quai du Halage") && address.conflict == nil && address.motive == "kbis reçu")
    let report = try #require(SituationReport.all(in: fold, body: House.body).first)
    #expect(report.isAnswered && report.answer?.outcome == .accepted && report.answer?.motive == "kbis reçu")
    #expect(report.observed == Self.address("16 quai du Halage"))

    let position = await house.core.lastPosition()
    let twice = try await house.post(Self.path, fields, as: house.office)
    #expect(twice.status == 303 && twice.location == sent.location)
    #expect(await house.core.lastPosition() == position)
    let after = try await house.get(try #require(sent.location), as: house.colleague)
    for text in ["accepté par le service", "kbis reçu", "class=\"done\""] { #expect(after.html.contains(text)) }
    #expect(!after.html.contains("name=\"take\""))
  }

  @Test func `setting aside leaves the register as it is`() async throws {
    let house = try await observed()
    let page = try await house.get(Self.path, as: house.office)
    #expect(
      try await house.post(Self.path, form(page, "set-aside", "ancienne enseigne"), as: house.office).status == 303)
    let fold = try await fold(house)
    #expect(FactView("address", of: House.register, in: fold).value == Self.address("3 RUE DES TANNEURS"))
    #expect(SituationReport.all(in: fold, body: House.body).first?.answer?.outcome == .setAside)
  }

  @Test func `accepting a director records the answer and nothing else`() async throws {
    let house = try await observed("director", "M. Petit")
    let page = try await house.get(Self.path, as: house.office)
    #expect(page.html.contains("Le registre ne tient pas encore ce fait"))
    let before = await house.core.lastPosition()
    #expect(try await house.post(Self.path, form(page, "accepted", "statuts lus"), as: house.office).status == 303)
    let changes = try await house.core.look(as: house.core.authenticate(session: house.office.session).get()) {
      try $0.history(of: House.organisation, limit: 9).filter { $0.position > before }.map(\.line.change.operations)
    }
    #expect(
      changes == [
        [
          .set(
            "answer", on: Self.situation, to: SituationAnswer.value(.accepted, motive: "statuts lus"), over: [],
            motive: nil)
        ]
      ])
  }

  @Test func `a register that moved meanwhile stops the form, which keeps what was typed`() async throws {
    let house = try await observed()
    let page = try await house.get(Self.path, as: house.office)
    let head = try #require(
      page.values(of: "head").first { $0.hasPrefix("address ") }.flatMap { ChangeID(String($0.dropFirst(8))) })
    try await house.say(
      house.office, House.organisation,
      [.set("address", on: House.register, to: Self.address("8 RUE NEUVE"), over: [head], motive: nil)])
    let position = await house.core.lastPosition()
    let late = try await house.post(Self.path, form(page, "accepted", "mon motif"), as: house.office)
    #expect(late.status == 409)
    #expect(late.html.contains("8 RUE NEUVE") && late.html.contains(">\nmon motif</textarea>"))
    #expect(await house.core.lastPosition() == position)
  }

  @Test func `a form without choice or motive comes back, one from an auditor writes nothing`() async throws {
    let house = try await observed()
    let page = try await house.get(Self.path, as: house.office)
    let position = await house.core.lastPosition()
    #expect(try await house.post(Self.path, form(page, "accepted", " "), as: house.office).status == 422)
    #expect(try await house.post(Self.path, form(page, "", "motif"), as: house.office).status == 422)
    let auditor = try await house.get(Self.path, as: house.colleague)
    #expect(!auditor.html.contains("name=\"take\"") && auditor.html.contains("service certification"))
    #expect(try await house.post(Self.path, form(page, "accepted", "motif"), as: house.colleague).status == 403)
    #expect(await house.core.lastPosition() == position)
    #expect(try await house.get("/situations/\(House.organisation)/S2", as: house.office).status == 404)
    #expect(try await house.get("/situations/\(House.dossier)/S1", as: house.office).status == 404)
  }

  @Test func `hostile text seen on a door comes out as text`() async throws {
    let hostile = "<script>alert(1)</script>\"'><img src=x onerror=y>\u{202E}"
    let house = try await observed("<b>" + hostile, .string(hostile), note: hostile)
    let page = try await house.get(Self.path, as: house.office)
    let sent = try await house.post(Self.path, form(page, "accepted", hostile), as: house.office)
    let after = try await house.get(try #require(sent.location), as: house.office)
    for shown in [page, after] {
      #expect(shown.html.contains("&lt;script&gt;"))
      #expect(!shown.html.contains("<script>alert") && !shown.html.contains("<img") && !shown.html.contains("<b>"))
    }
  }
}
