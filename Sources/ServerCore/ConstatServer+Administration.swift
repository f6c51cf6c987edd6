public import AuditModel
import AuditSchema
public import SyncCore
import SyncProtocol

extension ConstatServer {
  /// Enters a person into the directory.
  /// - Throws: `ChangeFault` for a name that fits no line; whatever the ledger throws.
  public func addUser(name: String, roles: Set<Role>) throws -> UserID {
    try write { workspace in
      let user = Self.drawUser(&workspace.random)
      try workspace.write(DirectoryOperations.person(user: user, name: name, roles: roles), in: .directory, as: .server)
      return user
    }
  }

  /// Draws a one-time code for a device of a user, good for `ProtocolLimits.joinCodeSecondsMax`.
  /// - Returns: the code in groups, shown this once, and when it ends, milliseconds since 1970 UTC.
  /// - Throws: `AdministrationFault.unknownUser`; whatever the ledger throws.
  public func invite(_ user: UserID) throws -> (code: String, expires: Int64) {
    try write { workspace in
      guard try workspace.folds.directory(workspace.ledger).isActive(user) else {
        throw AdministrationFault.unknownUser(user)
      }
      let code = try workspace.invite(user)
      return (code.shown, code.expires)
    }
  }

  /// Assigns streams to a user, beside those they have.
  /// - Throws: `AdministrationFault`; whatever the ledger throws.
  public func assign(_ user: UserID, streams: Set<StreamID>) throws {
    try write { workspace in
      guard try workspace.folds.directory(workspace.ledger).isActive(user) else {
        throw AdministrationFault.unknownUser(user)
      }
      for stream in streams.sorted() { try Self.requireAssignable(stream) }
      let held = try workspace.folds.assignments(workspace.ledger).streams(of: user)
      try workspace.assign(user, streams: streams.subtracting(held))
    }
  }

  /// Takes streams from one user and gives them to another, in one change each: what the first one's devices still hold of
  /// them is admitted when they come back, and they are told to let go.
  /// - Throws: `AdministrationFault`, and nothing happened; whatever the ledger throws.
  public func handOn(_ streams: Set<StreamID>, from: UserID, to: UserID) throws {
    try write { workspace in
      guard try workspace.folds.directory(workspace.ledger).isActive(to) else {
        throw AdministrationFault.unknownUser(to)
      }
      let additions = try workspace.folds.assignments(workspace.ledger).additions(of: from)
      for stream in streams.sorted() {
        guard let over = additions[stream] else { throw AdministrationFault.notAssigned(stream, from) }
        try workspace.write(
          AssignmentOperations.handOn(stream, from: from, to: to, over: over), in: .office, as: .server)
      }
    }
  }

  /// The lines kept aside, in order of arrival, beyond a row number.
  public func quarantine(after number: Int = 0, limit: Int = 1_000) throws -> [QuarantineRow] {
    try ledger.read { try $0.quarantine(after: number, limit: limit) }
  }

  /// The digest of each stream's set of accepted lines: equal digests, equal sets.
  ///
  /// Empty, with `storageFault` saying why, when the ledger cannot be read.
  public func setDigests() -> [StreamID: Digest] {
    noting([:]) {
      try ledger.read { ledger in
        var digests: [StreamID: Digest] = [:]
        for record in try ledger.streams(firstAfter: 0) {
          digests[record.stream] = Frontier(chains: try ledger.chains(record.stream)).setDigest
        }
        return digests
      }
    }
  }
}

/// Why an administrator's command was not carried out: nothing of it happened.
public enum AdministrationFault: Error, Sendable, Equatable, CustomStringConvertible {
  /// Nobody active by that id.
  case unknownUser(UserID)
  /// No device by that replica.
  case unknownDevice(ReplicaID)
  /// More streams than one service account takes.
  case tooManyStreams
  /// A stream nobody is assigned to: only dossiers and organisations are.
  case notAssignable(StreamID)
  /// A stream the user does not hold, so nobody can take it over from them.
  case notAssigned(StreamID, UserID)

  /// One sentence for a person.
  public var description: String {
    switch self {
    case .unknownUser(let user): "Nobody active is known as \(user). List the users to find the right id."
    case .notAssigned(let stream, let user):
      "\(stream) is not assigned to \(user), so it cannot be handed on. List what they hold, or assign it outright."
    case .unknownDevice(let replica): "No device is known by \(replica). List the devices to find the right one."
    case .tooManyStreams:
      "One service account takes at most \(ServerLimits.serviceStreamsMax) streams. Name none to give it all its role sees."
    case .notAssignable(let stream):
      "\(stream) cannot be assigned: name an organisation or a dossier, such as dossier.qualiopi.<siren>."
    }
  }
}
