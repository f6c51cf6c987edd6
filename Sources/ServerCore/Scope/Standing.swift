import AuditModel
import AuditSchema
import SyncCore

/// What a user may do at one position of the log: roles from the directory, scope from the assignments.
struct Standing {
  let user: UserID
  let roles: Set<Role>
  /// False for a revoked device or a user no longer active: pushes go to quarantine, nothing is sent.
  let mayWork: Bool
  var scope: Scope
  /// Streams that went to a colleague while the device was away, and that this push may still write to.
  var handedOn: Set<StreamID> = []
  /// Another tool's account: it opens no streams, and without a word for all of them it sees those named for it alone.
  let service: ServiceAccount?

  private static let seeingAll: Set<Role> = [.office, .inspector, .administrator, .decider, .committee, .reviewer]

  init(user: UserID, device: ReplicaID, directory: DirectoryView, assignments: AssignmentView) {
    self.user = user
    let isActive = directory.isActive(user) && !(directory.device(device)?.isRevoked ?? true)
    roles = isActive ? directory.roles(of: user) : []
    mayWork = isActive
    service = directory.service(user)
    if !isActive {
      scope = Scope(.listed([]))
    } else if service == .listed {
      scope = Scope(.listed(Set(assignments.streams(of: user).flatMap(Scope.whole)).union([.directory])))
    } else if !roles.isDisjoint(with: Self.seeingAll) {
      scope = Scope(.all(office: roles.contains(.office) || roles.contains(.administrator)))
    } else {
      var streams: Set<StreamID> = [.directory]
      if roles.contains(.auditor) {
        for stream in assignments.streams(of: user) where stream != .office { streams.formUnion(Scope.whole(stream)) }
      }
      scope = Scope(.listed(streams))
    }
  }

  /// Whether the user may write a stream nobody has written yet: the office any, an auditor an unplanned one.
  var mayOpenStreams: Bool {
    service == nil && (roles.contains(.office) || roles.contains(.auditor))
  }

  /// Whether every dossier and organisation may be written, begun or not.
  var mayWriteAll: Bool { service == nil && roles.contains(.office) }

  /// Whether a stream the user opens has to be assigned for them to see it.
  var needsAssignment: Bool {
    if case .listed = scope.extent { true } else { false }
  }
}
