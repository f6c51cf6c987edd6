import SyncCore

/// A second merge, written from DESIGN §5 and Protocol/model.md alone.
///
/// Quadratic, without state, sharing no code with the first, it is the judge of the worlds the law tests draw.
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
    /// The values against each other; empty without conflict.
    var conflict: Set<JSONValue> = []
    var base: Set<ChangeID> = []
    var late: Set<ChangeID> = []
    var unread = false
  }

  let steps: [Step]

  init(_ changes: [Change]) {
    var known: Set<ChangeID> = []
    steps = changes.filter { known.insert($0.id).inserted }.flatMap { change in
      change.operations.enumerated().map { Step(change: change, index: $0.offset, operation: $0.element) }
    }
  }

  // MARK: freeze

  private func above(_ entity: EntityID) -> [EntityID] { [entity] + entity.ancestors }

  /// The freezes of the entity and of those above it that no thaw of the same entity names; nil when there are none.
  private func freezes(of entity: EntityID) -> [SeenVector]? {
    var found: [SeenVector] = []
    for step in steps {
      guard case .freeze(let on, let at) = step.operation, above(entity).contains(on) else { continue }
      let isThawed = steps.contains {
        if case .thaw(on, let over) = $0.operation { return over.contains(step.id) }
        return false
      }
      if !isThawed { found.append(at) }
    }
    return found.isEmpty ? nil : found
  }

  private func isInside(_ id: ChangeID, _ entity: EntityID) -> Bool {
    guard let freezes = freezes(of: entity) else { return true }
    return freezes.contains { ($0.last[id.replica] ?? 0) >= id.seq }
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
    let inside: (Step) -> Bool = { isInside($0.id, entity) }
    return lifeHeads(entity, where: inside).contains { head in
      guard case .delete(_, let seen, _) = head.operation else { return false }
      return steps.allSatisfy { step in
        guard let on = step.operation.entity, on == entity || on.description.hasPrefix(entity.description + "/") else {
          return true
        }
        if case .delete = step.operation { return true }
        if !isInside(step.id, entity) { return true }
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
      case .state(field, entity, let to, let over) where machine:
        Written(id: step.id, time: step.change.time, value: .string(to), over: over)
      default: nil
      }
    }
  }

  private func register(_ field: FieldName, _ entity: EntityID, _ kind: MergeKind) -> Seen {
    let isMachine = kind == .machine
    let all = writes(field, entity, machine: isMachine)
    let counted = all.filter { isMachine || isInside($0.id, entity) }
    let heads = counted.filter { head in !counted.contains { $0.over.contains(head.id) } }
    var seen = Seen(heads: Set(heads.map(\.id)))
    if !isMachine { seen.late = Set(all.map(\.id)).subtracting(counted.map(\.id)) }
    let last = heads.first { head in !heads.contains { $0.isAfter(head) } }
    seen.shown = last?.value
    var values: [JSONValue] = []
    for head in heads where !values.contains(head.value) { values.append(head.value) }
    if values.count > 1 {
      switch kind {
      case .contested, .cautious:
        seen.conflict = Set(values)
        seen.base = Set(base(of: heads, in: all).map(\.id))
        if case .cautious(let ranking) = kind { seen.shown = gravest(heads, ranking) }
      case .text:
        let base = base(of: heads, in: all)
        if base.count < 2, let merged = wordwise(base.first?.value.text ?? "", heads.map { $0.value.text ?? "" }) {
          seen.shown = .string(merged)
          seen.unread = true
        } else {
          seen.conflict = Set(values)
          seen.base = Set(base.map(\.id))
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
    func descends(_ later: ChangeID, from earlier: ChangeID, depth: Int) -> Bool {
      if later == earlier { return true }
      guard depth > 0, let write = all.first(where: { $0.id == later }) else { return false }
      return write.over.contains { descends($0, from: earlier, depth: depth - 1) }
    }
    let common = all.filter { candidate in
      heads.allSatisfy { descends($0.id, from: candidate.id, depth: all.count) }
    }
    return common.filter { candidate in
      !common.contains { $0.id != candidate.id && descends($0.id, from: candidate.id, depth: all.count) }
    }
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
    var members: [JSONValue] = []
    for step in steps {
      switch step.operation {
      case .add(field, entity, let value):
        guard isInside(step.id, entity) else {
          seen.late.insert(step.id)
          continue
        }
        let isRemoved = steps.contains { other in
          guard case .remove(field, entity, value, let over) = other.operation else { return false }
          return isInside(other.id, entity) && over.contains(step.id)
        }
        if !isRemoved && !members.contains(value) { members.append(value) }
      case .remove(field, entity, _, _):
        if !isInside(step.id, entity) { seen.late.insert(step.id) }
      default: continue
      }
    }
    members.sort { JSONWriter.text($0) < JSONWriter.text($1) }
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
    return Seen(shown: entries.isEmpty ? nil : .array(entries.map(\.0.value)))
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
    conflict = Set(view.conflict?.values ?? [])
    base = Set(view.conflict?.base.map(\.id) ?? [])
    late = Set(view.late.map(\.id))
    unread = view.isUnread
  }
}
