public import AuditModel
import AuditSchema
public import SyncCore
import SyncProtocol

extension ConstatServer {
  /// Makes an account for another tool: it joins by code like a device, and its roles and streams are fixed here.
  /// - Parameters:
  ///   - streams: what it sees and may write beside the directory; none for all that its roles see.
  /// - Returns: its user, the one-time code, and when that ends, milliseconds since 1970 UTC.
  /// - Throws: `AdministrationFault`; `ChangeFault` for a name that fits no line; whatever the ledger throws.
  public func addService(
    name: String, roles: Set<Role>, streams: Set<StreamID>
  ) throws -> (user: UserID, code: String, expires: Int64) {
    try write { workspace in
      for stream in streams.sorted() { try Self.requireAssignable(stream) }
      guard streams.count <= ServerLimits.serviceStreamsMax else { throw AdministrationFault.tooManyStreams }
      let user = Self.drawUser(&workspace.random)
      try workspace.write(
        DirectoryOperations.service(
          user: user, name: name, roles: roles, extent: streams.isEmpty ? .all : .listed),
        in: .directory, as: .server)
      try workspace.assign(user, streams: streams)
      let code = try workspace.invite(user)
      return (user, code.shown, code.expires)
    }
  }

  static func drawUser(_ random: inout any RandomNumberGenerator & Sendable) -> UserID {
    guard let user = UserID("u-" + Crockford32.encode(random.next(), digits: 13)) else {
      preconditionFailure("a user id is made of base 32 digits")
    }
    return user
  }

  static func requireAssignable(_ stream: StreamID) throws {
    switch stream.family {
    case .organisation, .dossier:
      guard Admission.isOfUse(stream) else { throw AdministrationFault.notAssignable(stream) }
    case .office, .directory, .other: throw AdministrationFault.notAssignable(stream)
    }
  }
}

extension Workspace {
  /// Draws a one-time code for a device of a user.
  func invite(_ user: UserID) throws -> (shown: String, expires: Int64) {
    let code = InvitationCode(random: &random)
    let expires = now + Int64(ProtocolLimits.joinCodeSecondsMax) * 1_000
    try ledger.put(JoinCode(hash: code.hash, user: user, expires: expires, usedBy: nil))
    return (code.shown, expires)
  }
}
