import Testing

@testable import ServerCore

@Suite struct `public list headers` {
  private func header(_ names: [String]) throws -> PublicListHeader {
    var reader = try CSVRecordReader(Array(names.joined(separator: ";").utf8)[...], separator: .semicolon)
    return try PublicListHeader(try #require(try reader.next()))
  }

  private func fault(_ names: [String]) -> PublicListHeaderError? {
    #expect(throws: PublicListHeaderError.self) { _ = try header(names) }
  }

  private let official = PublicListLayout.official.columnNames + [""]
  private let export = PublicListLayout.establishments.columnNames

  @Test func `R-QUAL-108 columns are found by name in any order`() throws {
    for rotation in 0..<official.count {
      let names = Array(official[rotation...] + official[..<rotation])
      let header = try header(names)
      #expect(header.layout == .official && header.columnCount == 31)
      #expect(header.place(.siret) == names.firstIndex(of: "siretEtablissementDeclarant"))
      let apprenticeships = "certifications.actionsDeFormationParApprentissage"
      #expect(header.place(.apprenticeships) == names.firstIndex(of: apprenticeships))
      #expect(header.unnamedColumn == names.firstIndex(of: ""))
      #expect(header.place(.certified) == nil)
    }
    let reversed = try header(export.reversed())
    #expect(reversed.layout == .establishments && reversed.columnCount == 19)
    #expect(reversed.place(.siret) == 18 && reversed.place(.closed) == 3)
  }

  @Test func `R-QUAL-108 an unknown header stops the import and is named`() {
    let error = fault(official + ["dateDecision"])
    #expect(error?.reason == .unknownColumn && error?.columns == ["dateDecision"])
    #expect(error?.text.fr.contains("«\u{202F}dateDecision\u{202F}»") == true)
    #expect(error?.text.en.contains("“dateDecision”") == true)
    #expect(fault(export + ["Siret"])?.columns == ["Siret"])
    #expect(fault(export + [""])?.reason == .unknownColumn)
  }

  @Test func `a missing column the import reads stops it, each one by name`() {
    for layout in PublicListLayout.allCases {
      for column in PublicListColumn.allCases {
        guard let name = layout.columnName(column) else { continue }
        let error = fault(layout.columnNames.filter { $0 != name })
        #expect(error?.reason == .missingColumn && error?.columns == [name])
      }
    }
  }

  @Test func `columns the import does not read may be missing`() throws {
    for layout in PublicListLayout.allCases {
      let names = PublicListColumn.allCases.compactMap(layout.columnName)
      #expect(try header(names).layout == layout)
    }
  }

  @Test func `a column that stands twice stops the import, the unnamed one too`() {
    #expect(fault(official + ["siren"])?.columns == ["siren"])
    #expect(fault(official + [""])?.reason == .repeatedColumn)
    #expect(fault(official + [""])?.text.fr.contains("sans nom") == true)
    #expect(fault(export + ["nda", "siren"])?.columns == ["nda", "siren"])
  }

  @Test func `a file of something else is not guessed`() {
    #expect(fault(["nom", "prénom"])?.reason == .unknownLayout)
    #expect(fault([export.joined(separator: ",")])?.reason == .oneColumn)
  }

  @Test func `names that look alike and differ by bytes are different`() {
    #expect(fault(export.map { $0 == "siren" ? "s\u{0456}ren" : $0 })?.reason == .unknownColumn)
  }

  @Test func `a hostile header name reaches the message clipped and without controls`() throws {
    let text = try #require(fault(export + [String(repeating: "x", count: 500), "\u{1B}[2J\u{202E}"])).text
    for message in [text.fr, text.en] {
      #expect(message.utf8.count < 400)
      #expect(!message.unicodeScalars.contains("\u{1B}") && !message.unicodeScalars.contains("\u{202E}"))
    }
  }

  @Test func `an empty file says so`() throws {
    let error = #expect(throws: PublicListError.self) { _ = try PublicListReading([][...]) }
    #expect(error?.code == "header-missing")
  }
}
