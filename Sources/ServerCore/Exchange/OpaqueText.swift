import Crypto
import SyncCore
import SyncProtocol

/// Text only this server can have written and only it can read: a value under AES-256-GCM, in base 64 for addresses
/// (RFC 4648 §5).
///
/// Opaque in earnest, since positions and hashes of the log are about streams the holder may not see (law L4). The nonce
/// is the beginning of the content's HMAC-SHA256: the same value gives the same text, and no nonce serves two contents.
enum OpaqueText {
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
    return Base64URL.text(Array(code[..<12]) + Array(box.ciphertext) + Array(box.tag))
  }

  /// The value; nil for anything this server did not write.
  static func open(_ text: String, key: [UInt8]) -> JSONValue? {
    guard let bytes = Base64URL.bytes(text), bytes.count > 28 else { return nil }
    do {
      let box = try AES.GCM.SealedBox(
        nonce: AES.GCM.Nonce(data: bytes[..<12]), ciphertext: bytes[12..<(bytes.count - 16)],
        tag: bytes[(bytes.count - 16)...])
      return try JSONScanner.value(of: Array(try AES.GCM.open(box, using: derived(key, "constat.opaque.key"))))
    } catch {
      return nil  // foreign, altered, or of another version of this server: one answer for all
    }
  }
}
