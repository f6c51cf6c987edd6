extension ReplicaStore {
  /// The seq of the last own line, 0 before the first; cheap enough to be asked every second.
  public func lastOwnSeq() throws(ReplicaStoreError) -> Int {
    try reading { db in try IdentityTable.lastSeq(db) }
  }
}
