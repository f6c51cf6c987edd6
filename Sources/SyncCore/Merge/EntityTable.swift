/// All entities of a fold, by id.
public struct EntityTable: Sendable, Sequence {
  let facts: [EntityID: EntityFacts]

  /// How many there are.
  public var count: Int { facts.count }

  /// Their ids, in no order.
  public var keys: some Collection<EntityID> { facts.keys }

  /// All that was ever said about one entity; nil when nothing was.
  public subscript(id: EntityID) -> EntityRecord? { facts[id].map { EntityRecord(facts: $0) } }

  /// The entities with their ids, in no order.
  public func makeIterator() -> some IteratorProtocol<(key: EntityID, value: EntityRecord)> {
    facts.lazy.map { id, facts in (key: id, value: EntityRecord(facts: facts)) }.makeIterator()
  }
}

/// All that was ever said about one entity, as sets.
public struct EntityRecord: Sendable {
  let facts: EntityFacts

  /// The history of each field.
  public var fields: FieldTable { FieldTable(shelf: facts.fields) }

  /// Requests of acts on the entity, by the change that asks.
  public var requests: [ChangeID: ActRequest] { facts.requests }

  /// Automatic effects.
  public var lapses: Set<Lapse> { facts.lapses }

  /// The changes that did something here other than delete.
  var touching: Set<ChangeID> {
    var changes = facts.touching
    for entry in facts.fields.entries { changes.formUnion(entry.history.changes) }
    return changes
  }
}

/// The histories of one entity's fields, by name.
public struct FieldTable: Sendable, Sequence {
  let shelf: FieldShelf

  /// The names, in no order.
  public var keys: some Collection<FieldName> { shelf.names }

  /// The history of a field; nil when nothing was ever written to it.
  public subscript(field: FieldName) -> FieldHistory? { shelf[field] }

  /// The fields with their names, in no order.
  public func makeIterator() -> some IteratorProtocol<(key: FieldName, value: FieldHistory)> {
    shelf.entries.lazy.map { (key: $0.name, value: $0.history) }.makeIterator()
  }
}
