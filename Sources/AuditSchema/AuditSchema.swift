import AuditModel
public import SyncCore

/// The one merge table of Constat: entity types, their fields, kinds, writers and settlers (DESIGN §5).
///
/// Client and server read this same table; `Protocol/model.md` prints it and a test compares the two.
public struct AuditSchema: MergeSchema {
  /// The table of this version.
  public static let current = AuditSchema()

  /// Raised whenever a row changes what is visible of a set of changes.
  public let version = 1
  /// The entity types, by stream and then as declared.
  public let types: [EntityType]
  private let rows: [String: [FieldName: FieldRule]]

  private init() {
    types = OrganisationTypes.all + DossierTypes.all + CertificationTypes.all + OfficeTypes.all
    rows = Dictionary(
      uniqueKeysWithValues: types.map { type in
        (type.path, Dictionary(uniqueKeysWithValues: type.fields.map { ($0.name, $0) }))
      })
  }

  /// The row of a field; nil for one of a newer version.
  public func rule(of field: FieldName, in typePath: String) -> FieldRule? { rows[typePath]?[field] }

  /// The type by path; nil for one of a newer version.
  public func type(_ path: String) -> EntityType? { types.first { $0.path == path } }

  /// The kind of a field; nil for one of a newer version.
  public func kind(of field: FieldName, in typePath: String) -> MergeKind? { rule(of: field, in: typePath)?.kind }
}
