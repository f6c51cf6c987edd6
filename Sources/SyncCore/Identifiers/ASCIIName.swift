/// The character classes identifiers are made of: ASCII only, so that order and equality of texts are those of bytes.
enum ASCIIName {
  static func isLower(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }

  static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    isLower(byte) || (byte >= 0x41 && byte <= 0x5A) || (byte >= 0x30 && byte <= 0x39)
  }

  /// Whether the bytes are `[A-Za-z0-9._-]{1,64}`.
  static func isLocalName(_ bytes: some Collection<UInt8>) -> Bool {
    (1...64).contains(bytes.count)
      && bytes.allSatisfy { isLetterOrDigit($0) || $0 == 0x2E || $0 == 0x5F || $0 == 0x2D }
  }

  /// Whether the bytes are `[a-z]{1,32}`.
  static func isTypeWord(_ bytes: some Collection<UInt8>) -> Bool {
    (1...32).contains(bytes.count) && bytes.allSatisfy(isLower)
  }

  /// Whether the bytes are `[a-z][A-Za-z0-9.-]{0,63}`.
  static func isFieldName(_ bytes: some Collection<UInt8>) -> Bool {
    guard let first = bytes.first, isLower(first), bytes.count <= 64 else { return false }
    return bytes.allSatisfy { isLetterOrDigit($0) || $0 == 0x2E || $0 == 0x2D }
  }
}
