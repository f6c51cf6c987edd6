import AuditDesk
import AuditModel
import AuditSchema
import SchemeRules
import SyncCore
import Testing
import WorkingDays

/// A change an auditor saw and the same change declared by the body: two records, linked, never merged (R-ROLE-19).
struct ObservedAndDeclaredTests {
  private static let situation = EntityID("situation/S1")!
  private static let declaration = EntityID("declaration/P1")!

  /// GX-92: seen on 2 September, declared by a letter received on 20 October, in effect on 1 September.
  private func worlds() throws -> (dossier: OfficeWorld, organisation: StreamFold) {
    var organisation = StreamFold(stream: StreamID.organisation(OfficeWorld.siren)!)
    organisation.apply(
      Change(
        id: ChangeID(replica: ReplicaID(bits: 9), seq: 1), salt: String(repeating: "0", count: 26), time: 0,
        by: OfficeWorld.lead, stream: organisation.stream,
        operations: [
          .set("subject", on: Self.situation, to: "address", over: [], motive: nil),
          .set("observed", on: Self.situation, to: .sorted([("street", "8 rue du Pont")]), over: [], motive: nil),
          .set("on", on: Self.situation, to: "2026-09-02", over: [], motive: nil),
        ]))
    var dossier = OfficeWorld()
    let letter = try dossier.fill("mail.record", ["direction": "in", "received": "2026-10-20"])
    dossier.set(
      Self.declaration, on: "2026-10-20",
      [
        "subject": "address", "declared": .sorted([("street", "8 rue du Pont")]), "effectiveOn": "2026-09-01",
        "mail": .string(letter.description), "observation": .string(Self.situation.description),
      ])
    return (dossier, organisation)
  }

  @Test func `R-ROLE-19 GX-92 A-106 the observation stays an observation when the body declares the same change`()
    throws
  {
    let (dossier, organisation) = try worlds()
    let report = try #require(SituationReport.all(in: organisation, body: OfficeWorld.siren).first)
    #expect(report.on == "2026-09-02")
    #expect(report.isConfirmed == false)
    #expect(report.answer == nil)
    #expect(dossier.text("observation", of: Self.declaration) == report.id.description)
  }

  @Test func `R-ROLE-19 GX-92 only the declaration starts the handling, on the day its letter was received`() throws {
    let (dossier, _) = try worlds()
    let mail = try #require(dossier.text("mail", of: Self.declaration).flatMap { EntityID($0) })
    #expect(MailRegister(dossier.fold).holding(mail)?.clockStart(.sent) == CivilDate("2026-10-20"))
    #expect(dossier.text("effectiveOn", of: Self.declaration) == "2026-09-01")
  }

  @Test
  func `R-ROLE-19 the schema knows an observation and a declaration as two types that share no field of the other`() {
    let schema = AuditSchema.current
    #expect(schema.rule(of: "observation", in: "declaration") != nil)
    #expect(schema.rule(of: "mail", in: "situation") == nil)
    #expect(schema.rule(of: "effectiveOn", in: "situation") == nil)
    #expect(schema.rule(of: "observed", in: "declaration") == nil)
  }
}
