import AuditModel
import AuditSchema
import SchemeRules
import SyncCore
import Testing
import WorkingDays

@Suite("who rules on evidence, and what a refused ruling leaves, from a dossier")
struct EvidenceRulingTests {
  private typealias World = DossierWorld

  private func codes(_ ruling: ActRuling) -> [String] { RulingReasons.read(ruling.reasons).map(\.code) }

  /// A major whose plan and evidence are in, and an audit somebody opened for later.
  private func proved(_ grade: String, named: UserID?) -> DossierWorld {
    var world = World.closed([17: grade])
    world.plan("17")
    world.evidence("17", received: "2026-06-01", recordedOn: "2026-06-01")
    let audit = EntityID("audit/A2")!
    world.write(
      World.other,
      [
        World.set("kind", audit, "surveillance"), World.set("lead", audit, .string(World.other.description)),
        World.set("days", audit, .sorted([("first", "2027-11-16"), ("last", "2027-11-16")])),
      ] + (named.map { [World.set("named", audit, .string($0.description))] } ?? []))
    return world
  }

  private func lift(_ world: inout DossierWorld, by user: UserID, today: String = "2026-06-02") throws -> ActRuling {
    world.accept(
      "nonconformity.lift", on: World.found("17"), by: user, today: try #require(CivilDate(today)),
      with: [world.assessment("17", "sufficient")])
  }

  @Test func `R-QUAL-82 who opens an audit nobody planned rules on nothing`() throws {
    for grade in ["minor", "major"] {
      var world = proved(grade, named: nil)
      #expect(codes(try lift(&world, by: World.other)) == ["requester-not-lead"], "\(grade)")
      world = proved(grade, named: World.lead)
      #expect(codes(try lift(&world, by: World.other)) == ["requester-not-lead"], "\(grade)")
    }
  }

  @Test
  func `R-QUAL-77 R-QUAL-82 who the office named for the next audit rules on minors, on majors only past their delay`()
    throws
  {
    var world = proved("minor", named: World.other)
    #expect(try lift(&world, by: World.other).verdict == .accepted)
    world = proved("major", named: World.other)
    #expect(codes(try lift(&world, by: World.other)) == ["requester-not-lead"])
    world = World.closed([17: "major"])
    world.plan("17")
    world.lapse(today: try #require(CivilDate("2026-08-14")))
    world.evidence("17", received: "2026-09-01", recordedOn: "2026-09-01")
    let audit = try #require(EntityID("audit/A2"))
    for field in ["lead", "named"] as [FieldName] {
      world.write(World.other, [World.set(field, audit, .string(World.other.description))])
    }
    #expect(try lift(&world, by: World.other, today: "2026-09-02").rules == ["T-QUAL-N08"])
  }

  @Test func `R-QUAL-82 an audit before the one that raised it names nobody to rule on it`() throws {
    var world = proved("minor", named: World.other)
    let audit = try #require(EntityID("audit/A2"))
    let days = world.fold.field("days", of: audit, schema: AuditSchema.current)?.over ?? []
    world.write(
      World.other,
      [
        .set(
          "days", on: audit, to: .sorted([("first", "2025-11-16"), ("last", "2025-11-16")]), over: days, motive: nil)
      ])
    #expect(codes(try lift(&world, by: World.other)) == ["requester-not-lead"])
  }

  @Test func `R-QUAL-82 the lead the office put in place since the report rules, the former one no longer`() throws {
    var world = proved("major", named: nil)
    let followUp = try #require(AuditNames.followUp(World.audit))
    world.write(World.other, [World.set("lead", followUp, .string(World.other.description))])
    #expect(codes(try lift(&world, by: World.lead)) == ["requester-not-lead"])
    #expect(try lift(&world, by: World.other).rules == ["T-QUAL-N04"])
  }

  @Test(arguments: [false, true])
  func `T-QUAL-N07 A-49 a return that was refused leaves the evidence in time to stop the clock`(hasPlan: Bool) throws {
    var world = World.closed([17: "major"])
    if hasPlan { world.plan("17") }
    let letter = world.mail("evidence", received: "2026-08-01")
    world.write(
      World.other, [.add("evidence", on: World.found("17"), value: .sorted([("mail", .string(letter.description))]))])
    let refused = world.accept(
      "nonconformity.return", on: World.found("17"), today: try #require(CivilDate("2026-08-02")),
      with: [world.assessment("17", "insufficient", reason: "sans rapport")])
    #expect(codes(refused) == ["nonconformity-state"])
    #expect(world.facts("17").assessment == .absent)
    #expect(world.facts("17").hasEvidenceInTime)
    #expect(world.lapse(today: try #require(CivilDate("2026-08-14"))).isEmpty)
  }

  @Test func `R-QUAL-82 a refused ruling leaves the one before it, an accepted one holds`() throws {
    var world = proved("major", named: nil)
    let sent = world.assessment("17", "insufficient", reason: "illisible")
    #expect(world.accept("nonconformity.return", on: World.found("17"), with: [sent]).verdict == .accepted)
    #expect(world.facts("17").pendingEvidence.isEmpty)
    // A lift by somebody else, over it, is refused: what was sent back stays sent back.
    let over = world.fold.field("assessment", of: World.found("17"), schema: AuditSchema.current)?.over ?? []
    #expect(
      world.accept(
        "nonconformity.lift", on: World.found("17"), by: World.other,
        with: [
          .set("assessment", on: World.found("17"), to: .sorted([("found", "sufficient")]), over: over, motive: nil)
        ]
      ).verdict == .refused)
    #expect(world.facts("17").assessment.value?.isSufficient == false)
    #expect(world.facts("17").pendingEvidence.isEmpty)
  }

  @Test func `R-QUAL-82 a ruling says nothing of evidence it does not name`() throws {
    var world = World.closed([17: "major"])
    world.plan("17")
    world.write(World.lead, [world.assessment("17", "insufficient", reason: "rien reçu")])
    world.evidence("17", received: "2026-08-01", recordedOn: "2026-08-01")
    #expect(world.stage(World.found("17")) == "evidenceReceived")
  }
}
