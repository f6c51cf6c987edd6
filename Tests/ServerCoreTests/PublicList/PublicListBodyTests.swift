import Testing

@testable import ServerCore

@Suite struct `bodies of the public list` {
  private let siren = PublicListExample.siren(1)

  private func siret(_ establishment: Int) -> String { PublicListExample.siret(siren, establishment) }

  private func row(
    _ establishment: Int, seat: String = "false", name: String = "ATELIER", tradeName: String = "", nda: String = "",
    street: String = "", certified: String = "", closed: String = "false"
  ) -> String {
    PublicListExample.row(
      siren: siren, siret: siret(establishment), headOffice: seat, nda: nda, name: name, tradeName: tradeName,
      street: street, certified: certified, closed: closed)
  }

  private func body(_ rows: [String]) throws -> (PublicListBody, [String]) {
    let reading = try PublicListExample.reading(rows)
    return (try #require(reading.bodies.first), reading.warnings.map(\.code))
  }

  @Test func `the head office gives the address, wherever it stands in the file`() throws {
    let rows = [row(1, street: "1 RUE A"), row(2, street: "2 RUE B"), row(3, seat: "true", street: "3 RUE C")]
    let (body, warnings) = try body(rows)
    #expect(body.address.street == "3 RUE C" && body.addressSIRET.text == siret(3))
    #expect(body.headOffice?.text == siret(3) && warnings.isEmpty)
    #expect(body.sites.map(\.siret.text) == [siret(1), siret(2), siret(3)])
  }

  @Test func `without head office the first open site gives the address and no head office is invented`() throws {
    let (body, _) = try body([row(1, street: "1 RUE A", closed: "true"), row(2, street: "2 RUE B")])
    #expect(body.address.street == "2 RUE B" && body.headOffice == nil)
    #expect(body.openSites.map(\.siret.text) == [siret(2)])
  }

  @Test func `an open head office names the body against sites before it, with a warning`() throws {
    let rows = [row(1, name: "ANCIEN NOM"), row(2, seat: "true", name: "VRAI NOM"), row(3, name: "AUTRE NOM")]
    let (body, warnings) = try body(rows)
    #expect(body.legalName == "VRAI NOM" && warnings == ["names-differ"])
  }

  @Test func `a closed head office does not name a body that has an open site`() throws {
    let (body, _) = try body([row(1, seat: "true", name: "FERME", closed: "true"), row(2, name: "OUVERT")])
    #expect(body.legalName == "OUVERT" && body.addressSIRET.text == siret(1))
  }

  @Test func `of two open head offices the first SIRET in byte order wins, with warnings`() throws {
    let (body, warnings) = try body([row(2, seat: "true", name: "B"), row(1, seat: "true", name: "A")])
    #expect(body.legalName == "A" && warnings == ["names-differ", "head-offices-differ"])
  }

  @Test func `a site is named by its door, else by its body`() throws {
    let (body, _) = try body([row(1, tradeName: "L'ENSEIGNE"), row(2)])
    #expect(body.sites.map(\.name) == ["L'ENSEIGNE", "ATELIER"])
  }

  @Test func `all declaration numbers are kept`() throws {
    let rows = [row(1, nda: "02"), row(2, seat: "true", nda: "03"), row(3, nda: "01"), row(4, nda: "03"), row(5)]
    let (body, warnings) = try body(rows)
    #expect(body.nda == "03" && body.otherNDAs == ["01", "02"] && warnings == ["ndas-differ"])
  }

  @Test func `one certified open row certifies the body, a closed one does not`() throws {
    let (open, warnings) = try body([row(1, certified: "false"), row(2, certified: "true")])
    #expect(open.qualiopi == .certified(.yes) && warnings == ["qualiopi-differs"])
    let (closed, none) = try body([row(1, certified: "false"), row(2, certified: "true", closed: "true")])
    #expect(closed.qualiopi == .certified(.no) && none.isEmpty)
  }

  @Test func `a SIRET that stands twice is one site, with a warning`() throws {
    let (body, warnings) = try body([row(1, tradeName: "B"), row(1, tradeName: "A"), row(1)])
    #expect(body.sites.map(\.name) == ["A"] && warnings == ["siret-repeated"])
  }

  @Test func `of rows with one SIRET the open one speaks for the site, whatever their order`() throws {
    let rows = [row(1, name: "A", closed: "true"), row(1, name: "B", closed: "false"), row(1, name: "B", closed: "")]
    for order in permutations(rows) {
      let site = try #require(try body(order).0.sites.first)
      #expect(site.name == "B" && site.closed == .no)
    }
  }

  @Test func `rows that differ in the head office they state alone give one answer in any order`() throws {
    let rows = [1, 2].map {
      PublicListExample.row(siren: siren, siret: siret(3), headOfficeSIRET: siret($0), headOffice: "false")
    }
    #expect(try body(rows).0.headOffice == body(rows.reversed()).0.headOffice)
  }

  @Test func `names that are equal to the eye and differ by bytes are two names`() throws {
    let (_, warnings) = try body([row(1, name: "\u{C9}COLE"), row(2, name: "E\u{301}COLE")])
    #expect(warnings == ["names-differ"])
  }

  @Test func `the order of rows in the file changes no body`() throws {
    let rows = [
      row(1, seat: "true", name: "A", tradeName: "X", nda: "2", street: "1", certified: "true", closed: "true"),
      row(2, seat: "true", name: "B", tradeName: "Y", nda: "1", street: "2", certified: "false"),
      row(2, seat: "false", name: "C", street: "3"), row(2, name: "", nda: "3", street: "4", closed: "true"),
    ]
    let expected = String(describing: try body(rows).0)
    var seen = 0
    for order in permutations(rows) {
      let reading = try PublicListExample.reading(order)
      #expect(reading.bodies.map { String(describing: $0) } == [expected])
      #expect(
        reading.warnings.map(\.code) == [
          "name-missing", "names-differ", "ndas-differ", "head-offices-differ", "siret-repeated",
        ])
      seen += 1
    }
    #expect(seen == 24)
  }

  @Test func `R-QUAL-108 the official list gives four categories, joined over the rows of a body`() throws {
    func official(_ siret: String, _ flags: [String]) -> String {
      var fields = Array(repeating: "", count: 31)
      fields[2] = "\"ATELIER; DES SAVOIRS\""
      (fields[3], fields[4]) = (siren, siret)
      fields.replaceSubrange(9..<13, with: flags)
      return fields.joined(separator: ";")
    }
    let reading = try PublicListReading(
      PublicListExample.bytes([
        PublicListExample.officialHeader, official(siret(1), ["Oui", "Non", "", "0"]),
        official(siret(2), ["false", "1", "", ""]),
      ])[...])
    let body = try #require(reading.bodies.first)
    #expect(
      body.qualiopi
        == .categories(
          PublicListCategories(
            trainingActions: .yes, skillsAssessments: .yes, priorExperience: .unknown, apprenticeships: .no)))
    #expect(body.legalName == "ATELIER; DES SAVOIRS" && body.qualiopi.certified == .yes)
    #expect(body.sites.allSatisfy { $0.closed == .unknown } && body.openSites.count == 2)
  }

  private func permutations(_ items: [String]) -> [[String]] {
    guard items.count > 1 else { return [items] }
    return items.indices.flatMap { index in
      var rest = items
      let item = rest.remove(at: index)
      return permutations(rest).map { [item] + $0 }
    }
  }
}
