import Crypto
import SyncCore

/// Text only this server can have written and only it can read: a value under AES-256-GCM, in base 64 for addresses
/// (RFC 4648 §5).
///
/// Opaque in earnest, since positions and hashes of the log are about streams the holder may not see (law L4). The nonce
/// is the beginning of the content's HMAC-SHA256: the same value gives the same text, and no nonce serves two contents.
enum OpaqueText {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  private static func derived(_ key: [UInt8], _ use: String) -> SymmetricKey {
    SymmetricKey(data: HMAC<SHA256>.authenticationCode(for: Array(use.utf8), using: SymmetricKey(data: key)))
  }

  static func seal(_ value: JSONValue, key: [UInt8]) throws -> String {
    try seal(content: JSONWriter.bytes(value), key: key)
  }

  /// Takes the spelling of a value.
  static func seal(content: [UInt8], key: [UInt8]) throws -> String {
    let code = Array(HMAC<SHA256>.authenticationCode(for: content, using: derived(key, "constat.opaque.nonce")))
    let box = try AES.GCM.seal(
      content, using: derived(key, "constat.opaque.key"), nonce: AES.GCM.Nonce(data: code[..<12]))
    return base64(Array(code[..<12]) + Array(box.ciphertext) + Array(box.tag))
  }

  /// The value; nil for anything this server did not write.
  static func open(_ text: String, key: [UInt8]) -> JSONValue? {
    guard let bytes = bytes(text), bytes.count > 28 else { return nil }
    do {
      let box = try AES.GCM.SealedBox(
        nonce: AES.GCM.Nonce(data: bytes[..<12]), ciphertext: bytes[12..<(bytes.count - 16)],
        tag: bytes[(bytes.count - 16)...])
      return try JSONScanner.value(of: Array(try AES.GCM.open(box, using: derived(key, "constat.opaque.key"))))
    } catch {
      return nil  // foreign, altered, or of another version of this server: one answer for all
    }
  }

  static func base64(_ bytes: [UInt8]) -> String {
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

  static func bytes(_ text: String) -> [UInt8]? {
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
