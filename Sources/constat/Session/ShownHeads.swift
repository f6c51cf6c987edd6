import AuditSchema
import SyncCore

extension StreamFold {
  /// The heads of a field, for noting what a screen displayed.
  func heads(_ field: FieldName, of entity: EntityID) -> [ChangeID] {
    self.field(field, of: entity, schema: AuditSchema.current)?.over ?? []
  }
}
