public import ServerCore

extension ConstatServer: SyncService {
  /// The version of the merge table of this build.
  public nonisolated var schemaVersion: Int { Self.mergeTableVersion }

  /// Whether the ledger answers; `storageFault` says why not.
  public func isReadable() -> Bool {
    refresh()
    return storageFault == nil
  }
}
