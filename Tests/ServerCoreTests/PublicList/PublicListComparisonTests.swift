import Testing

@testable import ServerCore

@Suite struct `comparison with the reference` {
  private func row(_ number: Int, name: String = "ATELIER", city: String = "", closed: String = "") -> String {
    PublicListExample.row(siren: PublicListExample.siren(number), name: name, city: city, closed: closed)
  }

  private func compare(
    _ before: [String], _ after: [String], limits: PublicListLimits = .standard, accept: Bool = false
  ) throws -> PublicListComparison {
    PublicListComparison(
      reference: try PublicListExample.reading(before).bodiesBySIREN, reading: try PublicListExample.reading(after),
      limits: limits, acceptMassChange: accept)
  }

  private func sirens(_ numbers: Int...) -> [String] { numbers.map(PublicListExample.siren) }

  @Test func `the same file changes nothing`() throws {
    let rows = (1...3).map { row($0) }
    let made = try compare(rows, rows.reversed())
    #expect(made.added.isEmpty && made.removed.isEmpty && made.changes.isEmpty && made.unchangedBodies == 3)
    #expect(made.verdict == .admissible)
  }

  @Test func `bodies come, go and change, in order`() throws {
    let made = try compare(
      [row(4), row(3), row(2), row(1)], [row(9), row(3, name: "NEUF"), row(2, city: "DIJON"), row(5), row(4)])
    #expect(made.added.map(\.text) == sirens(5, 9) && made.removed.map(\.text) == sirens(1))
    #expect(made.changed.map(\.text) == sirens(2, 3) && made.unchangedBodies == 1)
    #expect(made.changes.map(\.siren.text) == sirens(2, 2, 3, 3))
    #expect(made.changes.map(\.field) == [.address, .siteAddress, .legalName, .siteName])
    #expect(made.changes[2].from == .text("ATELIER") && made.changes[2].to == .text("NEUF"))
    #expect(made.changes[0].from == .absent && made.changes[0].to.oneLine == "DIJON")
  }

  @Test func `a site that comes, goes, closes is a change of its body, with its SIRET`() throws {
    let siren = PublicListExample.siren(1)
    func site(_ number: Int, closed: String = "false") -> String {
      PublicListExample.row(siren: siren, siret: PublicListExample.siret(siren, number), closed: closed)
    }
    let made = try compare([site(1), site(2), site(3)], [site(1), site(3, closed: "true"), site(4)])
    #expect(made.changes.map(\.field) == [.siteListed, .siteClosed, .siteListed])
    #expect(made.changes.map { $0.siret?.text } == [2, 3, 4].map { PublicListExample.siret(siren, $0) })
    #expect(made.changes[0].to == .absent && made.changes[2].from == .absent)
    #expect(made.changes[1].from == .flag(.no) && made.changes[1].to == .flag(.yes))
  }

  @Test func `a text that differs by bytes alone is a change`() throws {
    let made = try compare([row(1, name: "\u{C9}COLE")], [row(1, name: "E\u{301}COLE")])
    #expect(made.changes.map(\.field) == [.legalName, .siteName])
  }

  @Test func `a body with a rejected row is left whole as it was`() throws {
    let siren = PublicListExample.siren(1)
    let broken = PublicListExample.row(siren: siren, siret: PublicListExample.siret(siren, 2), certified: "?")
    let made = try compare([row(1), row(2)], [row(1, name: "NEUF"), broken, row(2)])
    #expect(made.changed.isEmpty && made.removed.isEmpty && made.leftAsTheyWere.map(\.text) == [siren])
    #expect(made.unchangedBodies == 1)

    let alone = try compare([row(1), row(2)], [broken, row(2)])
    #expect(alone.removed.isEmpty && alone.leftAsTheyWere.map(\.text) == [siren])

    let unknown = try compare([row(2)], [row(1), broken, row(2)])
    #expect(unknown.added.isEmpty)
  }

  @Test func `the first import adds everything and is no mass change`() throws {
    let made = try compare([], (1...300).map { row($0) })
    #expect(made.added.count == 300 && made.verdict == .admissible)
  }

  @Test func `five in a hundred may disappear, six may not`() throws {
    let before = (1...100).map { row($0) }
    #expect(try compare(before, Array(before.dropLast(5))).verdict == .admissible)
    let refused = try compare(before, Array(before.dropLast(6))).verdict
    let limit = PublicListMassChange(reason: .removed, bodies: 6, referenceBodies: 100, bodiesMax: 5)
    #expect(refused == .refused([limit]) && !refused.mayImport)
    #expect(
      limit.text.fr
        == "6 organismes sur 100 (6\u{202F}%) disparaîtraient\u{202F}; limite\u{202F}: 5. Rien n'est importé. "
        + "Vérifiez le fichier\u{202F}; s'il est juste, relancez en acceptant le changement de masse.")
  }

  @Test func `twenty in a hundred may change, twenty-one may not`() throws {
    let before = (1...100).map { row($0) }
    func after(_ changed: Int) -> [String] { (1...100).map { row($0, name: $0 <= changed ? "NEUF" : "ATELIER") } }
    #expect(try compare(before, after(20)).verdict == .admissible)
    #expect(
      try compare(before, after(21)).verdict
        == .refused([PublicListMassChange(reason: .changed, bodies: 21, referenceBodies: 100, bodiesMax: 20)]))
  }

  @Test func `shares are judged from a hundred bodies on, a total loss always`() throws {
    let before = (1...99).map { row($0) }
    #expect(try compare(before, Array(before.dropLast(98))).verdict == .admissible)
    let verdict = try compare(before, []).verdict
    #expect(verdict.exceeded.map(\.code) == ["nothing-left"] && !verdict.mayImport)
  }

  @Test func `a number set as a limit holds whatever the share`() throws {
    let before = (1...10).map { row($0) }
    let limits = PublicListLimits(removedBodiesMax: 2, changedBodiesMax: 0)
    #expect(try compare(before, Array(before.dropLast(2)), limits: limits).verdict == .admissible)
    #expect(try compare(before, Array(before.dropLast(3)), limits: limits).verdict.exceeded.map(\.reason) == [.removed])
    let renamed = [row(1, name: "NEUF")] + before.dropFirst()
    #expect(try compare(before, renamed, limits: limits).verdict.exceeded.map(\.reason) == [.changed])
  }

  @Test func `a mass change that is accepted goes on and stays listed`() throws {
    let before = (1...100).map { row($0) }
    let verdict = try compare(before, [row(1, name: "NEUF")], accept: true).verdict
    #expect(verdict.mayImport && verdict.exceeded.map(\.reason) == [.removed])
    #expect(verdict != .refused(verdict.exceeded))
  }

  @Test func `one flag and four categories are compared by whether certified at all`() throws {
    let siren = try #require(PublicListSIREN(PublicListExample.siren(1)))
    let siret = try #require(PublicListSIRET(PublicListExample.siret(siren.text)))
    func body(_ qualiopi: PublicListQualiopi) -> PublicListBody {
      PublicListBody(
        siren: siren, legalName: "A",
        address: PublicListAddress(street: nil, postcode: nil, city: nil, regionCode: nil),
        addressSIRET: siret, headOffice: nil, nda: nil, otherNDAs: [], qualiopi: qualiopi, sites: [])
    }
    func categories(_ flag: PublicListFlag) -> PublicListQualiopi {
      .categories(
        PublicListCategories(trainingActions: .no, skillsAssessments: .no, priorExperience: flag, apprenticeships: .no))
    }
    func fields(_ from: PublicListQualiopi, _ to: PublicListQualiopi) -> [PublicListField] {
      PublicListDifference(from: body(from), to: body(to)).changes.map(\.field)
    }
    #expect(fields(.certified(.yes), categories(.yes)) == [])
    #expect(fields(.certified(.yes), categories(.no)) == [.certified])
    #expect(fields(categories(.no), categories(.yes)) == [.priorExperience])
  }
}
