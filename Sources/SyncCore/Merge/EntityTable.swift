/// A field of an entity: where a history lies in a fold.
struct FieldPlace: Hashable, Sendable {
  let entity: EntityID
  let field: FieldName
}

/// All entities of a fold, by id.
public struct EntityTable: Sendable, Sequence {
  let fold: StreamFold

  /// How many there are.
  public var count: Int { fold.facts.count }

  /// Their ids, in no order.
  public var keys: some Collection<EntityID> { fold.facts.keys }

  /// All that was ever said about one entity; nil when nothing was.
  public subscript(id: EntityID) -> EntityRecord? {
    fold.facts[id].map { EntityRecord(id: id, facts: $0, histories: fold.histories) }
  }

  /// The entities with their ids, in no order.
  public func makeIterator() -> some IteratorProtocol<(key: EntityID, value: EntityRecord)> {
    let histories = fold.histories
    return fold.facts.lazy.map { id, facts in
      (key: id, value: EntityRecord(id: id, facts: facts, histories: histories))
    }.makeIterator()
  }
}

/// All that was ever said about one entity, as sets.
public struct EntityRecord: Sendable {
  let id: EntityID
  let facts: EntityFacts
  let histories: [FieldPlace: FieldHistory]

  /// The history of each field.
  public var fields: FieldTable { FieldTable(entity: id, keys: facts.fields, histories: histories) }

  /// Requests of acts on the entity, by the change that asks.
  public var requests: [ChangeID: ActRequest] { facts.requests }

  /// Automatic effects.
  public var lapses: Set<Lapse> { facts.lapses }

  /// The changes that did something here other than delete.
  var touching: Set<ChangeID> {
    var changes = facts.touching
    for (_, history) in fields { changes.formUnion(history.changes) }
    return changes
  }
}

/// The histories of one entity's fields, by name.
public struct FieldTable: Sendable, Sequence {
  let entity: EntityID
  /// The names, in no order.
  public let keys: Set<FieldName>
  let histories: [FieldPlace: FieldHistory]

  /// The history of a field; nil when nothing was ever written to it.
  public subscript(field: FieldName) -> FieldHistory? { histories[FieldPlace(entity: entity, field: field)] }

  /// The fields with their names, in no order.
  public func makeIterator() -> some IteratorProtocol<(key: FieldName, value: FieldHistory)> {
    keys.lazy.compactMap { name in self[name].map { (key: name, value: $0) } }.makeIterator()
  }
}
