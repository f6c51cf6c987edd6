import Crypto
import JWTKit
import SyncProtocol

/// Checks the signature of an assertion whose header and claims the strict reader has let through.
///
/// The collection holds one key and knows one algorithm: nothing the header says can choose another.
enum AssertionSignature {
  private struct Claims: JWTPayload {
    let jti: String

    func verify(using algorithm: some JWTAlgorithm) async throws {
      guard algorithm.name == "EdDSA" else {
        throw JWTError.claimVerificationFailure(failedClaim: IDClaim(value: jti), reason: "another algorithm")
      }
    }
  }

  /// Whether a text was signed with the private half of an Ed25519 key.
  static func verifies(_ text: String, publicKey: [UInt8]) async -> Bool {
    do {
      let key = EdDSA.PublicKey(backing: try Curve25519.Signing.PublicKey(rawRepresentation: publicKey))
      let keys = await JWTKeyCollection().add(eddsa: key)
      _ = try await keys.verify(text, as: Claims.self)
      return true
    } catch {
      return false  // why a signature fails is nobody's business
    }
  }
}
