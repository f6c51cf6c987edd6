import Testing

@testable import ServerCore

@Suite struct `public list rows` {
  private let siren = PublicListExample.siren(1)

  private func only(_ row: String) throws -> PublicListRow {
    let reading = try PublicListExample.reading([row])
    #expect(reading.rejections.map(\.code) == [])
    return try #require(reading.rows.first)
  }

  private func rejection(_ row: String) throws -> PublicListRejection {
    let reading = try PublicListExample.reading([row])
    #expect(reading.rows.isEmpty && reading.rowsRead == 1)
    return try #require(reading.rejections.first)
  }

  @Test(arguments: [
    ("Oui", PublicListFlag.yes), ("OUI", .yes), ("oui", .yes), ("true", .yes), ("True", .yes), ("1", .yes),
    (" oui ", .yes), ("Non", .no), ("NON", .no), ("false", .no), ("FALSE", .no), ("0", .no), ("", .unknown),
    ("  ", .unknown), ("\u{00A0}", .unknown),
  ])
  func `R-QUAL-108 every spelling of yes and no is read`(text: String, flag: PublicListFlag) throws {
    let row = try only(PublicListExample.row(siren: siren, certified: text, closed: text))
    #expect(row.qualiopi == .certified(flag) && row.closed == flag)
  }

  @Test(arguments: ["2", "yes", "vrai", "X", "01", "oui oui", "Qualiopi", "ＯＵＩ", "tru\u{0435}", "-"])
  func `a flag that is neither rejects its row by column and value`(text: String) throws {
    let rejection = try rejection(PublicListExample.row(siren: siren, certified: text))
    #expect(rejection.reason == .unreadableFlag && rejection.column == "certifie_qualite" && rejection.value == text)
    #expect(rejection.sirens.map(\.text) == [siren])
    #expect(rejection.text.fr.contains("«\u{202F}certifie_qualite\u{202F}»"))
  }

  @Test(arguments: [
    ("", "", PublicListRejectionReason.missingSIREN), ("1234", "", .malformedSIREN),
    ("9000000l0", "", .malformedSIREN), ("900 000 100", "", .malformedSIREN), ("٩٠٠٠٠٠١٠٠", "", .malformedSIREN),
    ("1000000000", "", .malformedSIREN), ("900000100", "", .missingSIRET), ("900000100", "9,00E+13", .malformedSIRET),
    ("900000100", "9000001000001", .malformedSIRET), ("900000100", "90000020000017", .mismatch),
  ])
  func `a row without its numbers is rejected with the reason`(
    siren: String, siret: String, reason: PublicListRejectionReason
  ) throws {
    let rejection = try rejection(PublicListExample.row(siren: siren, siret: siret))
    #expect(rejection.reason == reason && rejection.record == 2 && rejection.line == 2)
  }

  @Test func `a mismatch is about both bodies it may mean`() throws {
    let rejection = try rejection(PublicListExample.row(siren: "900000100", siret: "90000020000017"))
    #expect(rejection.sirens.map(\.text) == ["900000100", "900000200"])
  }

  @Test func `leading zeros of numbers are kept`() throws {
    let siren = "005420021"
    let row = try only(
      PublicListExample.row(siren: siren, siret: PublicListExample.siret(siren), nda: "06970006697", postcode: "01000"))
    #expect(row.siren.text == siren && row.siret.text.hasPrefix(siren) && row.nda == "06970006697")
    #expect(row.address.postcode == "01000")
  }

  @Test func `a wrong check digit warns and does not reject`() throws {
    let reading = try PublicListExample.reading([PublicListExample.row(siren: "900000002", siret: "90000000200001")])
    #expect(reading.rows.count == 1)
    #expect(reading.warnings.map(\.code) == ["siren-check-digit", "siret-check-digit"])
    #expect(reading.warnings.first?.record == 2)
  }

  @Test func `La Poste's SIRETs follow INSEE's exception, nobody else's do`() throws {
    // 35600000000048 passes Luhn; 35600000049837 only has digits that sum to a multiple of five.
    #expect(try #require(PublicListSIRET("35600000000048")).hasPlausibleCheckDigits)
    #expect(try #require(PublicListSIRET("35600000049837")).hasPlausibleCheckDigits)
    #expect(!DecimalDigits.passesLuhn(35_600_000_049_837))
    #expect(try !#require(PublicListSIRET("35600000049838")).hasPlausibleCheckDigits)
    #expect(try !#require(PublicListSIRET("35600001049836")).hasPlausibleCheckDigits)
    #expect(try #require(PublicListSIREN("356000000")).passesLuhn)
  }

  @Test func `a row with more or fewer fields is rejected and the bodies it names are known`() throws {
    let short = try rejection("\(PublicListExample.siret(siren));\(siren)")
    #expect(short.reason == .fieldCount && short.sirens.map(\.text) == [siren] && short.value == "2 ≠ 19")
    #expect(try rejection("x;" + PublicListExample.row(siren: siren)).sirens.map(\.text) == [siren])
    #expect(try rejection("").reason == .fieldCount)
  }

  @Test func `a value in the column without name rejects the row`() throws {
    let fields = Array(repeating: "", count: 30) + ["slipped"]
    let reading = try PublicListReading(
      PublicListExample.bytes([PublicListExample.officialHeader, fields.joined(separator: ";")])[...])
    #expect(reading.rejections.map(\.code) == ["unnamed-field-filled"])
  }

  @Test func `texts are trimmed and folded, empty ones are absent, composition is left alone`() throws {
    let row = try only(
      PublicListExample.row(
        siren: siren, nda: " \u{00A0} ", name: "\"  L'ATELIER\r\n\tDES\u{00A0}\u{202F} SAVOIRS  \"",
        tradeName: "E\u{301}COLE", street: "3  RUE", city: "\u{3000}"))
    #expect(row.denomination == "L'ATELIER DES SAVOIRS" && row.nda == nil && row.address.city == nil)
    #expect(row.address.street == "3 RUE")
    #expect(row.tradeName.map { Array($0.utf8) } == Array("E\u{301}COLE".utf8))
  }

  @Test func `control characters are kept with a warning`() throws {
    let reading = try PublicListExample.reading([PublicListExample.row(siren: siren, name: "A\u{1B}[2JB")])
    #expect(reading.rows.first?.denomination == "A\u{1B}[2JB")
    #expect(reading.warnings.map(\.code) == ["control-character"])
  }

  @Test func `the head-office flag decides, the SIRET speaks where it is silent, a contradiction warns`() throws {
    let (here, there) = (PublicListExample.siret(siren, 1), PublicListExample.siret(siren, 2))
    let foreign = PublicListExample.siret(PublicListExample.siren(2))
    let cases: [(String, String, PublicListFlag, String?, [String])] = [
      ("true", here, .yes, here, []), ("false", there, .no, there, []), ("", here, .yes, here, []),
      ("", there, .no, there, []), ("", "", .unknown, nil, []), ("true", "", .yes, here, []),
      ("false", here, .no, nil, ["head-office-contradiction"]),
      ("true", there, .yes, here, ["head-office-contradiction"]),
      ("", foreign, .unknown, nil, ["head-office-siret"]), ("false", "12", .no, nil, ["head-office-siret"]),
    ]
    for (flag, stated, expected, seat, codes) in cases {
      let reading = try PublicListExample.reading([
        PublicListExample.row(siren: siren, siret: here, headOfficeSIRET: stated, headOffice: flag)
      ])
      #expect(reading.rows.first?.headOffice == expected)
      #expect(reading.rows.first?.headOfficeSIRET?.text == seat)
      #expect(reading.warnings.map(\.code) == codes)
    }
  }

  @Test func `a bad row leaves the others alone`() throws {
    let reading = try PublicListExample.reading([
      PublicListExample.row(siren: siren), PublicListExample.row(siren: "?"),
      PublicListExample.row(siren: PublicListExample.siren(2)),
    ])
    #expect(reading.rowsRead == 3 && reading.rows.map(\.record) == [2, 4] && reading.rejections.map(\.record) == [3])
  }

  @Test func `every rejection and warning speaks both languages`() throws {
    let siren = try #require(PublicListSIREN(siren))
    for reason in PublicListRejectionReason.allCases {
      let text = PublicListRejection(
        record: 2, line: 2, reason: reason, column: "siren", value: "x", sirens: []
      ).text
      #expect(text.fr.hasPrefix("Enregistrement 2, ligne 2\u{202F}: ") && text.en.hasPrefix("Record 2, line 2: "))
      #expect(reason.rawValue.allSatisfy { $0.isLowercase || $0 == "-" })
    }
    for reason in PublicListWarningReason.allCases {
      let text = PublicListWarning(reason, siren: siren, record: 2, value: "x").text
      #expect(text.fr.hasPrefix("SIREN \(siren) (enregistrement 2)\u{202F}: "))
      #expect(text.en.hasPrefix("SIREN \(siren) (record 2): "))
    }
  }
}
