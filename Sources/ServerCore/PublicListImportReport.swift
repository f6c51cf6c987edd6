/// What an import of the public list did, or would do.
public struct PublicListImportReport: Sendable {
  /// The figures of the file and of its comparison with the reference.
  public let summary: PublicListSummary
  /// Whether the import may go on, and which limits stand against it.
  public let verdict: PublicListVerdict
  /// Whether the reference was changed; false for a dry run and for a refused mass change.
  public let isImported: Bool
  /// Organisation streams whose facts changed.
  public let streamsChanged: Int
  /// Changes written to them.
  public let changesWritten: Int
}
