/// Computes what a person sees of one field from its history: the merge table of DESIGN §5.
enum FieldMerge {
  /// - Parameters:
  ///   - kind: the schema's kind, nil for a field it does not know.
  ///   - frozenAt: what freezes hold fixed; writes outside are late. Machines are written by rulings and stay live.
  static func view(_ history: FieldHistory, kind known: MergeKind?, frozenAt: SeenVector?) -> FieldView {
    let kind = known ?? inferred(history)
    let isFixed: (ChangeID) -> Bool = { frozenAt?.contains($0) ?? true }
    switch kind {
    case .set: return setView(history, isKnown: known != nil, isFixed: isFixed)
    case .journal: return journalView(history, isKnown: known != nil)
    case .latest, .contested, .cautious, .text:
      return registerView(history.writes, kind: kind, isKnown: known != nil, isFrozen: frozenAt != nil, isFixed)
    case .machine: return machineView(history.writes)
    }
  }

  private static func inferred(_ history: FieldHistory) -> MergeKind {
    if !history.entries.isEmpty { return .journal }
    return history.additions.isEmpty && history.removals.isEmpty ? .contested : .set
  }

  // MARK: registers

  private static func registerView(
    _ writes: WriteTable, kind: MergeKind, isKnown: Bool, isFrozen: Bool, _ isFixed: (ChangeID) -> Bool
  ) -> FieldView {
    var heads = isFrozen ? writes.heads { isFixed($0.id) } : writes.heads
    heads.sort { $0.order < $1.order }
    let late = isFrozen ? writes.values.filter { !isFixed($0.id) }.sorted { $0.order < $1.order } : []
    var shown = heads.last?.value
    var conflict: FieldConflict?
    var isUnread = false
    if let last = heads.last?.value, heads.contains(where: { $0.value != last }) {
      switch kind {
      case .latest, .machine, .set, .journal: break
      case .cautious(let ranking):
        // Equal gravity falls back to display order; `heads` ascends in it, so the later of equals is kept.
        shown =
          heads.reduce(into: nil as Write?) { gravest, head in
            if let held = gravest, ranking.place(of: held.value) < ranking.place(of: head.value) { return }
            gravest = head
          }?.value
        fallthrough
      case .contested:
        conflict = FieldConflict(
          reason: .concurrentValues, base: writes.nearestCommon(of: heads), alternatives: heads)
      case .text:
        let base = writes.nearestCommon(of: heads)
        if let merged = mergedText(base: base, heads: heads) {
          shown = .string(merged)
          isUnread = true
        } else {
          conflict = FieldConflict(reason: .overlappingText, base: base, alternatives: heads)
        }
      }
    }
    return FieldView(
      kind: kind, isKnown: isKnown, shown: shown == .null ? nil : shown, heads: heads, conflict: conflict, late: late,
      isUnread: isUnread, members: [], entries: [])
  }

  /// A `set` a newer table calls a machine never moves it: only rulings do, and no freeze holds them back.
  private static func machineView(_ writes: WriteTable) -> FieldView {
    var heads = writes.holdsSets ? writes.heads(where: \.isState) : writes.heads
    heads.sort { $0.order < $1.order }
    let shown = heads.last?.value
    return FieldView(
      kind: .machine, isKnown: true, shown: shown == .null ? nil : shown, heads: heads, conflict: nil, late: [],
      isUnread: false, members: [], entries: [])
  }

  /// Nil when there is no single base of the heads, a head is no text, hunks collide, or the outcome is past what a
  /// person could save again.
  private static func mergedText(base: [Write], heads: [Write]) -> String? {
    guard base.count <= 1 else { return nil }
    let texts = heads.compactMap { text(of: $0.value) }
    guard texts.count == heads.count, let start = base.first.map({ text(of: $0.value) }) ?? "" else { return nil }
    switch TextMerge.merge(base: start, texts: texts) {
    case .merged(let text): return text.utf8.count <= SyncLimits.textBytesMax ? text : nil
    case .conflict: return nil
    }
  }

  /// A cleared text merges as the empty one.
  private static func text(of value: JSONValue) -> String? { value == .null ? "" : value.text }

  // MARK: sets and journals

  private static func setView(_ history: FieldHistory, isKnown: Bool, isFixed: (ChangeID) -> Bool) -> FieldView {
    var members: [SetMember] = []
    var late: [Write] = []
    for (value, additions) in history.additions {
      let removals = (history.removals[value] ?? [:]).filter { isFixed($0.key) }
      let removed = Set(removals.values.flatMap(\.over))
      let live = additions.keys.filter { isFixed($0) && !removed.contains($0) }.sorted()
      if !live.isEmpty { members.append(SetMember(value: value, additions: live)) }
      for (id, stamp) in additions where !isFixed(id) {
        late.append(Write(id, step: stamp.step, time: stamp.time, by: stamp.by, value: value, over: []))
      }
    }
    for (value, removals) in history.removals {
      for (id, removal) in removals where !isFixed(id) {
        late.append(
          Write(id, step: removal.step, time: removal.time, by: removal.by, value: value, over: removal.over))
      }
    }
    members.sort {
      JSONWriter.bytes($0.value).lexicographicallyPrecedes(JSONWriter.bytes($1.value))
    }
    return FieldView(
      kind: .set, isKnown: isKnown, shown: members.isEmpty ? nil : .array(members.map(\.value)), heads: [],
      conflict: nil, late: late.sorted { $0.order < $1.order }, isUnread: false, members: members, entries: [])
  }

  /// Journals only grow: an entry after a freeze is one more entry, with its own date for all to see.
  private static func journalView(_ history: FieldHistory, isKnown: Bool) -> FieldView {
    let entries = history.entries.sorted { $0.order < $1.order }
    return FieldView(
      kind: .journal, isKnown: isKnown, shown: entries.isEmpty ? nil : .array(entries.map(\.value)), heads: [],
      conflict: nil, late: [], isUnread: false, members: [], entries: entries)
  }
}
