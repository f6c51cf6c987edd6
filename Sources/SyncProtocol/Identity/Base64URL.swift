/// Base 64 for addresses and headers (RFC 4648 §5), without padding.
public enum Base64URL {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  /// The text of some bytes.
  public static func text(_ bytes: [UInt8]) -> String {
    String(unsafeUninitializedCapacity: (bytes.count * 4 + 2) / 3) { text in
      var place = 0
      var index = 0
      while index < bytes.count {
        let count = min(3, bytes.count - index)
        var bits = UInt32(bytes[index]) << 16
        if count > 1 { bits |= UInt32(bytes[index + 1]) << 8 }
        if count > 2 { bits |= UInt32(bytes[index + 2]) }
        for digit in 0...count { text[place + digit] = alphabet[Int(bits >> UInt32(18 - 6 * digit) & 63)] }
        place += count + 1
        index += 3
      }
      return place
    }
  }

  /// The bytes of a text; nil for another alphabet, padding, or bits left over.
  public static func bytes(_ text: some StringProtocol) -> [UInt8]? {
    var bytes: [UInt8] = []
    var bits: UInt32 = 0
    var held: UInt32 = 0
    for character in text.utf8 {
      let value: UInt8
      switch character {
      case 0x41...0x5A: value = character - 0x41
      case 0x61...0x7A: value = character - 0x61 + 26
      case 0x30...0x39: value = character - 0x30 + 52
      case UInt8(ascii: "-"): value = 62
      case UInt8(ascii: "_"): value = 63
      default: return nil
      }
      bits = bits << 6 | UInt32(value)
      held += 6
      if held >= 8 {
        held -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> held))
        bits &= 1 << held - 1
      }
    }
    return bits == 0 && held < 6 ? bytes : nil
  }
}
