public import Crypto
public import SyncCore
public import SyncProtocol

/// What a device sends for a token, put together from the protocol alone, so that every part of it can be made wrong.
public struct TestSignIn {
  /// What is claimed.
  public var assertion: TokenAssertion
  /// What it is signed with.
  public var key: Curve25519.Signing.PrivateKey

  /// An assertion signed at a moment, seconds since 1970 UTC.
  public init(
    _ answer: JoinAnswer, replica: ReplicaID, key: Curve25519.Signing.PrivateKey, at time: Int64, id: String = "one",
    nonce: String? = nil
  ) {
    assertion = TokenAssertion(
      replica: replica, tenant: answer.tenant, epoch: answer.epoch, issued: time,
      expires: time + Int64(ProtocolLimits.assertionSecondsMax), id: id, nonce: nonce)
    self.key = key
  }

  /// The body of the request.
  public var body: [UInt8] {
    get throws {
      TokenRequest(assertion: assertion.text(signature: Array(try key.signature(for: assertion.signedPart)))).body
    }
  }
}
