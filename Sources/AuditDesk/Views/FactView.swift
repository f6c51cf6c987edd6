import AuditSchema
public import SyncCore

/// A value with where it comes from: who said it, on which device, when by their clock.
public struct FactView: Sendable {
  /// The value shown.
  public let value: JSONValue?
  /// The write it comes from, the last in display order where several agree.
  public let source: Write?
  /// Whether other values stand against it.
  public let isDisputed: Bool

  /// Reads a field.
  public init(_ field: FieldName, of entity: EntityID, in fold: StreamFold) {
    let view = fold.field(field, of: entity, schema: AuditSchema.current)
    value = view?.shown
    source = view?.heads.last { $0.value == view?.shown } ?? view?.heads.last
    isDisputed = view?.conflict != nil
  }
}
