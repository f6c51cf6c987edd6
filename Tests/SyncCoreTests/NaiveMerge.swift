import SyncCore

/// A second merge, written from DESIGN §5 and Protocol/model.md alone.
///
/// Quadratic, without state, sharing no code with the first, it is the judge of the worlds the law tests draw. What it
/// prints as visible state is in `NaiveVisibleState`.
struct NaiveMerge {
  struct Step {
    let change: Change
    let index: Int
    let operation: SyncCore.Operation
    var id: ChangeID { change.id }
  }

  /// What a person sees of a field, as far as the laws speak of it.
  struct Seen: Equatable {
    var shown: JSONValue?
    var heads: Set<ChangeID> = []
    /// The values against each other in display order; empty without conflict.
    var conflict: [JSONValue] = []
    var base: Set<ChangeID> = []
    /// One for each late step.
    var late: [ChangeID] = []
    var unread = false
    var entries: [ChangeID] = []
    /// Whether a conflict is one of texts that do not merge.
    var isText = false
  }

  let steps: [Step]

  init(steps: [Step]) { self.steps = steps }

  init(_ changes: [Change]) {
    var known: Set<ChangeID> = []
    steps = changes.filter { known.insert($0.id).inserted }.flatMap { change in
      change.operations.enumerated().map { Step(change: change, index: $0.offset, operation: $0.element) }
    }
  }

  // MARK: freeze

  private func above(_ entity: EntityID) -> [EntityID] { [entity] + entity.ancestors }

  /// The freezes of the entity and of those above it that no thaw of the same entity names; nil when there are none.
  func freezes(of entity: EntityID) -> [SeenVector]? {
    let places = above(entity)
    var found: [SeenVector] = []
    for step in steps {
      guard case .freeze(let on, let at) = step.operation, places.contains(on) else { continue }
      let isThawed = steps.contains {
        if case .thaw(on, let over) = $0.operation { return over.contains(step.id) }
        return false
      }
      if !isThawed { found.append(at) }
    }
    return found.isEmpty ? nil : found
  }

  /// Whether freezes of an entity let a change count.
  private func insideTest(_ entity: EntityID) -> (ChangeID) -> Bool {
    guard let freezes = freezes(of: entity) else { return { _ in true } }
    return { id in freezes.contains { ($0.last[id.replica] ?? 0) >= id.seq } }
  }

  // MARK: life

  func isDeleted(_ entity: EntityID) -> Bool { above(entity).contains { deletedItself($0) } }

  func disputed(_ entity: EntityID) -> Set<ChangeID> {
    isDeleted(entity) ? [] : Set(lifeHeads(entity) { _ in true }.filter(\.isDelete).map(\.id))
  }

  private func lifeHeads(_ entity: EntityID, where counts: (Step) -> Bool) -> [Step] {
    let lives = steps.filter { $0.operation.entity == entity && $0.isLife && counts($0) }
    return lives.filter { head in !lives.contains { $0.operation.over.contains(head.id) } }
  }

  private func deletedItself(_ entity: EntityID) -> Bool {
    let inside = insideTest(entity)
    return lifeHeads(entity, where: { inside($0.id) }).contains { head in
      guard case .delete(_, let seen, _) = head.operation else { return false }
      return steps.allSatisfy { step in
        guard let on = step.operation.entity, on == entity || on.description.hasPrefix(entity.description + "/") else {
          return true
        }
        if case .delete = step.operation { return true }
        if !inside(step.id) { return true }
        let own = step.id.replica == head.id.replica && step.id.seq <= head.id.seq
        return own || (seen.last[step.id.replica] ?? 0) >= step.id.seq
      }
    }
  }

  // MARK: fields

  private struct Written {
    let id: ChangeID
    let time: Int64
    let value: JSONValue
    let over: [ChangeID]

    func isAfter(_ other: Written) -> Bool {
      if time != other.time { return time > other.time }
      if id.replica.bits != other.id.replica.bits { return id.replica.bits > other.id.replica.bits }
      return id.seq > other.id.seq
    }
  }

  func field(_ field: FieldName, of entity: EntityID, kind: MergeKind) -> Seen {
    switch kind {
    case .set: setField(field, entity)
    case .journal: journal(field, entity)
    default: register(field, entity, kind)
    }
  }

  private func writes(_ field: FieldName, _ entity: EntityID, machine: Bool) -> [Written] {
    steps.compactMap { step in
      switch step.operation {
      case .set(field, entity, let to, let over, _) where !machine:
        Written(id: step.id, time: step.change.time, value: to, over: over)
      case .state(field, entity, let to, let over):
        Written(id: step.id, time: step.change.time, value: .string(to), over: over)
      default: nil
      }
    }
  }

  private func register(_ field: FieldName, _ entity: EntityID, _ kind: MergeKind) -> Seen {
    let isMachine = kind == .machine
    let all = writes(field, entity, machine: isMachine)
    let inside = insideTest(entity)
    let counted = all.filter { isMachine || inside($0.id) }
    // Another write overwrites it, unless it descends from that one itself.
    let heads = counted.filter { head in
      !counted.contains { other in
        other.id != head.id && other.over.contains(head.id) && !ancestry(of: head.id, in: all).contains(other.id)
      }
    }
    var seen = Seen(heads: Set(heads.map(\.id)))
    if !isMachine { seen.late = all.map(\.id).filter { !inside($0) }.sorted() }
    let last = heads.first { head in !heads.contains { $0.isAfter(head) } }
    seen.shown = last?.value
    var values: [JSONValue] = []
    for head in heads.sorted(by: { $1.isAfter($0) }) where !values.contains(head.value) { values.append(head.value) }
    if values.count > 1 {
      switch kind {
      case .contested, .cautious:
        seen.conflict = values
        seen.base = Set(base(of: heads, in: all).map(\.id))
        if case .cautious(let ranking) = kind { seen.shown = gravest(heads, ranking) }
      case .text:
        let base = base(of: heads, in: all)
        if base.count < 2, let merged = wordwise(base.first?.value.text ?? "", heads.map { $0.value.text ?? "" }) {
          seen.shown = .string(merged)
          seen.unread = true
        } else {
          seen.conflict = values
          seen.base = Set(base.map(\.id))
          seen.isText = true
        }
      default: break
      }
    }
    if seen.shown == .null { seen.shown = nil }
    return seen
  }

  private func gravest(_ heads: [Written], _ ranking: Ranking) -> JSONValue? {
    func gravity(_ value: JSONValue) -> Int {
      if value == .null { return -1 }
      guard let place = ranking.gravestFirst.firstIndex(where: { value == .string($0) }) else { return 1_000 }
      return 100 - place
    }
    let top = heads.map { gravity($0.value) }.max()
    let equals = heads.filter { gravity($0.value) == top }
    return equals.first { head in !equals.contains { $0.isAfter(head) } }?.value
  }

  /// The writes every head descends from (itself included) that none of the others of this kind descends from.
  private func base(of heads: [Written], in all: [Written]) -> [Written] {
    let of = heads.map { ancestry(of: $0.id, in: all) }
    let common = all.filter { candidate in of.allSatisfy { $0.contains(candidate.id) } }
    return common.filter { candidate in
      !common.contains { $0.id != candidate.id && ancestry(of: $0.id, in: all).contains(candidate.id) }
    }
  }

  /// A write and all it descends from by `over`.
  private func ancestry(of id: ChangeID, in all: [Written]) -> Set<ChangeID> {
    var (found, open) = (Set<ChangeID>(), [id])
    while let next = open.popLast() {
      guard let write = all.first(where: { $0.id == next }), found.insert(next).inserted else { continue }
      open += write.over
    }
    return found
  }

  /// Merges texts of as many words as the base, word by word; texts from nothing merge only when one is empty.
  private func wordwise(_ base: String, _ texts: [String]) -> String? {
    let old = base.split(separator: " ").map(String.init)
    if old.isEmpty {
      let written = texts.filter { !$0.isEmpty }
      return written.count == 1 ? written[0] : nil
    }
    let new = texts.map { $0.split(separator: " ").map(String.init) }
    var merged: [String] = []
    for (place, word) in old.enumerated() {
      let changed = Set(new.map { $0[place] }).subtracting([word])
      guard changed.count < 2 else { return nil }
      merged.append(changed.first ?? word)
    }
    return merged.joined(separator: " ")
  }

  private func setField(_ field: FieldName, _ entity: EntityID) -> Seen {
    var seen = Seen()
    let inside = insideTest(entity)
    var members: [JSONValue] = []
    // A change stands once for each value it adds late, and once for each it takes out late.
    var listed: [(id: ChangeID, value: JSONValue, isAddition: Bool)] = []
    func list(_ id: ChangeID, _ value: JSONValue, isAddition: Bool) {
      if listed.contains(where: { $0.id == id && $0.value == value && $0.isAddition == isAddition }) { return }
      listed.append((id, value, isAddition))
      seen.late.append(id)
    }
    for step in steps {
      switch step.operation {
      case .add(field, entity, let value):
        guard inside(step.id) else {
          list(step.id, value, isAddition: true)
          continue
        }
        let isRemoved = steps.contains { other in
          guard case .remove(field, entity, value, let over) = other.operation else { return false }
          return inside(other.id) && over.contains(step.id)
        }
        if !isRemoved && !members.contains(value) { members.append(value) }
      case .remove(field, entity, let value, _):
        if !inside(step.id) { list(step.id, value, isAddition: false) }
      default: continue
      }
    }
    members.sort { Self.spelling($0).utf8.lexicographicallyPrecedes(Self.spelling($1).utf8) }
    seen.late.sort()
    seen.shown = members.isEmpty ? nil : .array(members)
    return seen
  }

  private func journal(_ field: FieldName, _ entity: EntityID) -> Seen {
    var entries: [(Written, Int)] = []
    for step in steps {
      if case .append(field, entity, let value, _) = step.operation {
        entries.append((Written(id: step.id, time: step.change.time, value: value, over: []), step.index))
      }
    }
    entries.sort { $0.0.id == $1.0.id ? $0.1 < $1.1 : $1.0.isAfter($0.0) }
    return Seen(shown: entries.isEmpty ? nil : .array(entries.map(\.0.value)), entries: entries.map(\.0.id))
  }
}

extension NaiveMerge.Step {
  var isDelete: Bool { if case .delete = operation { true } else { false } }
  var isLife: Bool { if case .restore = operation { true } else { isDelete } }
}

extension NaiveMerge.Seen {
  /// What the merge under test says, in the same terms.
  init(_ view: FieldView?) {
    self.init()
    guard let view else { return }
    shown = view.shown
    heads = Set(view.heads.map(\.id))
    conflict = view.conflict?.values ?? []
    base = Set(view.conflict?.base.map(\.id) ?? [])
    late = view.late.map(\.id).sorted()
    unread = view.isUnread
    entries = view.entries.map(\.id)
    isText = view.conflict?.reason == .overlappingText
  }
}
