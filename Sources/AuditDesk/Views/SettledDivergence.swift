import AuditSchema
public import SyncCore

/// A field that diverged and no longer does: what stood against what, who decided and why, for whoever comes by it
/// afterwards.
public struct SettledDivergence: Sendable {
  /// The entity.
  public let entity: EntityID
  /// The field.
  public let field: FieldName
  /// What the field shows now.
  public let shown: JSONValue?
  /// The last write that settled; nil when the authors came to say the same by themselves.
  public let settling: Write?
  /// The writes that stood against each other, in display order.
  public let alternatives: [Write]

  private init?(entity: EntityID, field: FieldName, history: FieldHistory, fold: StreamFold) {
    let schema = AuditSchema.current
    guard schema.kind(of: field, in: entity.typePath).map({ $0 != .machine }) ?? true,
      let view = fold.field(field, of: entity, schema: schema), view.conflict == nil
    else { return nil }
    let settling = history.settlings.max { $0.order < $1.order }
    guard settling != nil || view.heads.count > 1 else { return nil }
    self.entity = entity
    self.field = field
    shown = view.shown
    self.settling = settling
    alternatives =
      settling.map { $0.over.compactMap { history.writes[$0] }.sorted { $0.order < $1.order } } ?? view.heads
  }

  /// The fields a person settled, of an entity and of all below it, in the order they were settled; one that diverges
  /// again is open, and not among them.
  public static func all(in fold: StreamFold, atOrBelow top: EntityID) -> [SettledDivergence] {
    var settled: [(found: SettledDivergence, order: DisplayOrder)] = []
    for (id, record) in fold.entities where id == top || id.isBelow(top) {
      for (name, history) in record.fields {
        guard let found = SettledDivergence(entity: id, field: name, history: history, fold: fold),
          let order = found.settling?.order
        else { continue }
        settled.append((found, order))
      }
    }
    return settled.sorted { $0.order < $1.order }.map(\.found)
  }

  /// Finds one by its short name; nil when nothing of that name ever diverged, or when it still does.
  ///
  /// Every field of the stream with two writes or more is named once: a few thousand digests at most.
  public static func find(_ id: String, in fold: StreamFold) -> SettledDivergence? {
    for (entity, record) in fold.entities {
      for (field, history) in record.fields
      where history.writes.count > 1 && Divergence.id(fold.stream, entity, field) == id {
        return SettledDivergence(entity: entity, field: field, history: history, fold: fold)
      }
    }
    return nil
  }

  /// Finds the entity whose disputed deletion has a short name, whether it is still disputed or not.
  public static func entity(disputed id: String, in fold: StreamFold) -> EntityID? {
    fold.entities.keys.first { Divergence.id(fold.stream, $0, nil) == id }
  }
}

extension FieldHistory {
  /// The writes made over two or more different values.
  var settlings: [Write] {
    writes.values.filter { write in Set(write.over.compactMap { writes[$0]?.value }).count > 1 }
  }
}
