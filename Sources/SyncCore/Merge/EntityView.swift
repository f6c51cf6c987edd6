/// One entity as a person sees it.
public struct EntityView: Sendable, Hashable {
  /// The entity.
  public let id: EntityID
  /// Its fields by name.
  public let fields: [FieldName: FieldView]
  /// Whether it still stands.
  public let life: EntityLife
  /// What freezes hold fixed, nil when nothing is frozen.
  public let frozenAt: SeenVector?
  /// The acts requested, in display order of the requests.
  public let requests: [ActRequest]
  /// The automatic effects.
  public let lapses: Set<Lapse>
  /// The heads of deletions and restorations, which a new delete or restore names in `over`.
  public let lifeHeads: [ChangeID]

  /// A field's view; a field nobody wrote has none.
  public subscript(field: FieldName) -> FieldView? { fields[field] }

  /// The value shown for a field.
  public func value(_ field: FieldName) -> JSONValue? { fields[field]?.shown }

  /// The text shown for a field, nil when empty or no text.
  public func text(_ field: FieldName) -> String? { value(field)?.text }
}

/// Whether an entity stands, is gone, or is disputed.
public enum EntityLife: Sendable, Hashable {
  /// It stands.
  case standing
  /// It is deleted, by itself or with an entity above it.
  case deleted
  /// Someone deleted it while someone else went on writing below it: shown until a new delete or a restore.
  case disputed(deletions: [ChangeID])
}

extension StreamFold {
  /// What a person sees of one entity; nil when nothing was ever said about it.
  public func entity(_ id: EntityID, schema: some MergeSchema) -> EntityView? {
    guard let record = entities[id] else { return nil }
    let typePath = id.typePath
    let frozenAt = frozenAt(of: id)
    return EntityView(
      id: id,
      fields: Dictionary(
        uniqueKeysWithValues: record.fields.map { field, history in
          (field, FieldMerge.view(history, kind: schema.kind(of: field, in: typePath), frozenAt: frozenAt))
        }),
      life: life(of: id), frozenAt: frozenAt,
      requests: record.requests.values.sorted {
        DisplayOrder(time: $0.time, id: $0.id, step: 0) < DisplayOrder(time: $1.time, id: $1.id, step: 0)
      },
      lapses: record.lapses, lifeHeads: lifeHeads(record).sorted())
  }

  /// One field of one entity, nil when nothing was ever written to it.
  public func field(_ field: FieldName, of id: EntityID, schema: some MergeSchema) -> FieldView? {
    guard let history = entities[id]?.fields[field] else { return nil }
    return FieldMerge.view(history, kind: schema.kind(of: field, in: id.typePath), frozenAt: frozenAt(of: id))
  }

  /// The ids of the entities of one type that are not deleted, ascending by bytes.
  public func standing(ofType typePath: String) -> [EntityID] {
    entities.keys.filter { $0.typePath == typePath && life(of: $0) != .deleted }.sorted()
  }

  private func frozenAt(of id: EntityID) -> SeenVector? {
    var at: SeenVector?
    for entity in [id] + id.ancestors {
      guard let vector = entities[entity]?.frozenAt else { continue }
      var union = at ?? SeenVector()
      union.formUnion(vector)
      at = union
    }
    return at
  }

  private func lifeHeads(_ record: EntityRecord) -> [ChangeID] { Self.heads(of: record.lives) }

  private static func heads(of lives: [ChangeID: EntityRecord.LifeStep]) -> [ChangeID] {
    let covered = Set(lives.values.flatMap(\.over))
    return lives.keys.filter { !covered.contains($0) }
  }

  /// A deletion takes effect when every step on the entity and below it, other deletions apart, lies inside what its
  /// writer had seen, the steps of its own change included.
  ///
  /// A deletion that arrives outside a freeze is disputed until a restore or a thaw; nothing that arrives outside a
  /// freeze brings back what was deleted inside it.
  public func life(of id: EntityID) -> EntityLife {
    for above in id.ancestors where ownLife(of: above) == .deleted { return .deleted }
    return ownLife(of: id)
  }

  private func ownLife(of id: EntityID) -> EntityLife {
    guard let record = entities[id], !record.lives.isEmpty else { return .standing }
    let frozen = frozenAt(of: id)
    // A deletion or restoration outside a freeze is late: it decides nothing until a thaw.
    let fixed = record.lives.filter { frozen?.contains($0.key) ?? true }
    let deletions = Self.heads(of: fixed).filter { fixed[$0]?.deleteSeen != nil }
    if !deletions.isEmpty {
      var touched = record.touched(within: frozen)
      for (other, below) in entities where other.isBelow(id) { touched.formUnion(below.touched(within: frozen)) }
      for deletion in deletions {
        guard var seen = fixed[deletion]?.deleteSeen else { continue }
        seen.insert(deletion)
        if touched.last.allSatisfy({ seen.contains(ChangeID(replica: $0.key, seq: $0.value)) }) { return .deleted }
      }
    }
    let disputed = lifeHeads(record).filter { record.lives[$0]?.deleteSeen != nil }.sorted()
    return disputed.isEmpty ? .standing : .disputed(deletions: disputed)
  }
}
