public import AuditDesk
import AuditSchema
public import ReplicaStore
public import SyncCore

extension ReplicaStore {
  /// Saves what one intention comes to at a desk as one change by the profile's user: when this returns, the line is on
  /// the disk and in the outbox (law L1).
  ///
  /// The write names what the person's screen displayed: note that before with `shown`.
  /// - Parameters:
  ///   - stream: whole, or never met (a body created on the device).
  ///   - time: the device's wall clock, milliseconds since 1970 UTC.
  ///   - random: salts the line and names new entities.
  /// - Returns: the line, nil when the intention says nothing new.
  /// - Throws: `ReplicaStoreError`, and whatever `intention` throws; in both cases nothing was written.
  @discardableResult
  public func captureAtDesk(
    stream: StreamID, time: Int64, random: inout some RandomNumberGenerator,
    intention: (CaptureDesk) throws -> [Operation]
  ) throws -> ChangeLine? {
    let user = try identity.user
    let author = WriteAuthor(user: user, roles: try DirectoryView(fold(.directory)).roles(of: user))
    return try capture(stream: stream, time: time, random: &random) { context in
      try intention(
        CaptureDesk(
          fold: context.fold, author: author, seen: context.seen, shown: { context.shown($0, of: $1) },
          newEntity: { context.newEntity(type: $0, n: $1) }))
    }
  }
}
