import AuditDesk
import FieldClient
import ServerCore
import Simulation
import SyncCore
import Testing

/// Laws L2 and L3 over what really changes in a register, and over two registers that name the same places.
struct RealRegisterTests {
  /// The register's columns as fields of a site; those the merge table does not know are merged as of a newer version.
  private static let fields: [String: FieldName] = [
    "raison_sociale": "name", "voie": "address", "ferme": "closed", "forme_juridique_code": "legalForm",
    "siege_social": "headOffice", "naf_code": "activityCode", "certifie_qualite": "qualityCertified",
    "region_code": "regionCode", "multi_nda": "severalActivityNumbers", "nda": "activityNumber",
    "code_postal": "postcode", "enseigne": "tradeName", "siret_siege": "headOfficeSiret",
  ]

  @Test func `L2 L3 of the 167 real changes replayed by three desks, those written otherwise are the conflicts`()
    async throws
  {
    guard let changes = try RealRegisters.changes() else { return }
    #expect(changes.count == 167)
    let office = try await OfficeDesks(3)
    let desks = office.desks
    for change in changes {
      guard let from = change.from else { continue }
      try desks[0].establish(change.siret, [(try Self.field(change), from)])
    }
    try await office.syncAll()
    // From here nobody hears of the others: the first desk plays everything, the others replay two thirds.
    for (number, change) in changes.enumerated() {
      try desks[0].establish(change.siret, try Self.values(change))
      switch number % 3 {
      case 0: for desk in desks.dropFirst() { try desk.establish(change.siret, try Self.values(change)) }
      case 1:
        for (desk, ending) in zip(desks.dropFirst(), [" BIS", " TER"]) {
          try desk.establish(change.siret, try Self.values(change, namedWith: ending))
        }
      default: break
      }
    }
    try await office.syncAll()
    let conflicts = try office.conflicts()
    let expected = changes.indices.count { $0 % 3 == 1 }
    print("167 real changes, three desks: \(conflicts.count) conflicts, \(expected) expected")
    #expect(conflicts.count == expected)
    for placed in conflicts {
      #expect(placed.conflict?.values.count == 3 && placed.conflict?.reason == .concurrentValues)
    }
  }

  @Test func `L2 L3 of the 2,919 establishments two registers know, those named differently are the conflicts`()
    async throws
  {
    guard
      let catalogue = try RealRegisters.names(
        "cfa-etablissements-2022-10-12.csv", separator: .semicolon, siret: "siret", name: "raison_sociale"),
      let datadock = try RealRegisters.names(
        "datadock-2021-11-08.csv", separator: .comma, siret: "siret", name: "RAISON_SOCIALE")
    else { return }
    let common = Set(catalogue.keys).intersection(datadock.keys).sorted()
    #expect(common.count == 2_919)
    let office = try await OfficeDesks(2)
    for (desk, names) in zip(office.desks, [catalogue, datadock]) {
      for siret in common { try desk.establish(siret, [("name", try #require(names[siret]))]) }
    }
    try await office.syncAll()
    let conflicts = try office.conflicts()
    let expected = common.count { catalogue[$0]?.utf8.elementsEqual(datadock[$0]?.utf8 ?? "".utf8) == false }
    print("2,919 establishments of two registers: \(conflicts.count) conflicts, \(expected) expected")
    #expect(conflicts.count == expected && expected == 243)
    for placed in conflicts {
      let siret = placed.entity.localName
      let (one, other) = (try #require(catalogue[siret]), try #require(datadock[siret]))
      #expect(Set(placed.conflict?.values ?? []) == [.string(one), .string(other)])
    }
  }

  private static func field(_ change: RealRegisters.Change) throws -> FieldName {
    let column = try #require(change.field)
    return try #require(fields[column])
  }

  /// What a change writes; an ending makes the name, or the one value, another.
  private static func values(
    _ change: RealRegisters.Change, namedWith ending: String = ""
  ) throws -> [(field: FieldName, value: String)] {
    if let to = change.to { return [(try Self.field(change), to + ending)] }
    let created = try #require(change.value)
    return created.sorted { $0.key < $1.key }.compactMap { column, value in
      guard let field = fields[column], !value.isEmpty else { return nil }
      return (field, field == "name" ? value + ending : value)
    }
  }
}
