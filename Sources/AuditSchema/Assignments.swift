import AuditModel
public import SyncCore

/// Who sees which dossier, read from the office's stream.
public struct AssignmentView: Sendable {
  private let fold: StreamFold

  /// Reads a fold of the office's stream.
  public init(_ fold: StreamFold) { self.fold = fold }

  /// The streams a user is assigned to.
  public func streams(of user: UserID) -> Set<StreamID> {
    guard let id = AuditNames.assignment(user),
      let members = fold.field("streams", of: id, schema: AuditSchema.current)?.members
    else { return [] }
    return Set(members.compactMap { $0.value.text.flatMap { StreamID($0) } })
  }
}

/// The steps that write assignments.
public enum AssignmentOperations {
  /// Assigns a user to streams.
  public static func assign(user: UserID, streams: Set<StreamID>) -> [Operation] {
    guard let id = AuditNames.assignment(user) else { return [] }
    return streams.sorted().map { .add("streams", on: id, value: .string($0.description)) }
  }
}
