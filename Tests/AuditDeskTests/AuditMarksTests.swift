import AuditDesk
import AuditModel
import SchemeRules
import SyncCore
import Testing
import WorkingDays

/// What is recorded all the same is marked for whoever looks at the audit.
struct AuditMarksTests {
  private let audit = EntityID("audit/A1")!

  private func codes(_ world: DeskWorld, on day: String) throws -> [String] {
    let today = try #require(CivilDate(day))
    return AuditMarks.all(
      of: audit, in: ActContext(dossier: world.fold, directory: world.directory, today: today)
    ).map { "\($0.rule) \($0.code)" }
  }

  private func held() -> DeskWorld {
    var world = DeskWorld()
    world.write([
      world.set("kind", audit, "initial"), world.set("lead", audit, "u-lead"),
      world.set("days", audit, .sorted([("first", "2026-06-02"), ("last", "2026-06-02")])),
    ])
    return world
  }

  @Test
  func `R-ROLE-23 R-QUAL-57 an audit begun with steps skipped is recorded and marked, and nothing before it begins`()
    throws
  {
    var world = held()
    #expect(try codes(world, on: "2026-06-02").isEmpty)
    world.write([world.set("startedOn", audit, "2026-06-02")])
    #expect(try codes(world, on: "2026-06-02").contains("R-QUAL-57 step-skipped"))
  }

  @Test func `R-QUAL-67 DL-QUAL-10 an answer of the eleventh day is marked late, one of the tenth is not`() throws {
    for (day, isLate) in [("2026-06-18", false), ("2026-06-19", true)] {
      var world = held()
      let followUp = try #require(AuditNames.followUp(audit))
      let sent = try world.fill("mail.record", ["direction": "envoyé", "sent": "2026-06-08"])
      let answer = try world.fill("mail.record", ["direction": "reçu", "received": day])
      world.write([
        world.set("presented", followUp, .sorted([("mail", .string(sent.description))])),
        world.set("answer", followUp, .sorted([("mail", .string(answer.description)), ("validated", true)])),
      ])
      #expect(try codes(world, on: "2026-06-22") == (isLate ? ["R-QUAL-67 answer-late"] : []))
    }
  }
}
