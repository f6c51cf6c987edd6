import SyncCore
import TestSupport
import Testing

/// L9: device clocks decide the order things are shown in, journal order and the winner of `latest`, nothing else.
struct DeviceClockTests {
  /// What no clock may decide, of everything a stream shows: lists as sets, the value shown only where all heads agree,
  /// a set has it or a merge of texts made it.
  private struct Settled: Equatable {
    var lives: [EntityID: EntityLife] = [:]
    var frozen: [EntityID: SeenVector] = [:]
    var requests: [EntityID: Set<ChangeID>] = [:]
    var lapses: [EntityID: Set<Lapse>] = [:]
    var fields: [EntityID: [FieldName: Field]] = [:]
    var rulings: [ChangeID: ChangeID] = [:]

    struct Field: Equatable {
      let heads, base, late, entries: Set<ChangeID>
      let conflict: Set<JSONValue>
      let reason: FieldConflict.Reason?
      let shown: JSONValue?
    }

    init(_ fold: StreamFold) {
      for id in fold.entities.keys {
        guard let view = fold.entity(id, schema: OneOfEach.table) else { continue }
        lives[id] = view.life
        frozen[id] = view.frozenAt
        requests[id] = Set(view.requests.map(\.id))
        lapses[id] = view.lapses
        fields[id] = view.fields.mapValues { field in
          let isSettled = Set(field.heads.map(\.value)).count == 1 || field.kind == .set || field.isUnread
          return Field(
            heads: Set(field.heads.map(\.id)), base: Set(field.conflict?.base.map(\.id) ?? []),
            late: Set(field.late.map(\.id)), entries: Set(field.entries.map(\.id)),
            conflict: Set(field.conflict?.values ?? []), reason: field.conflict?.reason,
            shown: isSettled ? field.shown : nil)
        }
      }
      rulings = fold.rulings.mapValues(\.id)
    }
  }

  /// The history as it were had the clock of one replica been off.
  private static func shifted(_ history: [Change], _ replica: ReplicaID, by milliseconds: Int64) -> [Change] {
    history.map { change in
      guard change.id.replica == replica else { return change }
      return Change(
        id: change.id, salt: change.salt, time: change.time + milliseconds, by: change.by, stream: change.stream,
        operations: change.operations, was: change.was)
    }
  }

  @Test(arguments: (21...28).map { UInt64($0) })
  func `L9 a clock that is off decides no head, conflict, set, life, freeze, late list or ruling`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let history = try DrawnHistory.changes(300, using: &generator)
    let fold = try Samples.fold(history)
    let settled = Settled(fold)
    var shows: Set<Digest> = [fold.stateDigest(schema: OneOfEach.table)]
    for replica in 0..<4 {
      for shift in [-400_000_000_000, -500, -1, 1, 500, 400_000_000_000] as [Int64] {
        let off = try Samples.fold(Self.shifted(history, Samples.replica(replica), by: shift))
        shows.insert(off.stateDigest(schema: OneOfEach.table))
        let found = Settled(off)
        if found == settled { continue }
        let least = try WorldShrinker.minimal(history) { changes in
          Settled(try Samples.fold(changes))
            != Settled(try Samples.fold(Self.shifted(changes, Samples.replica(replica), by: shift)))
        }
        Issue.record("seed \(seed), replica \(replica) off by \(shift):\n\(WorldShrinker.lines(least))")
        return
      }
    }
    #expect(shows.count > 1, "the clocks do decide what is shown among unsettled values, or this proves nothing")
  }

  @Test func `L9 a clock that is off decides the winner of latest, journal order and the order of alternatives`() throws
  {
    let entity = try Samples.entity("audit/A")
    func world(_ second: Int64) throws -> EntityView? {
      func steps(_ value: JSONValue) -> [SyncCore.Operation] {
        [
          .set("latest", on: entity, to: value, over: [], motive: nil),
          .set("contested", on: entity, to: value, over: [], motive: nil),
          .append("journal", on: entity, value: value, answers: nil),
        ]
      }
      return try Samples.fold([
        try Samples.change(1, 1, time: 100, steps("first")), try Samples.change(2, 1, time: second, steps("second")),
      ]).entity(entity, schema: OneOfEach.table)
    }
    let (ahead, behind) = (try #require(try world(101)), try #require(try world(99)))
    #expect(ahead.value("latest") == "second" && behind.value("latest") == "first")
    #expect(
      ahead.value("journal") == .array(["first", "second"]) && behind.value("journal") == .array(["second", "first"]))
    #expect(ahead["contested"]?.conflict?.values == ["first", "second"])
    #expect(behind["contested"]?.conflict?.values == ["second", "first"])
    #expect(ahead["contested"]?.over == behind["contested"]?.over)
  }
}
