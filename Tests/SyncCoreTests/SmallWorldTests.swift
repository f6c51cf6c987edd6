import SyncCore
import Testing

/// L2 and L3 over small worlds of three replicas, in orders of delivery that respect nothing, each delivered twice over.
///
/// `ExhaustiveWorldTests` go through more worlds in the orders a server can send them in.
struct SmallWorldTests {
  private static let on = "item/17"

  /// The values of four writes: all different, some equal, one cleared.
  private static func values(_ kind: FieldName) -> [[JSONValue]] {
    switch kind {
    case "cautious":
      [
        ["minor", "major", "conform", "odd"], ["conform", .null, "minor", "minor"], ["odd", "strange", "major", .null],
      ]
    case "text":
      [
        ["a b c", "x b c", "a b y", "a z c"], ["a b c", "x b c", "x b c", "y b c"],
        ["a b c", "a x c", "a b y", "z b c"],
      ]
    default: [["a", "b", "c", "d"], ["a", "b", "a", "b"], ["a", .null, "a", 7]]
    }
  }

  /// Clocks that run with the writes, against them, and all alike.
  private static let clocks: [[Int64]] = [[1, 2, 3, 4], [4, 3, 2, 1], [1, 1, 1, 1]]

  @Test(arguments: ["latest", "contested", "cautious", "text", "machine", "set", "journal"] as [FieldName])
  func
    `L2 L3 every world of one field and up to three writes agrees with the naive merge in any order, one of four in eleven`(
      field: FieldName
    ) throws
  {
    let entity = try Samples.entity(Self.on)
    let kind = try #require(OneOfEach.table.kind(of: field, in: "item"))
    var worlds = 0
    for count in 1...4 {
      let orders = WorldTrial.orders(of: count)
      for cast in WorldScript.casts(of: count) {
        for prefixes in WorldScript.prefixes(of: count) {
          for values in Self.values(field) {
            worlds += 1
            let clock = Self.clocks[worlds % Self.clocks.count]
            var script = WorldScript()
            for place in 0..<count {
              try script.write(by: cast[place], receiving: prefixes[place], time: clock[place]) { merge, _ in
                Deal.steps(field, kind, on: entity, value: values[place], place: place, merge)
              }
            }
            let trial = WorldTrial(changes: script.changes, entities: [entity], fields: [(field, kind)])
            try trial.judge()
            // Every order for three writes; for four, every order of one world in eleven.
            guard count < 4 || worlds % 11 == 0 else { continue }
            try trial.judge(orders)
          }
        }
      }
    }
    #expect(worlds > 1_000)
  }

  @Test func `L2 one world in eleven of up to three edits, lives and freezes agrees with the naive merge in any order`()
    throws
  {
    var worlds = 0
    for count in 2...3 {
      let orders = WorldTrial.orders(of: count)
      let moves = Deal.sequences(of: MixedWorld.Move.few, count: count)
      for cast in WorldScript.casts(of: count) {
        for prefixes in WorldScript.prefixes(of: count) {
          for moves in moves {
            worlds += 1
            guard worlds % 11 == 0 else { continue }
            let trial = try MixedWorld.trial(
              cast: cast, prefixes: prefixes, moves: moves, fields: [("contested", .contested)])
            try trial.judge()
            try trial.judge(orders)
          }
        }
      }
    }
    #expect(worlds > 10_000)
  }
}
