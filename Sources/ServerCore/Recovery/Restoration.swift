import AuditSchema
import Crypto
import SyncCore
import SyncProtocol

/// Begins another life of a log that was set back: a new epoch, new replicas of the server, and recovering until an
/// administrator ends it (DESIGN §8).
///
/// The old replicas may have written more than is held: going on under their names would fork them.
struct Restoration {
  let workspace: Workspace

  /// Everything in the transaction at hand.
  /// - Parameter above: an epoch that was in use already.
  func begin(_ cause: RecoveryState.Cause, above: Int) throws {
    let settings = workspace.settings
    let from = workspace.tip.position
    let begun = TenantSettings(
      tenant: settings.tenant, epoch: max(settings.epoch, above) + 1,
      serverReplica: ReplicaID(bits: workspace.random.next()), serverKey: settings.serverKey, serverSeq: 0,
      publicListReplica: ReplicaID(bits: workspace.random.next()), publicListSeq: 0,
      bookmarkKey: settings.bookmarkKey,
      // What is held came from a backup, or is all there is.
      backedUpThrough: cause == .restored ? from : min(settings.backedUpThrough, from), sweptOn: settings.sweptOn,
      recovery: RecoveryState(cause: cause, since: workspace.now, from: from))
    workspace.replace(settings: begun)
    let key = try Curve25519.Signing.PrivateKey(rawRepresentation: settings.serverKey)
    for (replica, user) in [(begun.serverReplica, UserID.server), (begun.publicListReplica, .publicList)] {
      try workspace.ledger.put(
        ReplicaOwner(
          replica: replica, device: replica, user: user, publicKey: Array(key.publicKey.rawRepresentation)))
    }
    try workspace.introduceServer()
    // Consoles go by the server's replica: whoever is signed in does so again, and gets the new one.
    try workspace.ledger.removeSessions(endedBy: .max)
  }
}

extension Workspace {
  /// Refuses what would conclude anything from a log that is not whole.
  func requireNotRecovering() throws {
    if settings.recovery != nil { throw ProblemAnswer.recovering }
  }

  /// Whether a replica is the server's own or the public list's, of this life of the log or an earlier one.
  func isServers(_ replica: ReplicaID) throws -> Bool {
    guard let user = try ledger.owner(replica)?.user else { return false }
    return user == .server || user == .publicList
  }
}

extension ProblemAnswer {
  static var recovering: ProblemAnswer {
    ProblemAnswer(
      .recovering,
      "The server came back from a backup and waits for what its devices hold. Nothing was taken; sync, and send again "
        + "when the administrator has ended the recovery.")
  }
}
