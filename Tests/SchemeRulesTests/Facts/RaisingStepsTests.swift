import AuditModel
import AuditSchema
import SchemeRules
import SyncCore
import Testing
import WorkingDays

@Suite("what an audit raises follows its grades until the report, from a dossier")
struct RaisingStepsTests {
  private typealias World = DossierWorld

  /// A grade written over the one that stands, as somebody who sees it does.
  private func regrade(_ indicator: Int, _ grade: String, of audit: EntityID = World.audit, _ world: inout DossierWorld)
  {
    let item = AuditNames.item(audit, indicator: indicator)!
    let over = world.fold.field("grade", of: item, schema: AuditSchema.current)?.over ?? []
    world.write(World.lead, [.set("grade", on: item, to: .string(grade), over: over, motive: nil)])
  }

  private func grades(_ world: DossierWorld, of audit: EntityID = World.audit) -> [String: QualiopiGrade] {
    Dictionary(
      uniqueKeysWithValues: NonConformityReading(world.fold).raised(by: audit).compactMap { found in
        found.grade.value.map { (found.indicator.map { String($0.number) } ?? "cumulation", $0) }
      })
  }

  @Test func `R-QUAL-10 T-QUAL-N01 a grade that came after the closing is raised when the report is presented`() throws
  {
    var world = World.closed([1: "conform", 9: "minor"])
    world.grade(17, "major", lack: "rien montré")
    #expect(grades(world) == ["9": .minor])
    #expect(world.accept("report.present").verdict == .accepted)
    #expect(grades(world) == ["9": .minor, "17": .major])
    #expect(world.facts("17").due?.description == "2026-08-13")
    #expect(world.stage(World.found("17")) == "raised")
  }

  @Test func `R-QUAL-10 R-QUAL-80 a grade settled after the closing is set anew, the rest is left alone`() throws {
    var world = World.closed([9: "minor", 17: "minor"])
    world.plan("17")
    regrade(17, "major", &world)
    let before = world.fold.field("grade", of: World.found("9"), schema: AuditSchema.current)
    world.accept("report.present")
    #expect(grades(world) == ["9": .minor, "17": .major])
    #expect(world.stage(World.found("17")) == "planReceived")
    #expect(world.fold.field("grade", of: World.found("9"), schema: AuditSchema.current) == before)
    #expect(world.facts("17").due?.description == "2026-08-13")
  }

  @Test(arguments: [QualiopiGrade.conform, .notApplicable])
  func `R-QUAL-10 T-QUAL-N01 one that is conform by now is deleted with its content kept, and comes back`(
    grade: QualiopiGrade
  ) throws {
    var world = World.closed([9: "minor"])
    world.plan("9")
    regrade(9, grade.rawValue, &world)
    world.accept("report.present")
    #expect(grades(world).isEmpty)
    #expect(world.fold.life(of: World.found("9")) == .deleted)
    #expect(world.fold.field("planMail", of: World.found("9"), schema: AuditSchema.current)?.shown != nil)
    // What comes from a device that had not seen it disputes the deletion.
    world.write(World.other, [World.set("note", World.found("9"), "relue")])
    #expect(world.fold.life(of: World.found("9")) != .deleted)
  }

  @Test func `R-QUAL-10 T-QUAL-N01 one deleted at a presentation comes back when the next one finds it again`() throws {
    var world = World.closed([9: "minor"])
    regrade(9, "conform", &world)
    world.accept("report.present")
    let freezes = world.fold.held.map { $0 }.suffix(1)
    world.write(.server, [.thaw(World.audit, over: Array(freezes))])
    let stage = world.fold.field("stage", of: World.audit, schema: AuditSchema.current)?.over ?? []
    world.write(.server, [.state("stage", on: World.audit, to: "done", over: stage)])
    regrade(9, "minor", &world)
    #expect(world.accept("report.present").verdict == .accepted)
    #expect(grades(world) == ["9": .minor])
    #expect(world.fold.life(of: World.found("9")) == .standing)
  }

  @Test func `R-QUAL-73 T-QUAL-N01 the cumulation follows the grades, and what was lifted meanwhile`() throws {
    let four = [2: "minor", 8: "minor", 9: "minor", 23: "minor"]
    var world = World.closed(four)
    world.grade(24, "minor", lack: "rien")
    world.accept("report.present")
    #expect(world.stage(World.found("cumulation")) == "raised")

    world = World.closed(four.merging([24: "minor"]) { $1 })
    regrade(24, "conform", &world)
    world.accept("report.present")
    #expect(Set(grades(world).keys) == ["2", "8", "9", "23"])

    world = World.closed(four)
    world.plan("2")
    world.evidence("2", received: "2026-05-14", recordedOn: "2026-05-14")
    world.lift("2", today: "2026-05-14")
    world.grade(24, "minor", lack: "rien")
    world.accept("report.present")
    #expect(world.stage(World.found("cumulation")) == "lifted", "four are left")
  }

  @Test func `T-QUAL-N01 T-QUAL-N06 an audit of the longest name raises what any other does`() throws {
    let audit = try #require(EntityID("audit/\(String(repeating: "a", count: 64))"))
    var world = World.closed([9: "minor"])
    next(audit, grade: "minor", &world)
    world.accept("audit.close", on: audit, by: World.other, today: try #require(CivilDate("2027-11-16")))
    #expect(grades(world, of: audit) == ["9": .major])
    #expect(world.stage(World.found("9")) == "requalified")
  }

  // MARK: requalification

  private func next(_ audit: EntityID, kind: String = "surveillance", grade: String, _ world: inout DossierWorld) {
    world.write(
      World.other,
      [
        World.set("kind", audit, .string(kind)), World.set("lead", audit, .string(World.other.description)),
        World.set("days", audit, .sorted([("first", "2027-11-16"), ("last", "2027-11-16")])),
        World.set("scope", audit, .array([9])), World.set("startedOn", audit, "2027-11-16"),
      ])
    let item = AuditNames.item(audit, indicator: 9)!
    world.write(World.other, [World.set("grade", item, .string(grade)), World.set("lack", item, "rien")])
  }

  @Test func `T-QUAL-N06 R-QUAL-78 a minor requalified at the closing stays so, and stands again once found corrected`()
    throws
  {
    let audit = try #require(EntityID("audit/A2"))
    let day = try #require(CivilDate("2027-11-16"))
    for (grade, stage, raised) in [
      ("minor", "requalified", [QualiopiGrade.major]), ("conform", "overdue", []),
    ] {
      var world = World.closed([9: "minor"])
      next(audit, grade: "minor", &world)
      world.accept("audit.close", on: audit, by: World.other, today: day)
      #expect(world.stage(World.found("9")) == "requalified")
      regrade(9, grade, of: audit, &world)
      #expect(world.accept("report.present", on: audit, by: World.other, today: day).verdict == .accepted)
      #expect(world.stage(World.found("9")) == stage)
      #expect(NonConformityReading(world.fold).raised(by: audit).map(\.grade.value) == raised)
    }
  }

  @Test
  func `T-QUAL-N06 R-QUAL-78 a minor of an earlier audit that came after the closing is requalified at presenting`()
    throws
  {
    let audit = try #require(EntityID("audit/A2"))
    let day = try #require(CivilDate("2027-11-16"))
    var world = World.closed([1: "conform"])
    next(audit, grade: "minor", &world)
    world.accept("audit.close", on: audit, by: World.other, today: day)
    #expect(NonConformityReading(world.fold).raised(by: audit).map(\.grade.value) == [.minor])
    let minor = try #require(EntityID("nonconformity/A0.9"))
    world.write(
      World.other,
      [
        World.set("indicator", minor, 9), World.set("grade", minor, "minor"), World.set("origin", minor, "audit/A0"),
        World.set("raisedOn", minor, "2025-11-16"),
      ])
    world.accept("report.present", on: audit, by: World.other, today: day)
    #expect(world.stage(minor) == "requalified")
    #expect(NonConformityReading(world.fold).raised(by: audit).map(\.grade.value) == [.major])
  }

  @Test func `R-QUAL-78 A-46 an extension audit leaves minors outside its scope as they are`() throws {
    let audit = try #require(EntityID("audit/A2"))
    var world = World.closed([9: "minor", 24: "minor"])
    next(audit, kind: "extension", grade: "minor", &world)
    world.accept("audit.close", on: audit, by: World.other, today: try #require(CivilDate("2027-11-16")))
    #expect(world.stage(World.found("9")) == "requalified")
    #expect(world.stage(World.found("24")) == "overdue")
    #expect(grades(world, of: audit) == ["9": .major])
  }
}
