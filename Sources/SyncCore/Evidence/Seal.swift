public import Crypto

/// A device's Ed25519 signature of a link: who holds the device's public key can prove every line up to it.
public struct Seal: Hashable, Sendable {
  /// The stream sealed.
  public let stream: StreamID
  /// The last change covered.
  public let through: ChangeID
  /// The 64 bytes of the signature.
  public let signature: [UInt8]

  /// Takes over a received seal; nil unless the signature has 64 bytes.
  public init?(stream: StreamID, through: ChangeID, signature: [UInt8]) {
    guard signature.count == 64 else { return nil }
    self.stream = stream
    self.through = through
    self.signature = signature
  }

  /// Signs a link.
  /// - Throws: what the key throws; Ed25519 signing of a fixed-size message does not fail in practice.
  public init(stream: StreamID, through: ChangeID, link: Link, key: Curve25519.Signing.PrivateKey) throws {
    self.stream = stream
    self.through = through
    signature = Array(try key.signature(for: Self.message(link)))
  }

  /// Whether the signature is that key's over that link.
  public func verifies(link: Link, key: Curve25519.Signing.PublicKey) -> Bool {
    key.isValidSignature(signature, for: Self.message(link))
  }

  /// What is signed: "constat.seal" 00 ‖ link; the link commits to tenant, stream, replica, seqs and lines.
  private static func message(_ link: Link) -> [UInt8] {
    Array("constat.seal".utf8) + [0] + link.digest.bytes
  }
}
