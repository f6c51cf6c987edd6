import AuditSchema
import SyncCore

extension Workspace {
  /// Writes assignments, in as many changes as the bound of steps asks for.
  func assign(_ user: UserID, streams: Set<StreamID>) throws {
    let operations = AssignmentOperations.assign(user: user, streams: streams)
    for start in stride(from: 0, to: operations.count, by: ServerLimits.assignmentStepsMax) {
      try write(
        Array(operations[start..<min(start + ServerLimits.assignmentStepsMax, operations.count)]), in: .office,
        as: .server)
    }
  }
}
