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
  /// The bearer token of the device.
  public var token: String
  /// The device's signing key.
  public var deviceKey: Curve25519.Signing.PrivateKey
  /// The server's replica, which writes rulings.
  public var serverReplica: ReplicaID
  /// The key the server's replica seals with.
  public var serverKey: Curve25519.Signing.PublicKey

  /// Creates an identity.
  public init(
    tenant: TenantID, user: UserID, replica: ReplicaID, serverURL: String, token: String,
    deviceKey: Curve25519.Signing.PrivateKey, serverReplica: ReplicaID, serverKey: Curve25519.Signing.PublicKey
  ) {
    self.tenant = tenant
    self.user = user
    self.replica = replica
    self.serverURL = serverURL
    self.token = token
    self.deviceKey = deviceKey
    self.serverReplica = serverReplica
    self.serverKey = serverKey
  }
}

/// Finds the public key of the device a replica belongs to; nil while it is not known.
///
/// Called inside a transaction: it must answer from memory and not call the store.
public typealias DeviceKeyLookup = (ReplicaID) -> Curve25519.Signing.PublicKey?
