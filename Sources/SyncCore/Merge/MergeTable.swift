/// A merge table as data, the form `Protocol/table.json` has: kinds of fields by type path, nothing of rights or words.
public struct MergeTable: MergeSchema, Hashable {
  /// Most bytes of a table as a file.
  public static let bytesMax = 1_048_576

  /// The version of the table, part of the state digest.
  public let version: Int
  /// The kind of each field, by the type path of its entity.
  public let types: [String: [FieldName: MergeKind]]

  /// Takes over kinds by type path and field.
  public init(version: Int, types: [String: [FieldName: MergeKind]]) {
    self.version = version
    self.types = types
  }

  /// The kind of a field; nil for one the table does not know.
  public func kind(of field: FieldName, in typePath: String) -> MergeKind? { types[typePath]?[field] }
}
