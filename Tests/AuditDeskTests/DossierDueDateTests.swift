import AuditDesk
import AuditModel
import SchemeRules
import SyncCore
import Testing
import WorkingDays

/// The days a dossier waits for come from the deadlines of the rules, whoever lists them.
struct DossierDueDateTests {
  private let audit = EntityID("audit/A1")!

  private func days(_ found: [DossierDueDate]) -> [String] {
    found.map { "\($0.deadline) \($0.date?.description ?? "—")" }
  }

  private func raise(_ grade: String, _ name: String, _ world: inout DeskWorld) {
    let id = EntityID("nonconformity/\(name)")!
    world.write([
      world.set("grade", id, .string(grade)), world.set("origin", id, .string(audit.description)),
      .state("stage", on: id, to: "raised", over: []),
    ])
  }

  private func world(kind: String) -> DeskWorld {
    var world = DeskWorld()
    world.write([
      world.set("kind", audit, .string(kind)), world.set("startedOn", audit, "2026-05-12"),
      world.set("days", audit, .sorted([("first", "2026-05-12"), ("last", "2026-05-15")])),
    ])
    return world
  }

  @Test func `DL-QUAL-06 DL-QUAL-09 DL-QUAL-11 the days are those of the deadlines, each said once`() {
    var world = world(kind: "surveillance")
    world.write([
      world.set("validFrom", DeskWorld.dossier, "2024-12-31"),
      world.set("certificateEnd", DeskWorld.dossier, "2027-12-30"),
    ])
    for name in ["N1", "N2"] { raise("minor", name, &world) }
    let found = days(DossierDueDate.all(in: world.fold))
    #expect(
      found == [
        "DL-QUAL-02 2026-02-28", "DL-QUAL-09 2026-05-22", "DL-QUAL-03 2026-06-30", "DL-QUAL-04 2026-10-31",
        "DL-QUAL-11 2026-11-15", "DL-QUAL-06 2027-12-30",
      ], "the printed end wins")
    let context = ActContext(dossier: world.fold, directory: nil, today: CivilDate("2026-06-01")!)
    let deadlines = QualiopiDeadlines.all(in: context).map { "\($0.id) \($0.due?.parisDate.description ?? "—")" }
    #expect(found.allSatisfy(deadlines.contains))
  }

  @Test func `R-TIME-19 DL-QUAL-12 the days follow the settings of the directory, where it is held`() throws {
    var world = world(kind: "surveillance")
    raise("major", "N1", &world)
    let rollover = try #require(SettingValue.entity("rollover"))
    world.directory.apply(
      Change(
        id: ChangeID(replica: ReplicaID(bits: 9), seq: 1), salt: String(repeating: "0", count: 26), time: 1,
        by: UserID("u-office")!, stream: .directory,
        operations: [
          .add(
            "values", on: rollover,
            value: SettingValue(from: CivilDate("2026-01-01")!, text: "nextWorkingDay").json)
        ]))
    #expect(days(DossierDueDate.all(in: world.fold)).contains("DL-QUAL-12 2026-08-15"))
    #expect(days(DossierDueDate.all(in: world.fold, directory: world.directory)).contains("DL-QUAL-12 2026-08-17"))
    let board = try #require(AuditBoard(audit, in: world.fold))
    #expect(days(DossierDueDate.all(of: board, in: world.fold)).last == "DL-QUAL-12 2026-08-15")
    #expect(
      days(DossierDueDate.all(of: board, in: world.fold, directory: world.directory)).last == "DL-QUAL-12 2026-08-17")
    let context = ActContext(dossier: world.fold, directory: world.directory, today: CivilDate("2026-06-01")!)
    #expect(NonConformityLine.all(in: context).map(\.facts.due?.description) == ["2026-08-17"])
  }

  @Test func `A-94 DL-QUAL-12 an older certificate's end cuts no delay of an initial audit`() throws {
    for (kind, due) in [("initial", "2026-08-15"), ("renewal", "2026-07-01")] {
      var world = world(kind: kind)
      world.write([world.set("certificateEnd", DeskWorld.dossier, "2026-07-01")])
      let board = try #require(AuditBoard(audit, in: world.fold))
      #expect(days(DossierDueDate.all(of: board, in: world.fold)).last == "DL-QUAL-12 \(due)")
    }
  }
}
