public import ServerCore

extension ConstatServer: SyncService {
  /// Whether the ledger answers; `storageFault` says why not.
  public func isReadable() -> Bool {
    refresh()
    return storageFault == nil
  }
}
