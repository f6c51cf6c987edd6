import SyncCore
import Testing

@testable import ServerCore

@Suite struct `facts from a body of the public list` {
  private let siren = PublicListExample.siren(1)

  private func body(
    name: String? = "ATELIER", city: String? = "Lyon", qualiopi: PublicListQualiopi = .certified(.yes), sites: Int = 1
  ) throws -> PublicListBody {
    let places = try (0..<sites).map { number in
      PublicListSite(
        siret: try #require(PublicListSIRET(PublicListExample.siret(siren, number + 1))), name: "Site \(number)",
        address: PublicListAddress(street: nil, postcode: nil, city: nil, regionCode: nil), closed: .unknown)
    }
    return PublicListBody(
      siren: try #require(PublicListSIREN(siren)), legalName: name,
      address: PublicListAddress(street: "1 rue Haute", postcode: "69001", city: city, regionCode: "84"),
      addressSIRET: try #require(PublicListSIRET(PublicListExample.siret(siren))), headOffice: nil, nda: nil,
      otherNDAs: ["1", "2"], qualiopi: qualiopi, sites: places)
  }

  private func values(_ operations: [SyncCore.Operation]) -> [String: JSONValue] {
    var values: [String: JSONValue] = [:]
    for case .set(let field, let on, let to, _, _) in operations { values["\(on) \(field)"] = to }
    return values
  }

  /// The fold of what was said so far, as the list's own replica said it.
  private func apply(_ operations: [SyncCore.Operation], to fold: inout StreamFold, seq: Int) throws {
    guard !operations.isEmpty else { return }
    fold.apply(
      Change(
        id: ChangeID(replica: ReplicaID(bits: 1), seq: seq), salt: String(repeating: "0", count: 26), time: 1,
        by: .publicList, stream: fold.stream, operations: operations))
  }

  private func next(_ body: PublicListBody, _ fold: StreamFold) -> [SyncCore.Operation] {
    PublicListFacts.operations(body: body) { entity, field in
      fold.entities[entity]?.fields[field]?.writes.values.max { $0.id < $1.id }
    }
  }

  @Test func `what is not published is not said`() throws {
    let said = values(PublicListFacts.operations(body: try body(name: nil, city: nil)) { _, _ in nil })
    let entity = "body/\(siren)"
    #expect(said["\(entity) address"] == .sorted([("postcode", "69001"), ("street", "1 rue Haute")]))
    #expect(said["\(entity) qualiopi"] == true)
    #expect(
      Set(said.keys) == [
        "\(entity) address", "\(entity) qualiopi", "\(entity)/site/\(PublicListExample.siret(siren)) name",
      ])
  }

  @Test func `categories are said beside the whole (R-QUAL-108)`() throws {
    let categories = PublicListCategories(
      trainingActions: .yes, skillsAssessments: .no, priorExperience: .unknown, apprenticeships: .yes)
    let said = values(PublicListFacts.operations(body: try body(qualiopi: .categories(categories))) { _, _ in nil })
    #expect(said["body/\(siren) qualiopi"] == true)
    #expect(said["body/\(siren) actionCategories"] == .array(["apprenticeships", "training-actions"]))
  }

  @Test func `the same list again says nothing, a changed one only what changed, over its own last word`() throws {
    var fold = StreamFold(stream: try #require(StreamID.organisation(siren)))
    try apply(next(try body(), fold), to: &fold, seq: 1)
    #expect(next(try body(), fold).isEmpty)
    let changed = next(try body(name: "ATELIER NEUF", city: nil), fold)
    #expect(changed.count == 2)
    #expect(changed.allSatisfy { $0.over == [ChangeID(replica: ReplicaID(bits: 1), seq: 1)] })
    try apply(changed, to: &fold, seq: 2)
    // No longer published: cleared once, then silent.
    let cleared = next(try body(name: nil, city: nil), fold)
    #expect(values(cleared) == ["body/\(siren) legalName": .null])
    try apply(cleared, to: &fold, seq: 3)
    #expect(next(try body(name: nil, city: nil), fold).isEmpty)
  }

  @Test(arguments: [
    PublicListQualiopi.certified(.unknown), .certified(.no),
    .categories(
      PublicListCategories(
        trainingActions: .yes, skillsAssessments: .no, priorExperience: .unknown, apprenticeships: .no)),
  ])
  func `a body is read back from the reference as it was`(_ qualiopi: PublicListQualiopi) throws {
    let body = try body(city: nil, qualiopi: qualiopi, sites: 3)
    let bytes = PublicListBodyText.bytes(body)
    let read = try #require(PublicListBodyText.body(bytes))
    #expect(PublicListBodyText.bytes(read) == bytes)
    #expect(PublicListDifference(from: body, to: read).changes.isEmpty)
    #expect(read.otherNDAs == ["1", "2"])
    #expect(PublicListBodyText.body(Array("{}".utf8)) == nil)
  }
}
