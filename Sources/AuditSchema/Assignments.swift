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

  /// The changes that assigned each stream of a user and that nobody took back.
  public func additions(of user: UserID) -> [StreamID: [ChangeID]] {
    let members =
      AuditNames.assignment(user).flatMap { fold.field("streams", of: $0, schema: AuditSchema.current)?.members } ?? []
    var additions: [StreamID: [ChangeID]] = [:]
    for member in members {
      if let stream = member.value.text.flatMap({ StreamID($0) }) { additions[stream] = member.additions }
    }
    return additions
  }
}

/// The steps that write assignments.
public enum AssignmentOperations {
  /// Assigns a user to streams.
  public static func assign(user: UserID, streams: Set<StreamID>) -> [Operation] {
    guard let id = AuditNames.assignment(user) else { return [] }
    return streams.sorted().map { .add("streams", on: id, value: .string($0.description)) }
  }

  /// Takes a stream from one user and gives it to another in one change: work the first still holds is then admitted when
  /// their device comes back (DESIGN §7).
  /// - Parameter over: the changes that had assigned it to the first.
  public static func handOn(_ stream: StreamID, from: UserID, to: UserID, over: [ChangeID]) -> [Operation] {
    guard let source = AuditNames.assignment(from), let target = AuditNames.assignment(to) else { return [] }
    let value = JSONValue.string(stream.description)
    return [
      .remove("streams", on: source, value: value, over: over), .add("streams", on: target, value: value),
    ]
  }
}
