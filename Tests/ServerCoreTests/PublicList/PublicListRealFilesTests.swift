import Foundation
import Testing

@testable import ServerCore

@Suite struct `real files of the public list` {
  private static let exportName = "cfa-etablissements-2022-10-12.csv"

  @Test func `R-QUAL-108 the establishment export is read whole`() throws {
    guard let bytes = try PublicListSharedFiles.bytes(Self.exportName) else { return }
    let reading = try PublicListReading(bytes[...])

    #expect(reading.layout == .establishments)
    #expect(reading.rowsRead == 5678 && reading.rows.count == 5678 && reading.rejections.isEmpty)
    #expect(reading.bodies.count == 4101)
    #expect(reading.bodies.count { $0.sites.count > 1 } == 552)
    #expect(reading.bodies.count { $0.openSites.count > 1 } == 526)
    #expect(reading.rows.count { $0.qualiopi.certified == .yes } == 3686)
    #expect(reading.rows.count { $0.closed == .yes } == 115)
    #expect(reading.rows.count { $0.nda == nil } == 1146)
    let summary = PublicListSummary(reading)
    #expect(
      summary.warnings == [
        "head-office-contradiction": 13, "siret-check-digit": 1, "ndas-differ": 6, "qualiopi-differs": 4,
      ])
    #expect(
      summary.lines.first?.fr
        == "5\u{202F}678 lignes lues, 5\u{202F}678 retenues, 0 rejetée\u{202F}; 4\u{202F}101 organismes")
  }

  @Test func `quoted names of the export keep their separators and quotes`() throws {
    guard let bytes = try PublicListSharedFiles.bytes(Self.exportName) else { return }
    let names = Set(try PublicListReading(bytes[...]).rows.compactMap(\.tradeName))
    #expect(names.isSuperset(of: ["ECOLE VIDAL;VIDAL FORMATION", "\"ILF-EHP\""]))
  }

  @Test func `a body of the export with two open sites keeps both and its head office`() throws {
    guard let bytes = try PublicListSharedFiles.bytes(Self.exportName) else { return }
    let siren = try #require(PublicListSIREN("193523172"))
    let body = try #require(try PublicListReading(bytes[...]).bodiesBySIREN[siren])
    #expect(body.legalName == "INSTITUT D'ETUDES POLITIQUES DE RENNES" && body.nda == "53350857935")
    #expect(body.headOffice?.text == "19352317200016" && body.addressSIRET == body.headOffice)
    #expect(body.openSites.map(\.name) == ["IEP", "SCIENCES PO RENNES ANTENNE DE CAEN"])
    #expect(body.openSites.map(\.address.city) == ["RENNES", "CAEN"])
  }

  @Test func `the export shuffled gives the same bodies`() throws {
    guard let bytes = try PublicListSharedFiles.bytes(Self.exportName) else { return }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    let reversed = PublicListExample.bytes([lines[0]] + lines.dropFirst().reversed())
    let (first, second) = (try PublicListReading(bytes[...]), try PublicListReading(reversed[...]))
    #expect(first.bodies.map { String(describing: $0) } == second.bodies.map { String(describing: $0) })
  }

  @Test func `R-QUAL-108 the official list's 31 columns are read, its one record too`() throws {
    guard let bytes = try PublicListSharedFiles.bytes("lpof-layout-sample.csv") else { return }
    let reading = try PublicListReading(bytes[...])
    let row = try #require(reading.rows.first)

    #expect(reading.layout == .official && reading.rowsRead == 1 && reading.rejections.isEmpty)
    #expect(row.siren.text == "890176654" && row.siret.text == "89017665400014" && row.nda == "11788457578")
    #expect(row.denomination == "01 AFFORP" && row.address.isEmpty && row.closed == .unknown)
    #expect(
      row.qualiopi
        == .categories(
          PublicListCategories(
            trainingActions: .yes, skillsAssessments: .no, priorExperience: .no, apprenticeships: .no)))
    var reader = try CSVRecordReader(bytes[...], separator: .semicolon)
    let header = try #require(try reader.next())
    #expect((0..<30).map { header[$0] } == PublicListLayout.official.columnNames && header[30].isEmpty)
  }

  @Test func `R-QUAL-108 two exports that spell booleans differently read the same`() throws {
    guard let bytes = try PublicListSharedFiles.bytes("cfa-raw-encodings-sample.json") else { return }
    let records = try JSONDecoder().decode([RawPair].self, from: Data(bytes))
    #expect(records.count == 8)
    var spellings: Set<String> = []
    for pair in records {
      let readings = try [pair.snapshot_2022_09_23, pair.snapshot_2022_10_12].map { raw in
        spellings.formUnion([raw.siege_social.text, raw.certifie_qualite.text, raw.ferme.text])
        let row = PublicListExample.row(
          siren: raw.siren, siret: raw.siret, headOfficeSIRET: raw.etablissement_siege_siret,
          headOffice: raw.siege_social.text, certified: raw.certifie_qualite.text, closed: raw.ferme.text)
        return try PublicListExample.reading([row])
      }
      let rows = try readings.map { try #require($0.rows.first) }
      #expect(rows[0].headOffice == rows[1].headOffice && rows[0].headOffice != .unknown)
      #expect(rows[0].qualiopi == rows[1].qualiopi && rows[0].qualiopi.certified != .unknown)
      #expect(rows[0].closed == rows[1].closed && rows[0].closed != .unknown)
      // The same records say OUI or NON in one export, and a category's label in the other: not a yes-or-no.
      #expect(PublicListFlag(field: pair.snapshot_2022_10_12.info_qualiopi_info) != nil)
      #expect(PublicListFlag(field: pair.snapshot_2022_09_23.info_qualiopi_info) == nil)
    }
    #expect(spellings == ["0", "1", "true", "false"])
  }

  @Test func `the real changes between two exports are found again, and are no mass change`() throws {
    guard let bytes = try PublicListSharedFiles.bytes(Self.exportName),
      let changes = try PublicListSharedFiles.bytes("cfa-changes-2022-09-23_to_2022-10-12.jsonl")
    else { return }
    let real = try changes.split(separator: UInt8(ascii: "\n")).map {
      try JSONDecoder().decode(RealChange.self, from: Data($0))
    }
    #expect(real.count == 167)
    let before = try Self.undo(real, in: bytes)
    let (old, new) = (try PublicListReading(before[...]), try PublicListReading(bytes[...]))
    #expect(old.rowsRead == 5676)

    let made = PublicListComparison(reference: old.bodiesBySIREN, reading: new)

    let renamed = Set(real.filter { $0.field == "raison_sociale" }.map { $0.siret.prefix(9) })
    #expect(Set(made.changes.filter { $0.field == .legalName }.map { $0.siren.text.prefix(9) }) == renamed)
    let closed = Set(real.filter { $0.field == "ferme" }.map(\.siret))
    #expect(Set(made.changes.filter { $0.field == .siteClosed }.compactMap { $0.siret?.text }) == closed)
    #expect(
      made.changes.filter { $0.field == .siteListed }.compactMap { $0.siret?.text } == [
        "19331424200000", "19622257400077",
      ])
    #expect(made.added.isEmpty && made.removed.isEmpty && made.verdict == .admissible)
  }

  @Test func `as many rows as the official list has are read`() throws {
    var bytes = Array((PublicListExample.officialHeader + "\r\n").utf8)
    let tail = String(repeating: ";", count: 18)
    for number in 1...148_000 {
      let siren = PublicListExample.siren(number)
      let siret = PublicListExample.siret(siren)
      bytes += Array("\"11\";\"\";\"CENTRE D'ÉTUDE \(number)\";\"\(siren)\";\"\(siret)\";\"1 RUE\";".utf8)
      bytes += Array("\"01000\";\"BOURG\";\"84\";true;false;false;false\(tail)\r\n".utf8)
    }
    let reading = try PublicListReading(bytes[...])
    #expect(reading.rows.count == 148_000 && reading.bodies.count == 148_000)
    #expect(reading.rejections.isEmpty && reading.warnings.isEmpty)
  }

  /// The export as it was before these changes.
  private static func undo(_ changes: [RealChange], in bytes: [UInt8]) throws -> [UInt8] {
    var reader = try CSVRecordReader(bytes[...], separator: .semicolon)
    var names: [String] = []
    var lines: [[UInt8]] = []
    let bySIRET = Dictionary(grouping: changes, by: \.siret)
    while let record = try reader.next() {
      var fields = (0..<record.count).map { record[$0] }
      if names.isEmpty { names = fields }
      let undone = bySIRET[fields[0]] ?? []
      if undone.contains(where: { $0.op == "create" }) { continue }
      for change in undone {
        let name = try #require(change.field)
        let place = try #require(names.firstIndex(of: name))
        #expect(fields[place] == change.to)
        fields[place] = try #require(change.from)
      }
      let written = fields.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ";")
      lines.append(Array((written + "\n").utf8))
    }
    return Array(lines.joined())
  }
}

private struct RealChange: Decodable {
  let siret: String
  let op: String
  let field: String?
  let from: String?
  let to: String?
}

private struct RawPair: Decodable {
  let snapshot_2022_09_23: RawRecord
  let snapshot_2022_10_12: RawRecord
}

private struct RawRecord: Decodable {
  let siren: String
  let siret: String
  let etablissement_siege_siret: String
  let siege_social: RawFlag
  let certifie_qualite: RawFlag
  let ferme: RawFlag
  let info_qualiopi_info: String
}

/// A boolean as one export writes a number and the other a text.
private struct RawFlag: Decodable {
  let text: String

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    do {
      text = String(try container.decode(Int.self))
    } catch DecodingError.typeMismatch {
      text = try container.decode(String.self)
    }
  }
}
