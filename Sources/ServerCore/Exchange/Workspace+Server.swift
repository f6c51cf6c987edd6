import AuditSchema
import Crypto
import SyncCore

extension Workspace {
  /// Writes the server's two replicas and their key into the directory once, so that every reader can check their seals.
  func introduceServer() throws {
    let directory = try folds.directory(ledger)
    guard directory.device(settings.serverReplica) == nil else { return }
    let key = try Curve25519.Signing.PrivateKey(rawRepresentation: settings.serverKey)
    let publicKey = Array(key.publicKey.rawRepresentation)
    try write(
      DirectoryOperations.device(replica: settings.serverReplica, user: .server, publicKey: publicKey)
        + DirectoryOperations.device(replica: settings.publicListReplica, user: .publicList, publicKey: publicKey),
      in: .directory, as: .server)
  }

  /// What a user may do now.
  func standing(of user: UserID, device: ReplicaID) throws -> Standing {
    try folds.standing(of: user, device: device, ledger)
  }
}
