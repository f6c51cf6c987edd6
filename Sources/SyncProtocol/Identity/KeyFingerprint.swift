import SyncCore

/// A device's public key in short, for two people to compare by voice: the first 100 bits of its SHA-256 in Crockford's
/// base 32, five groups of four.
public struct KeyFingerprint: Sendable, Hashable, CustomStringConvertible {
  /// The groups, joined by dashes.
  public let description: String

  /// The fingerprint of a public key, 32 bytes.
  public init(_ publicKey: [UInt8]) {
    let bytes = Digest(of: publicKey).bytes
    func bits(_ range: Range<Int>) -> UInt64 { bytes[range].reduce(UInt64(0)) { $0 << 8 | UInt64($1) } }
    // 100 bits: 60, then the 40 after them.
    let digits =
      Crockford32.encode(bits(0..<8) >> 4, digits: 12)
      + Crockford32.encode((bits(7..<13) >> 4) & (1 << 40 - 1), digits: 8)
    description = stride(from: 0, to: 20, by: 4).map { String(digits.dropFirst($0).prefix(4)) }.joined(separator: "-")
  }
}
