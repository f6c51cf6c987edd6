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
  /// In the row of a device's first replica: the one whose key speaks for the device since the key was changed; nil
  /// before that, and in all other rows.
  public var keyHolder: ReplicaID?

  /// Takes over a stored owner.
  public init(
    replica: ReplicaID, device: ReplicaID, user: UserID, publicKey: [UInt8], keyHolder: ReplicaID? = nil
  ) {
    self.replica = replica
    self.device = device
    self.user = user
    self.publicKey = publicKey
    self.keyHolder = keyHolder
  }
}
