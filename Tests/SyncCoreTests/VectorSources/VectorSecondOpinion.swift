import SyncCore

/// What `NaiveMerge` says of a history, where it has an opinion: it reads texts word by word and knows no odd writes.
struct VectorSecondOpinion {
  private let changes: [Change]
  private let naive: NaiveMerge

  init(_ changes: [Change]) {
    self.changes = changes
    naive = NaiveMerge(changes)
  }

  /// Where the two merges differ.
  func disagreements() -> [String] {
    var fold = StreamFold(stream: changes[0].stream)
    for change in changes { fold.apply(change) }
    var found: [String] = []
    for (entity, record) in fold.entities {
      let disputed = naive.disputed(entity).sorted()
      let life: EntityLife =
        naive.isDeleted(entity) ? .deleted : disputed.isEmpty ? .standing : .disputed(deletions: disputed)
      if fold.life(of: entity) != life { found.append("the second merge says \(life) of \(entity)") }
      for field in record.fields.keys {
        guard let kind = kind(of: field, entity) else { continue }
        var expected = naive.field(field, of: entity, kind: kind)
        var seen = NaiveMerge.Seen(fold.field(field, of: entity, schema: VectorThemes.table))
        if kind == .set {
          // It orders values as texts are ordered on a screen: only which there are is compared.
          (expected.shown, seen.shown) = (ordered(expected.shown), ordered(seen.shown))
        }
        if expected != seen { found.append("the second merge says \(expected) of \(entity) \(field), not \(seen)") }
      }
    }
    return found
  }

  private func ordered(_ shown: JSONValue?) -> JSONValue? {
    shown?.elements.map { elements in
      .array(elements.sorted { JSONWriter.bytes($0).lexicographicallyPrecedes(JSONWriter.bytes($1)) })
    }
  }

  /// The kind to merge by; nil where the second merge knows no answer.
  private func kind(of field: FieldName, _ entity: EntityID) -> MergeKind? {
    var (sets, states, isJournal, isSet) = ([JSONValue](), 0, false, false)
    for step in naive.steps where step.operation.entity == entity {
      switch step.operation {
      case .set(field, _, let value, _, _): sets.append(value)
      case .state(field, _, _, _): states += 1
      case .append(field, _, _, _): isJournal = true
      case .add(field, _, _), .remove(field, _, _, _): isSet = true
      default: continue
      }
    }
    let kind =
      VectorThemes.table.kind(of: field, in: entity.typePath) ?? (isJournal ? .journal : isSet ? .set : .contested)
    switch kind {
    case .text: return areWordwise(sets) ? kind : nil
    case .contested, .cautious, .latest: return states == 0 ? kind : nil
    case .set, .journal, .machine: return kind
    }
  }

  /// Whether all are texts of equally many words of ASCII parted by single spaces.
  private func areWordwise(_ values: [JSONValue]) -> Bool {
    let texts = values.compactMap(\.text)
    guard texts.count == values.count else { return false }
    let isPlain = texts.allSatisfy { text in
      text.utf8.allSatisfy { $0 == 0x20 || ($0 >= 0x30 && $0 <= 0x39) || ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) }
        && !text.utf8.split(separator: 0x20, omittingEmptySubsequences: false).contains(where: \.isEmpty)
    }
    return isPlain && Set(texts.map { $0.utf8.split(separator: 0x20).count }).count == 1
  }
}
