import AuditSchema
import SyncCore

/// Fields of an entity as guards read them.
struct FieldReading {
  let fold: StreamFold
  let entity: EntityID

  func view(_ field: FieldName) -> FieldView? { fold.field(field, of: entity, schema: AuditSchema.current) }

  /// A field read through a conversion; a value the conversion refuses counts as absent.
  func reading<Value>(_ field: FieldName, _ convert: (JSONValue) -> Value?) -> FactReading<Value> {
    guard let view = view(field) else { return .absent }
    if let conflict = view.conflict { return .inConflict(conflict.values.compactMap(convert)) }
    return view.shown.flatMap(convert).map { .settled($0) } ?? .absent
  }

  func text(_ field: FieldName) -> String? { view(field)?.shown?.text }

  func texts(_ set: FieldName) -> [String] { (view(set)?.members ?? []).compactMap { $0.value.text } }
}
