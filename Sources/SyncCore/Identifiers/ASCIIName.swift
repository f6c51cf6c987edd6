/// The character classes identifiers are made of: ASCII only, so that order and equality of texts are those of bytes.
enum ASCIIName {
  /// The classes of each byte, one bit each: lower-case letter, letter or digit, byte of a name, byte of a field name.
  private static let classes: [UInt8] = (0...255).map { byte in
    let isLower = (0x61...0x7A).contains(byte)
    let isLetterOrDigit = isLower || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
    let isOfField = isLetterOrDigit || byte == 0x2E || byte == 0x2D
    return (isLower ? 1 : 0) | (isLetterOrDigit ? 2 : 0) | (isOfField || byte == 0x5F ? 4 : 0) | (isOfField ? 8 : 0)
  }

  static func isLetterOrDigit(_ byte: UInt8) -> Bool { classes[Int(byte)] & 2 != 0 }

  /// Whether the bytes are `[A-Za-z0-9._-]{1,64}`.
  static func isLocalName(_ bytes: some Collection<UInt8>) -> Bool { areAll(bytes, 4, countMax: 64) }

  /// Whether the bytes are `[a-z]{1,32}`.
  static func isTypeWord(_ bytes: some Collection<UInt8>) -> Bool { areAll(bytes, 1, countMax: 32) }

  /// Whether the bytes are `[a-z][A-Za-z0-9.-]{0,63}`.
  static func isFieldName(_ bytes: some Collection<UInt8>) -> Bool {
    guard let first = bytes.first, classes[Int(first)] & 1 != 0 else { return false }
    return areAll(bytes, 8, countMax: 64)
  }

  private static func areAll(_ bytes: some Collection<UInt8>, _ mask: UInt8, countMax: Int) -> Bool {
    var count = 0
    for byte in bytes {
      guard classes[Int(byte)] & mask != 0 else { return false }
      count += 1
    }
    return count >= 1 && count <= countMax
  }

  /// The number of words between separators when each is well formed, a type word where `isType` says so of its place,
  /// else a local name; nil when one is not.
  static func wordCount(
    _ text: inout String, separator: UInt8, countMax: Int, isType: (Int) -> Bool
  ) -> Int? {
    text.withUTF8 { bytes in
      var words = 0
      var start = 0
      while words < countMax {
        let mask: UInt8 = isType(words) ? 1 : 4
        var end = start
        while end < bytes.count, bytes[end] != separator {
          guard classes[Int(bytes[end])] & mask != 0 else { return nil }
          end += 1
        }
        guard end > start, end - start <= (mask == 1 ? 32 : 64) else { return nil }
        words += 1
        if end == bytes.count { return words }
        start = end + 1
      }
      return nil
    }
  }
}
