import AuditModel
import SyncCore
import Testing
import WorkingDays

@testable import SchemeRules

@Suite struct BillingEffectsTests {
  static let declaration = EntityID("declaration/D7")!

  /// The list after a change of the certificate was accepted on a day.
  func account(on day: String) throws -> BillingAccount {
    var world = DossierWorld()
    let id = world.write(DossierWorld.other, [.request("certificate.update", on: Self.declaration, seen: SeenVector())])
    let ruled = ActCase(
      request: try #require(world.fold.entities[Self.declaration]?.requests[id]), entity: Self.declaration,
      context: ActContext(dossier: world.fold, directory: nil, today: try AuditFixture.day(day)),
      actor: ActActor(user: DossierWorld.other, roles: [.office]))
    world.write(.server, BillingEffects.certificateChange(ruled))
    return BillingAccount(world.fold)
  }

  @Test func `R-QUAL-116 an accepted change of the certificate is one line of 100 euros, named by its request`() throws
  {
    let account = try account(on: "2026-09-01")
    #expect(account.lines.map(\.id) == ["D7.certificate-change"])
    #expect(account.total == .euros(100))
    #expect(account.lines.first?.rule == "R-QUAL-116")
  }

  @Test func `R-QUAL-94 a line whose subject has the longest of names still has a name of its own, always the same`()
    throws
  {
    let subject = String(repeating: "a", count: 64)
    let names = BillingCode.allCases.map { AuditNames.derivedName(subject, mark: $0.rawValue) }
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { EntityID("billing/\($0)") != nil && $0.utf8.count == 49 })
    #expect(AuditNames.derivedName("A1", mark: "mission") == "A1.mission")
  }

  @Test func `R-TIME-19 a change asked for before any tariff known puts no guessed price on the list`() throws {
    #expect(try account(on: "2025-12-31").lines == [])
  }

  @Test func `R-QUAL-94 a line is read back from the dossier as it was written, whatever its quantity`() throws {
    let tariff = try #require(QualiopiTariff.inForce(on: try AuditFixture.day("2026-05-12")))
    let lines = QualiopiBilling.lines(
      for: QualiopiBilling.Facts(
        audit: "A1", kind: .renewal, state: .decided, days: try QualiopiBillingTests.days(2, 1), tariff: tariff))
    var world = DossierWorld()
    for line in lines {
      let id = try #require(EntityID("billing/\(line.id)"))
      world.write(
        .server, [DossierWorld.set("item", id, line.itemValue), DossierWorld.set("amount", id, line.amountValue)])
      #expect(line.itemValue.hasAscendingKeys && line.amountValue.hasAscendingKeys)
    }
    #expect(Set(BillingAccount(world.fold).lines) == Set(lines))
  }
}
