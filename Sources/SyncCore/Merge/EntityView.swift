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

extension StreamFold {
  /// What a person sees of one entity; nil when nothing was ever said about it.
  public func entity(_ id: EntityID, schema: some MergeSchema) -> EntityView? {
    var lives = EntityLives(self)
    return entity(id, schema: schema, &lives)
  }

  /// The same for one of many entities, whose lives are judged together.
  func entity(_ id: EntityID, schema: some MergeSchema, _ lives: inout EntityLives) -> EntityView? {
    guard let facts = facts[id] else { return nil }
    let frozenAt = frozenAt(of: id)
    var fields: [FieldName: FieldView] = Dictionary(minimumCapacity: facts.fields.entries.count)
    for entry in facts.fields.entries {
      fields[entry.name] = FieldMerge.view(
        entry.history, kind: schema.kind(of: entry.name, in: facts.typePath), frozenAt: frozenAt)
    }
    return EntityView(
      id: id, fields: fields, life: lives.life(of: id), frozenAt: frozenAt,
      requests: facts.requests.values.sorted {
        DisplayOrder(time: $0.time, id: $0.id, step: 0) < DisplayOrder(time: $1.time, id: $1.id, step: 0)
      },
      lapses: facts.lapses, lifeHeads: EntityLives.heads(of: facts.lives).sorted())
  }

  /// One field of one entity, nil when nothing was ever written to it.
  public func field(_ field: FieldName, of id: EntityID, schema: some MergeSchema) -> FieldView? {
    guard let facts = facts[id], let history = facts.fields[field] else { return nil }
    return FieldMerge.view(history, kind: schema.kind(of: field, in: facts.typePath), frozenAt: frozenAt(of: id))
  }
}
