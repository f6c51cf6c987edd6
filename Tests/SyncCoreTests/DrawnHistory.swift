import SyncCore
import TestSupport

/// Draws a long history of four replicas that now and then receive what the others wrote.
struct DrawnHistory {
  static let entities = ["audit/A", "audit/A/item/1", "audit/A/item/2", "audit/B"].compactMap { EntityID($0) }

  /// Many audits with items, so that a history of thousands of steps is judged audit by audit.
  static let audits = (1...40).flatMap { audit in
    ["audit/A\(audit)"].compactMap { EntityID($0) }
      + (1...4).compactMap { EntityID("audit/A\(audit)/item/\($0)") }
  }

  static let fields: [(FieldName, MergeKind)] = [
    ("latest", .latest), ("contested", .contested), ("cautious", .cautious(OneOfEach.ranking)), ("set", .set),
    ("journal", .journal), ("machine", .machine), ("text", .text),
  ]

  private let entities: [EntityID]
  private var changes: [Change] = []
  private var views: [View] = Array(repeating: View(), count: 4)

  /// What one replica sees: enough of each audit to write on it, and what it has seen of the stream.
  private struct View {
    var received = 0
    var seq = 0
    var vector = SeenVector()
    var trees: [EntityID: [Change]] = [:]

    mutating func take(_ change: Change) {
      vector.insert(change.id)
      for tree in Set(change.operations.compactMap(\.entity).map(DrawnHistory.top)) {
        trees[tree, default: []].append(change)
      }
    }
  }

  static func changes(
    _ count: Int, on entities: [EntityID] = entities, using generator: inout SeededGenerator
  ) throws -> [Change] {
    var history = DrawnHistory(entities: entities)
    for _ in 0..<count { try history.draw(using: &generator) }
    return history.changes
  }

  private init(entities: [EntityID]) { self.entities = entities }

  private static func top(_ entity: EntityID) -> EntityID { entity.ancestors.last ?? entity }

  private mutating func draw(using generator: inout SeededGenerator) throws {
    let writer = generator.below(4)
    if generator.chance(30) {
      for change in changes[views[writer].received...] where change.id.replica != Samples.replica(writer) {
        views[writer].take(change)
      }
      views[writer].received = changes.count
    }
    var operations = [try step(views[writer], using: &generator)]
    if generator.chance(12) {
      operations.append(.append("journal", on: generator.pick(entities), value: "too", answers: nil))
    }
    views[writer].seq += 1
    let time = Int64(generator.below(1_000))
    let change = try Samples.change(writer, views[writer].seq, time: time, operations)
    views[writer].take(change)
    changes.append(change)
  }

  /// A text of three words: the second merge compares word by word.
  private static func text(using generator: inout SeededGenerator) -> JSONValue {
    .string((0..<3).map { _ in generator.pick(["constat", "écart", "vu"]) }.joined(separator: " "))
  }

  private func step(_ view: View, using generator: inout SeededGenerator) throws -> SyncCore.Operation {
    let entity = generator.pick(entities)
    let merge = NaiveMerge((view.trees[Self.top(entity)] ?? []).suffix(60))
    let value: JSONValue = .string(generator.pick(["major", "minor", "conform", "other", "autre"]))
    func ids(_ matches: (NaiveMerge.Step) -> Bool) -> [ChangeID] { Set(merge.steps.filter(matches).map(\.id)).sorted() }
    let number = generator.below(46)
    switch number {
    case 0: return .delete(entity, seen: view.vector, over: ids { $0.operation.entity == entity && $0.isLife })
    case 1: return .restore(entity, over: ids { $0.operation.entity == entity && $0.isLife })
    case 2: return .freeze(entity, at: view.vector)
    case 3: return .thaw(entity, over: ids { if case .freeze(entity, _) = $0.operation { true } else { false } })
    case 4...9: return .add("set", on: entity, value: value)
    case 10...13:
      let over = ids { if case .add(_, entity, value) = $0.operation { true } else { false } }
      return .remove("set", on: entity, value: value, over: over)
    case 14...17: return .append("journal", on: entity, value: value, answers: nil)
    case 18...20: return .state("machine", on: entity, to: value.text ?? "", over: [])
    case 40: return .request("audit.close", on: entity, seen: view.vector)
    case 41:
      guard let asked = ids({ if case .request = $0.operation { true } else { false } }).last else { fallthrough }
      return .rule(
        Ruling(
          request: asked, verdict: generator.chance(50) ? .accepted : .refused, rules: [], pack: "2026-01",
          reasons: .null))
    case 42: return .lapse(deadline: "D-\(generator.below(3))", on: entity, due: "2026-11-21")
    case 43: return .unknown(name: "later", .object([JSONMember("later", 1)]))
    case 44: return .append("unlisted", on: entity, value: value, answers: nil)
    case 45: return .set("unlisted", on: entity, to: value, over: [], motive: nil)
    default:
      let (field, kind) = number % 4 == 3 ? ("text", .text) : Self.fields[number % 4]
      var over = merge.field(field, of: entity, kind: kind).heads
      if generator.chance(10) { over = [] }
      // Now and then the future is named, and with it a circle may close.
      if generator.chance(3) {
        let other = generator.below(4)
        over.insert(ChangeID(replica: Samples.replica(other), seq: views[other].seq + 1 + generator.below(9)))
      }
      return .set(
        field, on: entity, to: kind == .text ? Self.text(using: &generator) : value, over: over.sorted(), motive: nil)
    }
  }
}
