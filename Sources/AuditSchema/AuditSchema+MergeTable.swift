public import SyncCore

extension AuditSchema {
  /// What the merge reads of the table, as `Protocol/table.json` prints it for other implementations.
  public var mergeTable: MergeTable {
    MergeTable(
      version: version,
      types: Dictionary(
        uniqueKeysWithValues: types.map { type in
          (type.path, Dictionary(uniqueKeysWithValues: type.fields.map { ($0.name, $0.kind) }))
        }))
  }
}
