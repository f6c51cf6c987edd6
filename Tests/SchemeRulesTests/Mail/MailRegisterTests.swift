import AuditSchema
import SchemeRules
import SyncCore
import Testing
import WorkingDays

/// Which entry of the mail register holds (R-TIME-21).
@Suite struct MailRegisterTests {
  /// A letter, and what several devices write of it.
  private struct World {
    var fold = StreamFold(stream: StreamID("dossier.qualiopi.999123458")!)
    private var seqs: [UInt64: Int] = [:]

    init() { write("MZ", device: 1, at: 1, ["direction": "in", "received": "2026-08-14"]) }

    mutating func write(_ entry: String, device: UInt64, at time: Int64, _ values: [FieldName: JSONValue]) {
      seqs[device, default: 0] += 1
      let steps = values.sorted { $0.key.description < $1.key.description }.map { field, value in
        SyncCore.Operation.set(field, on: World.id(entry), to: value, over: [], motive: nil)
      }
      fold.apply(
        Change(
          id: ChangeID(replica: ReplicaID(bits: device), seq: seqs[device]!), salt: String(repeating: "0", count: 26),
          time: time, by: UserID("u-office")!, stream: fold.stream, operations: steps))
    }

    mutating func correct(
      _ entry: String, by correction: String, device: UInt64, at time: Int64, received: String = "2026-08-12"
    ) {
      write(
        correction, device: device, at: time,
        ["corrects": .string("mail/\(entry)"), "direction": "in", "received": .string(received)])
    }

    static func id(_ entry: String) -> EntityID { EntityID("mail/\(entry)")! }

    var holding: MailItem? { MailRegister(fold).holding(World.id("MZ")) }
  }

  @Test func `R-TIME-21 the later of two corrections by one device holds, whatever the ids`() {
    var world = World()
    world.correct("MZ", by: "MY", device: 1, at: 2, received: "2026-08-13")
    world.correct("MZ", by: "MA", device: 1, at: 3, received: "2026-08-12")
    #expect(world.holding?.id == World.id("MA"))
    #expect(world.holding?.received == CivilDate("2026-08-12"))
    #expect(world.holding?.inConflict == [])
  }

  @Test func `R-TIME-21 a correction of a correction follows the chain, asked by any entry of it`() {
    var world = World()
    world.correct("MZ", by: "MY", device: 1, at: 2, received: "2026-08-13")
    world.correct("MY", by: "MA", device: 2, at: 3)
    for entry in ["MZ", "MY", "MA"] { #expect(MailRegister(world.fold).holding(World.id(entry))?.id == World.id("MA")) }
  }

  @Test func `R-TIME-21 two corrections made apart leave the dates on which they differ in conflict`() {
    var world = World()
    world.correct("MZ", by: "MA", device: 2, at: 3, received: "2026-08-12")
    world.correct("MZ", by: "MB", device: 1, at: 2, received: "2026-08-13")
    #expect(world.holding?.id == World.id("MA"))
    #expect(world.holding?.received == nil)
    #expect(world.holding?.clockStart(.sent) == nil)
    #expect(world.holding?.inConflict == ["received"])
    #expect(MailRegister(world.fold)[World.id("MB")]?.received == CivilDate("2026-08-13"))
  }

  @Test func `R-TIME-21 two corrections made apart that say the same are no conflict`() {
    var world = World()
    world.correct("MZ", by: "MA", device: 2, at: 3)
    world.correct("MZ", by: "MB", device: 1, at: 2)
    #expect(world.holding?.received == CivilDate("2026-08-12"))
  }

  @Test func `R-TIME-21 a further correction that takes up one of two settles them`() {
    for entry in ["MA", "MB"] {
      var world = World()
      world.correct("MZ", by: "MA", device: 2, at: 3, received: "2026-08-12")
      world.correct("MZ", by: "MB", device: 3, at: 2, received: "2026-08-13")
      #expect(MailRegister(world.fold).correctable(World.id(entry)) == World.id(entry))
      #expect(MailRegister(world.fold).correctable(World.id("MZ")) == World.id("MA"))
      world.correct(entry, by: "MC", device: 4, at: 4, received: "2026-08-11")
      #expect(world.holding?.id == World.id("MC"))
      #expect(world.holding?.received == CivilDate("2026-08-11"))
    }
  }

  @Test func `corrections that go in circles leave each entry as written`() {
    var world = World()
    world.correct("MZ", by: "MA", device: 1, at: 2)
    world.write("MZ", device: 1, at: 3, ["corrects": "mail/MA"])
    #expect(world.holding?.received == CivilDate("2026-08-14"))
  }
}
