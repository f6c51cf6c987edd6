public import Crypto
public import ReplicaStore
public import SyncCore
public import SyncProtocol

/// Signs what a device says of itself when it asks for a token.
public struct DeviceSigner: Sendable {
  private let tenant: TenantID
  private let replica: ReplicaID
  private let epoch: Int
  private let key: Curve25519.Signing.PrivateKey

  /// Creates a signer.
  /// - Parameters:
  ///   - replica: the one the key was made known with.
  ///   - epoch: the life of the server's log the device knows of.
  public init(tenant: TenantID, replica: ReplicaID, epoch: Int, key: Curve25519.Signing.PrivateKey) {
    self.tenant = tenant
    self.replica = replica
    self.epoch = epoch
    self.key = key
  }

  /// The signer of a profile.
  public init(_ identity: StoreIdentity) {
    self.init(
      tenant: identity.tenant, replica: identity.keyHolder, epoch: identity.epoch, key: identity.deviceKey)
  }

  /// A request of a token.
  /// - Parameters:
  ///   - time: the server's clock as far as it is known, milliseconds since 1970 UTC.
  ///   - id: 1 to 64 of `A–Z a–z 0–9 - _`, used for no other assertion of the device.
  /// - Throws: what the key throws; Ed25519 signing does not fail in practice.
  public func request(at time: Int64, id: String, nonce: String? = nil) throws -> TokenRequest {
    // Milliseconds are cut off: an assertion is never from the future of a clock that agrees.
    let issued = time / 1_000
    let assertion = TokenAssertion(
      replica: replica, tenant: tenant, epoch: epoch, issued: issued,
      expires: issued + Int64(ProtocolLimits.assertionSecondsMax), id: id, nonce: nonce)
    return TokenRequest(assertion: assertion.text(signature: Array(try key.signature(for: assertion.signedPart))))
  }

  /// An id nobody has used, of 128 bits.
  public static func freshID(_ random: inout some RandomNumberGenerator) -> String {
    Crockford32.encode(high: random.next(), low: random.next())
  }
}
