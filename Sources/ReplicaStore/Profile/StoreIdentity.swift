public import Crypto
public import SyncCore

/// Who a profile is, and whom it trusts: one certifier, one user, one device, one replica.
public struct StoreIdentity: Sendable {
  /// The certifier's workspace.
  public var tenant: TenantID
  /// The user the device acts for.
  public var user: UserID
  /// This incarnation of the store.
  public var replica: ReplicaID
  /// The server's base address.
  public var serverURL: String
  /// The replica the device's key was made known with: by the join, or by the last change of key.
  public var keyHolder: ReplicaID
  /// The life of the server's log the device knows of.
  public var epoch: Int
  /// The bearer token held last; empty when none was.
  public var token: String
  /// When the token ends by this device's clock, milliseconds since 1970 UTC.
  public var tokenExpires: Int64
  /// The device's signing key.
  public var deviceKey: Curve25519.Signing.PrivateKey
  /// The server's replica, which writes rulings.
  public var serverReplica: ReplicaID
  /// The key the server's replica seals with.
  public var serverKey: Curve25519.Signing.PublicKey

  /// Creates an identity.
  /// - Parameter keyHolder: nil where it is the replica itself.
  public init(
    tenant: TenantID, user: UserID, replica: ReplicaID, serverURL: String,
    deviceKey: Curve25519.Signing.PrivateKey, serverReplica: ReplicaID, serverKey: Curve25519.Signing.PublicKey,
    keyHolder: ReplicaID? = nil, epoch: Int = 1, token: String = "", tokenExpires: Int64 = 0
  ) {
    self.tenant = tenant
    self.user = user
    self.replica = replica
    self.serverURL = serverURL
    self.keyHolder = keyHolder ?? replica
    self.epoch = epoch
    self.token = token
    self.tokenExpires = tokenExpires
    self.deviceKey = deviceKey
    self.serverReplica = serverReplica
    self.serverKey = serverKey
  }
}

/// Finds the public key of the device a replica belongs to; nil while it is not known.
///
/// Called inside a transaction: it must answer from memory and not call the store.
public typealias DeviceKeyLookup = (ReplicaID) -> Curve25519.Signing.PublicKey?
