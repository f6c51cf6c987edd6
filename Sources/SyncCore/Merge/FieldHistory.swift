/// All that was ever written to one field, as a set: the order of arrival leaves no trace (law L2).
public struct FieldHistory: Sendable, Hashable {
  /// Writes of the register by `set` and `state` steps.
  public internal(set) var writes: [ChangeID: Write] = [:]
  /// Additions to the set, by value, each with who added it.
  var additions: [JSONValue: [ChangeID: Stamp]] = [:]
  /// Additions taken out again, by value.
  var removals: [JSONValue: [ChangeID: Removal]] = [:]
  /// Journal entries.
  var entries: Set<JournalEntry> = []

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

  /// The changes that did something to the field.
  var changes: Set<ChangeID> {
    var changes = Set(writes.keys)
    for held in additions.values { changes.formUnion(held.keys) }
    for held in removals.values { changes.formUnion(held.keys) }
    changes.formUnion(entries.lazy.map(\.id))
    return changes
  }

  /// The writes no other write of the field names, among those a filter lets through, in display order.
  ///
  /// A write that is filtered out covers nothing.
  func heads(where isCounted: (Write) -> Bool) -> [Write] {
    let counted = writes.values.filter(isCounted)
    var covered: Set<ChangeID> = []
    for write in counted { covered.formUnion(write.over.lazy.filter { $0 != write.id }) }
    return counted.filter { !covered.contains($0.id) }.sorted { $0.order < $1.order }
  }
}

/// The ancestry of the writes of one field, by their `over`.
struct WriteAncestry {
  let writes: [ChangeID: Write]

  /// The writes a write descends from, itself included.
  func lineage(of id: ChangeID) -> Set<ChangeID> {
    var found: Set<ChangeID> = []
    var open = [id]
    while let next = open.popLast() {
      guard let write = writes[next], found.insert(next).inserted else { continue }
      open.append(contentsOf: write.over)
    }
    return found
  }

  /// The nearest writes all heads descend from: those of the common lineage that no other of it descends from.
  ///
  /// One: the base. None: the heads began from nothing. Several: criss-cross edits, no single base.
  func nearestCommon(of heads: [Write]) -> [Write] {
    guard let first = heads.first else { return [] }
    var common = lineage(of: first.id)
    for head in heads.dropFirst() { common.formIntersection(lineage(of: head.id)) }
    var covered: Set<ChangeID> = []
    for id in common { covered.formUnion((writes[id]?.over ?? [])) }
    return common.subtracting(covered).compactMap { writes[$0] }.sorted { $0.order < $1.order }
  }
}
