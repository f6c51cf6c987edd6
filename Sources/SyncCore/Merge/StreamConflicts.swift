/// A conflict with the place where it stands.
public struct PlacedConflict: Sendable, Hashable {
  /// The entity.
  public let entity: EntityID
  /// The field; nil when the entity's deletion is disputed.
  public let field: FieldName?
  /// The values against each other; nil when the entity's deletion is disputed.
  public let conflict: FieldConflict?
}

extension StreamFold {
  /// All conflicts a person has to settle, by entity, then field.
  public func conflicts(schema: some MergeSchema) -> [PlacedConflict] {
    var found: [PlacedConflict] = []
    var lives = EntityLives(self)
    for id in entities.keys.sorted() {
      let life = lives.life(of: id)
      if life == .deleted { continue }
      if case .disputed = life { found.append(PlacedConflict(entity: id, field: nil, conflict: nil)) }
      guard let facts = facts[id] else { continue }
      for field in facts.fields.names.sorted() {
        guard let conflict = self.field(field, of: id, schema: schema)?.conflict else { continue }
        found.append(PlacedConflict(entity: id, field: field, conflict: conflict))
      }
    }
    return found
  }

  /// Late writes not shown as values, by entity, then field.
  public func lateWrites(schema: some MergeSchema) -> [(entity: EntityID, field: FieldName, write: Write)] {
    entities.keys.sorted().flatMap { id in
      (facts[id]?.fields.names.sorted() ?? []).flatMap { name in
        (field(name, of: id, schema: schema)?.late ?? []).map { (id, name, $0) }
      }
    }
  }
}
