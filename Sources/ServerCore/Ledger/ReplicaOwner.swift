public import SyncCore

/// Whose a replica is: the device that joined with it, or that first pushed it.
public struct ReplicaOwner: Sendable, Equatable {
  /// The replica.
  public let replica: ReplicaID
  /// The replica the device joined with; the same for the first.
  public let device: ReplicaID
  /// The user the device acts for.
  public let user: UserID
  /// The Ed25519 key its seals are checked with, 32 bytes.
  public let publicKey: [UInt8]
  /// SHA-256 of the device's token; nil for the replicas it took later.
  public let tokenHash: Digest?

  /// Takes over a stored owner.
  public init(replica: ReplicaID, device: ReplicaID, user: UserID, publicKey: [UInt8], tokenHash: Digest?) {
    self.replica = replica
    self.device = device
    self.user = user
    self.publicKey = publicKey
    self.tokenHash = tokenHash
  }
}
