import SyncCore
import TestSupport
import Testing

/// Draws changes of every operation and shape the line allows.
struct DrawnChanges {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func change() throws -> Change {
    var operations: [SyncCore.Operation] = []
    var requests = 0
    for place in 0..<(1 + generator.below(4)) {
      let operation = try operation(place)
      if case .request = operation {
        requests += 1
        if requests > 1 { continue }
      }
      operations.append(operation)
    }
    return Change(
      id: id(), salt: Crockford32.encode(high: generator.next(), low: generator.next()),
      time: Int64(generator.below(2_000_000)) - 1_000_000, by: try Samples.user("u-\(generator.below(99))"),
      stream: generator.pick([.office, .directory, try Samples.stream()]), operations: operations,
      was: generator.chance(20) ? id() : nil)
  }

  private mutating func id() -> ChangeID {
    ChangeID(replica: ReplicaID(bits: generator.next()), seq: 1 + generator.below(1 << 40))
  }

  private mutating func over() -> [ChangeID] {
    var ids: Set<ChangeID> = []
    for _ in 0..<generator.below(4) { ids.insert(id()) }
    return ids.sorted()
  }

  private mutating func seen() -> SeenVector {
    var vector = SeenVector()
    for _ in 0..<generator.below(4) { vector.insert(id()) }
    return vector
  }

  /// The place keeps two writes of one change apart.
  private mutating func entity(_ place: Int) throws -> EntityID {
    let pairs = (0...generator.below(4)).map { _ in "item/A.b_c-\(generator.below(1_000))" }
    return try Samples.entity((pairs.dropLast() + ["item/p\(place)"]).joined(separator: "/"))
  }

  private mutating func text() -> String {
    let pieces = [
      "a", "é", "e\u{301}", "\"", "\\", "/", "\u{8}", "\u{c}", "\n", "\r", "\t", "\u{1}", "\u{1f}", "\u{7f}",
      "\u{2028}",
      "\u{1F600}", "\u{FFFF}", "\u{E000}", "\u{10FFFF}", " ", "\u{FEFF}",
    ]
    return (0...generator.below(6)).map { _ in generator.pick(pieces) }.joined()
  }

  private mutating func value(depth: Int = 0) -> JSONValue {
    switch generator.below(depth > 3 ? 4 : 6) {
    case 0: return .null
    case 1: return .bool(generator.chance(50))
    case 2:
      let edge = SyncLimits.integerMax
      return .integer(generator.pick([0, 1, -1, edge, -edge, Int64(generator.below(1 << 50))]))
    case 3: return .string(generator.chance(10) ? "" : text())
    case 4: return .array((0..<generator.below(4)).map { _ in value(depth: depth + 1) })
    default:
      var members: [String: JSONValue] = [:]
      for number in 0..<generator.below(11) { members["\(number)k"] = value(depth: depth + 1) }
      return .sorted(members.map { ($0.key, $0.value) })
    }
  }

  private mutating func operation(_ place: Int) throws -> SyncCore.Operation {
    let on = try entity(place)
    switch generator.below(14) {
    case 0:
      let motive = generator.chance(50) ? text() : nil
      return .set("grade", on: on, to: value(), over: over(), motive: motive)
    case 1: return .add("team", on: on, value: value())
    case 2: return .remove("team", on: on, value: value(), over: over())
    case 3: return .append("calls", on: on, value: value(), answers: generator.chance(50) ? id() : nil)
    case 4: return .delete(on, seen: seen(), over: over())
    case 5: return .restore(on, over: over())
    case 6: return .request("audit.close", on: on, seen: seen())
    case 7:
      let accepted = generator.chance(50)
      return .rule(
        Ruling(
          request: id(), verdict: accepted ? .accepted : .refused, rules: ["R-ROLE-01", ""], pack: "2026-01",
          reasons: value()))
    case 8: return .state("stage", on: on, to: text(), over: over())
    case 9: return .freeze(on, at: seen())
    case 10: return .thaw(on, over: over())
    case 11: return .lapse(deadline: "D-1", on: on, due: "2026-11-21")
    case 12: return .erase(id(), skeleton: value(), ground: text())
    default:
      let value = JSONValue.object([JSONMember("future", value()), JSONMember("a", value())])
      return .unknown(name: "future", value)
    }
  }
}
