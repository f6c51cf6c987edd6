import Crypto
public import SyncCore

extension ConstatServer {
  /// Creates the tenant of an empty ledger: its name, replicas and keys.
  /// - Throws: `LedgerFault.tenantExists` when there is one; whatever the ledger throws.
  public static func createTenant(
    ledger: any Ledger, tenant: TenantID, random: any RandomNumberGenerator & Sendable
  ) throws {
    var random = random
    let serverKey = bytes(32, &random)
    let publicKey = Array(try Curve25519.Signing.PrivateKey(rawRepresentation: serverKey).publicKey.rawRepresentation)
    let settings = TenantSettings(
      tenant: tenant, epoch: 1, serverReplica: ReplicaID(bits: random.next()), serverKey: serverKey, serverSeq: 0,
      publicListReplica: ReplicaID(bits: random.next()), publicListSeq: 0, bookmarkKey: bytes(32, &random),
      backedUpThrough: 0)
    try ledger.write { transaction in
      guard try transaction.settings() == nil else { throw LedgerFault.tenantExists }
      try transaction.put(settings)
      for (replica, user) in [(settings.serverReplica, UserID.server), (settings.publicListReplica, .publicList)] {
        // Owned from the start, so that no device can ever push under the server's names.
        try transaction.put(
          ReplicaOwner(replica: replica, device: replica, user: user, publicKey: publicKey))
      }
    }
  }

  static func bytes(_ count: Int, _ random: inout any RandomNumberGenerator & Sendable) -> [UInt8] {
    (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next() >> 32) }
  }
}
