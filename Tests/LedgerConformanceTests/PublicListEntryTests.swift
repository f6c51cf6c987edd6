import AuditModel
import ServerCore
import SyncCore
import SyncProtocol
import Testing

@Suite struct `facts of the public list in the ledger` {
  private func body(_ siren: String, name: String, city: String = "Lyon", certified: PublicListFlag = .yes) throws
    -> PublicListBody
  {
    let siret = try #require(PublicListSIRET(CSVReading.siret(siren)))
    let address = PublicListAddress(street: "12 rue de la Paix", postcode: "69001", city: city, regionCode: nil)
    return PublicListBody(
      siren: try #require(PublicListSIREN(siren)), legalName: name, address: address, addressSIRET: siret,
      headOffice: siret, nda: "84691234569", otherNDAs: [], qualiopi: .certified(certified),
      sites: [PublicListSite(siret: siret, name: nil, address: address, closed: .no)])
  }

  private func put(_ bodies: [PublicListBody], in house: House) throws {
    try house.ledger.write { transaction in
      for body in bodies { try transaction.putPublicListRow(body.siren.text, PublicListBodyText.bytes(body)) }
    }
  }

  @Test(arguments: LedgerKind.allCases)
  func `the first line about a listed body brings its facts in the same commit, once`(_ kind: LedgerKind) async throws {
    let house = try House(kind)
    try put([try body("900000019", name: "ATELIER DES ARTS")], in: house)
    let (dossier, organisation) = (try #require(Sample.dossier), try #require(Sample.organisation))
    let device = try await house.device("Camille Renaud", [.auditor], seed: 95)
    try await device.sync()
    try device.write(dossier, [try Sample.title("a")])
    try await device.exchange()
    try await device.sync()
    let entity = try #require(EntityID("body/900000019"))
    let fold = try device.fold(organisation)
    let name = try #require(fold.field("legalName", of: entity, schema: Contested()))
    #expect(name.shown == "ATELIER DES ARTS")
    #expect(name.heads.map(\.by) == [.publicList])
    #expect(fold.field("qualiopi", of: entity, schema: Contested())?.shown == true)
    #expect(
      fold.field("closed", of: try #require(EntityID("body/900000019/site/90000001900019")), schema: Contested())?.shown
        == false)
    let lines = device.held[organisation]?.count
    try device.write(organisation, [.set("phone", on: entity, to: "01", over: [], motive: nil)])
    try device.write(try #require(StreamID.dossier(scheme: "clea", key: "900000019")), [try Sample.title("b")])
    try await device.sync()
    #expect(device.held[organisation]?.count == lines)
    #expect(await house.server.verify().faults == [])
  }

  @Test(arguments: LedgerKind.allCases)
  func `what the list says anew stands beside what a person wrote, never over it`(_ kind: LedgerKind) async throws {
    let house = try House(kind)
    try put([try body("900000019", name: "ATELIER DES ARTS")], in: house)
    let organisation = try #require(Sample.organisation)
    let entity = try #require(EntityID("body/900000019"))
    let office = try await house.device("Service certification", [.office], seed: 96)
    try office.write(organisation, [.set("phone", on: entity, to: "01", over: [], motive: nil)])
    try await office.sync()
    let listed = try #require(try office.fold(organisation).field("legalName", of: entity, schema: Contested()))
    try office.write(
      organisation, [.set("legalName", on: entity, to: "ATELIER DES ARTS SAS", over: listed.over, motive: nil)])
    try await office.sync()

    let reading = try CSVReading.of([
      ("900000019", "ATELIER DES METIERS"), ("900000027", "FORMATION DU NORD"),
    ])
    let dry = try await house.server.importPublicList(reading, acceptMassChange: true, dryRun: true)
    #expect(!dry.isImported && dry.changesWritten == 0)
    let report = try await house.server.importPublicList(reading, acceptMassChange: true, dryRun: false)
    #expect(report.isImported)
    #expect(report.streamsChanged == 1)
    #expect(report.changesWritten == 1)
    try await office.sync()
    let name = try #require(try office.fold(organisation).field("legalName", of: entity, schema: Contested()))
    #expect(Set(name.heads.map(\.value)) == ["ATELIER DES ARTS SAS", "ATELIER DES METIERS"])
    #expect(name.conflict != nil)

    let again = try await house.server.importPublicList(reading, acceptMassChange: false, dryRun: false)
    #expect(again.changesWritten == 0)
    #expect(try house.ledger.read { try $0.publicListRow("900000027") } != nil)
    #expect(await house.server.verify().faults == [])
  }
}

/// Every field contested: enough to see heads.
struct Contested: MergeSchema {
  let version = 1
  func kind(of field: FieldName, in typePath: String) -> MergeKind? { .contested }
}

/// A small file of the public list.
enum CSVReading {
  static func siret(_ siren: String) -> String { siren == "900000019" ? "90000001900019" : "90000002700012" }

  static func of(_ bodies: [(siren: String, name: String)]) throws -> PublicListReading {
    let columns = PublicListLayout.establishments.columnNames
    var text = columns.joined(separator: ";") + "\n"
    for body in bodies {
      let fields = [
        "siret": siret(body.siren), "siren": body.siren, "siret_siege": siret(body.siren), "siege_social": "true",
        "nda": "84691234569", "raison_sociale": body.name, "voie": "12 rue de la Paix", "code_postal": "69001",
        "localite": "Lyon", "certifie_qualite": "true", "ferme": "false",
      ]
      text += columns.map { fields[$0] ?? "" }.joined(separator: ";") + "\n"
    }
    return try PublicListReading(Array(text.utf8)[...])
  }
}
