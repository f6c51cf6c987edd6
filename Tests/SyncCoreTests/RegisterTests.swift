import SyncCore
import Testing

/// Registers, one by one (DESIGN §5); the worlds of `SmallWorldTests` hold them against a second merge.
struct RegisterTests {
  private let item: EntityID

  init() throws { item = try Samples.entity("audit/A/item/17") }

  private func set(
    _ field: FieldName, _ value: JSONValue, over: [ChangeID] = [], motive: String? = nil
  ) -> SyncCore.Operation {
    .set(field, on: item, to: value, over: over, motive: motive)
  }

  private func view(_ changes: [Change], _ field: FieldName) throws -> FieldView {
    try #require(try Samples.fold(changes).field(field, of: item, schema: OneOfEach.table))
  }

  @Test func `L3 two auditors' edits to one field are both kept`() throws {
    let (one, two) = (
      try Samples.change(1, 1, [set("contested", "a")]), try Samples.change(2, 1, [set("contested", "b")])
    )
    let seen = try view([one, two], "contested")
    #expect(seen.shown == "b")
    #expect(seen.conflict?.values == ["a", "b"])
    #expect(seen.conflict?.base.isEmpty == true)
    #expect(seen.over == [one.id, two.id])
  }

  @Test func `equal values written twice are no conflict`() throws {
    let seen = try view(
      [try Samples.change(1, 1, [set("contested", "a")]), try Samples.change(2, 1, [set("contested", "a")])],
      "contested")
    #expect(seen.conflict == nil)
    #expect(seen.heads.count == 2)
  }

  @Test func `a settling over two heads ends their conflict and keeps its motive, until an unseen head comes`() throws {
    let heads = [
      try Samples.change(1, 1, [set("cautious", "minor")]), try Samples.change(2, 1, [set("cautious", "major")]),
    ]
    let over = heads.map(\.id)
    let settled = try Samples.change(1, 2, [set("cautious", "minor", over: over, motive: "preuve vue sur place")])
    let seen = try view(heads + [settled], "cautious")
    #expect(seen.conflict == nil)
    #expect(seen.shown == "minor")
    #expect(seen.motive == "preuve vue sur place")
    // A third head nobody had seen reopens it, with the settling as one side.
    let third = try Samples.change(3, 1, [set("cautious", "conform")])
    #expect(try view(heads + [settled, third], "cautious").conflict?.values == ["conform", "minor"])
  }

  @Test func `L3 an edit over one's own head alone leaves the other's in conflict with it`() throws {
    let (one, two) = (
      try Samples.change(1, 1, [set("cautious", "minor")]), try Samples.change(2, 1, [set("cautious", "major")])
    )
    let edit = try Samples.change(1, 2, [set("cautious", "conform", over: [one.id])])
    let seen = try view([one, two, edit], "cautious")
    #expect(seen.shown == "major")
    #expect(seen.conflict?.alternatives.map(\.id) == [two.id, edit.id])
    #expect(seen.conflict?.reason == .concurrentValues)
  }

  @Test(
    arguments: [
      (["minor", "major"], "major"), (["conform", "minor"], "minor"), (["major", "never heard of"], "never heard of"),
      (["conform", nil], "conform"),
    ] as [([String?], String)])
  func `the graver of two grades holds, and they stay in conflict`(values: [String?], expected: String) throws {
    for turned in [values, values.reversed()] {
      let changes = try turned.enumerated().map { place, value in
        try Samples.change(place + 1, 1, [set("cautious", value.map { .string($0) } ?? .null)])
      }
      #expect(try view(changes, "cautious").shown == .string(expected))
      #expect(try view(changes, "cautious").conflict != nil)
    }
  }

  @Test func `L9 a write over an earlier one holds though its clock was set back`() throws {
    let first = try Samples.change(1, 1, time: 9_000, [set("latest", "old")])
    let second = try Samples.change(2, 1, time: 1, [set("latest", "new", over: [first.id])])
    #expect(try view([second, first], "latest").shown == "new")
    let beside = try Samples.change(2, 1, time: 1, [set("latest", "new")])
    #expect(try view([beside, first], "latest").shown == "old")
    #expect(try view([beside, first], "latest").conflict == nil)
  }

  @Test func `a device does not move a machine by a plain write`() throws {
    let state = try Samples.change(9, 1, [.state("machine", on: item, to: "open", over: [])])
    let write = try Samples.change(1, 1, [set("machine", "closed", over: [state.id])])
    #expect(try view([state, write], "machine").shown == "open")
    #expect(try view([state, write], "machine").heads.map(\.id) == [state.id])
  }

  @Test func `a remove takes away only the additions it names`() throws {
    let add = try Samples.change(1, 1, [.add("set", on: item, value: "x")])
    let again = try Samples.change(2, 1, [.add("set", on: item, value: "x")])
    let remove = try Samples.change(3, 1, [.remove("set", on: item, value: "x", over: [add.id])])
    #expect(try view([add, remove], "set").shown == nil)
    #expect(try view([add, again, remove], "set").members.map(\.additions) == [[again.id]])
    let twice = try Samples.change(
      3, 1,
      [
        .remove("set", on: item, value: "x", over: [add.id]), .remove("set", on: item, value: "x", over: [again.id]),
      ])
    #expect(try view([add, again, twice], "set").shown == nil)
  }

  @Test func `composed and decomposed texts are two values of a set and two sides of a conflict`() throws {
    let composed = try Samples.change(1, 1, [.add("set", on: item, value: "\u{E9}"), set("contested", "\u{E9}")])
    let decomposed = try Samples.change(2, 1, [.add("set", on: item, value: "e\u{301}"), set("contested", "e\u{301}")])
    #expect(try view([composed, decomposed], "set").members.count == 2)
    #expect(try view([composed, decomposed], "contested").conflict?.values.count == 2)
  }

  @Test func `L2 two spellings of a lapse are both kept, in whichever order they came`() throws {
    let lapses = ["\u{E9}", "e\u{301}"].map { SyncCore.Operation.lapse(deadline: $0, on: item, due: "2026-11-21") }
    let changes = [try Samples.change(9, 1, [lapses[0]]), try Samples.change(9, 2, [lapses[1]])]
    let forth = try Samples.fold(changes).stateDigest(schema: OneOfEach.table)
    let back = try Samples.fold(changes.reversed()).stateDigest(schema: OneOfEach.table)
    #expect(forth == back)
    #expect(try Samples.fold(changes).entity(item, schema: OneOfEach.table)?.lapses.count == 2)
  }

  @Test func `a field or step of a newer version is kept and marked as unknown`() throws {
    let future = SyncCore.Operation.unknown(name: "merge", .object([JSONMember("merge", 1)]))
    let changes = [
      try Samples.change(1, 1, [set("new1", "a"), .add("new2", on: item, value: 1), future]),
      try Samples.change(2, 1, [set("new1", "b"), .append("new3", on: item, value: 2, answers: nil)]),
    ]
    let fold = try Samples.fold(changes)
    let seen = try #require(fold.entity(item, schema: OneOfEach.table))
    #expect(seen["new1"]?.conflict?.values == ["a", "b"])
    #expect(seen["new2"]?.kind == .set && seen["new3"]?.kind == .journal)
    #expect(seen.fields.values.allSatisfy { !$0.isKnown })
    #expect(fold.unknownSteps == [Samples.id(1, 1): ["merge"]])
  }

  @Test func `of two rulings on one request the first written stands, in whichever order they arrive`() throws {
    func rule(_ seq: Int, _ verdict: Ruling.Verdict) throws -> Change {
      let ruling = Ruling(request: Samples.id(1, 1), verdict: verdict, rules: [], pack: "2026-01", reasons: .null)
      return try Samples.change(9, seq, [.rule(ruling)])
    }
    let changes = [try rule(1, .accepted), try rule(2, .refused)]
    for order in [changes, changes.reversed()] {
      #expect(try Samples.fold(order).rulings[Samples.id(1, 1)]?.ruling.verdict == .accepted)
    }
  }
}
