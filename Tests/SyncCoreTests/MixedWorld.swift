import SyncCore
import Testing

/// Worlds of two entities, one below the other, with edits, deletions, restorations, freezes and thaws.
enum MixedWorld {
  enum Move: CaseIterable {
    case edit, editBelow, add, delete, deleteBelow, restore, restoreAndEdit, freeze, freezeBelow, thaw, state

    /// Enough to meet every rule, and few enough to go through all worlds of three.
    static let few: [Move] = [.edit, .editBelow, .delete, .deleteBelow, .restore, .freeze, .thaw]
  }

  static let fields: [(FieldName, MergeKind)] = [
    ("contested", .contested), ("set", .set), ("machine", .machine), ("journal", .journal),
  ]

  static func trial(
    cast: [Int], prefixes: [Int], moves: [Move], clock: [Int64]? = nil,
    fields: [(FieldName, MergeKind)] = MixedWorld.fields
  ) throws -> WorldTrial {
    let (above, below) = try places()
    var script = WorldScript()
    for (place, move) in moves.enumerated() {
      let time = clock?[place] ?? Int64(place)
      try script.write(by: cast[place], receiving: prefixes[place], time: time) { merge, seen in
        try steps(move, on: ("contested", .contested), value: .string("v\(place)"), place: place, merge, seen)
      }
    }
    return WorldTrial(changes: script.changes, entities: [above, below], fields: fields)
  }

  /// Two entities, one below the other.
  private static func places() throws -> (above: EntityID, below: EntityID) {
    (try Samples.entity("audit/A"), try Samples.entity("audit/A/item/17"))
  }

  /// What a move writes that edits one field.
  static func steps(
    _ move: Move, on edited: (field: FieldName, kind: MergeKind), value: JSONValue, place: Int, _ merge: NaiveMerge,
    _ seen: SeenVector
  ) throws -> [SyncCore.Operation] {
    let (above, below) = try places()
    func edit(_ entity: EntityID) -> [SyncCore.Operation] {
      Deal.steps(edited.field, edited.kind, on: entity, value: value, place: place, merge)
    }
    func lives(_ entity: EntityID) -> [ChangeID] {
      merge.steps.filter { $0.operation.entity == entity && $0.isLife }.map(\.id).sorted()
    }
    switch move {
    case .edit: return edit(above)
    case .editBelow: return edit(below)
    case .add: return [.add("set", on: above, value: value), .append("journal", on: below, value: value, answers: nil)]
    case .delete: return [.delete(above, seen: seen, over: lives(above))]
    case .deleteBelow: return edit(below) + [.delete(below, seen: seen, over: lives(below))]
    case .restore: return [.restore(above, over: lives(above)), .restore(below, over: lives(below))]
    case .restoreAndEdit: return [.restore(above, over: lives(above))] + edit(above)
    case .freeze: return [.freeze(above, at: seen)]
    case .freezeBelow: return [.freeze(below, at: seen)]
    case .thaw:
      let freezes = merge.steps.compactMap { step -> ChangeID? in
        if case .freeze(above, _) = step.operation { step.id } else { nil }
      }
      return [.thaw(above, over: freezes.sorted())]
    case .state: return [.state("machine", on: below, to: value.text ?? "", over: [])]
    }
  }
}
