/// All that was ever written to one field, as a set: the order of arrival leaves no trace (law L2).
public struct FieldHistory: Sendable, Hashable {
  /// Writes of the register by `set` and `state` steps.
  public internal(set) var writes = WriteTable()
  private var gathered = Boxed<GatheredValues>()

  init() {}

  // MARK: sets and journals; most fields are neither

  /// Additions to the set, by value, each with who added it.
  var additions: [JSONValue: [ChangeID: Stamp]] { gathered.content?.additions ?? [:] }
  /// Additions taken out again, by value.
  var removals: [JSONValue: [ChangeID: Removal]] { gathered.content?.removals ?? [:] }
  /// Journal entries.
  var entries: Set<JournalEntry> { gathered.content?.entries ?? [] }

  /// Changes what sets and journals have, where it lies.
  mutating func edit(_ step: (inout GatheredValues) -> Void) { gathered.edit(or: GatheredValues(), step) }

  /// What sets and journals have.
  struct GatheredValues: Sendable, Hashable {
    var additions: [JSONValue: [ChangeID: Stamp]] = [:]
    var removals: [JSONValue: [ChangeID: Removal]] = [:]
    var entries: Set<JournalEntry> = []
  }

  /// Who added a value, and when by their clock.
  struct Stamp: Sendable, Hashable {
    let step: Int
    let time: Int64
    let by: UserID
  }

  /// A removal and the additions it names.
  struct Removal: Sendable, Hashable {
    let step: Int
    let time: Int64
    let by: UserID
    var over: [ChangeID]
  }

  /// What a change added to the set, as writes: who, when, which value.
  public func additions(of change: ChangeID) -> [Write] {
    additions.compactMap { value, stamps in
      stamps[change].map { Write(change, step: $0.step, time: $0.time, by: $0.by, value: value, over: []) }
    }.sorted { $0.order < $1.order }
  }

  /// The changes that did something to the field.
  var changes: Set<ChangeID> {
    var changes = Set(writes.keys)
    for held in additions.values { changes.formUnion(held.keys) }
    for held in removals.values { changes.formUnion(held.keys) }
    changes.formUnion(entries.lazy.map(\.id))
    return changes
  }
}
