import AuditSchema
import Crypto
import SyncCore

extension TenantSettings {
  /// The replica a user's edits in the browser are written as: one for each user, so that the log says who and by which
  /// door; its key is the server's (DESIGN §3, console edits).
  ///
  /// Drawn from names and not from chance, so that every process knows it. Another server replica makes others.
  func consoleReplica(of user: UserID) -> ReplicaID {
    let name = "constat.console\n\(tenant)\n\(serverReplica)\n\(user)"
    return ReplicaID(
      bits: SyncCore.Digest(of: Array(name.utf8)).bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
  }
}

extension Workspace {
  /// Enters a user's console among their devices, once: it can be revoked like any other.
  func introduceConsole(of user: UserID) throws {
    let replica = settings.consoleReplica(of: user)
    guard try ledger.owner(replica) == nil else { return }
    let key = try Curve25519.Signing.PrivateKey(rawRepresentation: settings.serverKey)
    let publicKey = Array(key.publicKey.rawRepresentation)
    // Its key is the server's, so that nobody gets a token by it: nobody can push under its name from outside.
    try ledger.put(ReplicaOwner(replica: replica, device: replica, user: user, publicKey: publicKey))
    try write(
      DirectoryOperations.device(replica: replica, user: user, publicKey: publicKey), in: .directory, as: .server)
  }
}

extension DirectoryView {
  /// Whether a user's console has not been revoked, as a device can be.
  func mayUseConsole(_ user: UserID, settings: TenantSettings) -> Bool {
    !(device(settings.consoleReplica(of: user))?.isRevoked ?? false)
  }
}
