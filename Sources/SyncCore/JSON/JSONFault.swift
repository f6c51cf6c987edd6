/// Why bytes are not the one accepted spelling of a JSON value.
public enum JSONFault: String, Error, Sendable, CaseIterable {
  /// Not JSON at all, or cut short.
  case malformed = "malformed-json"
  /// JSON, but spelt another way: white space, a longer escape, `-0`, a leading zero, keys out of order.
  case notCanonical = "not-canonical"
  /// A fraction or an exponent.
  case float = "float"
  /// An integer beyond ±(2^53−1).
  case integerOutOfRange = "integer-out-of-range"
  /// A key that stands twice in one object.
  case duplicateKey = "duplicate-key"
  /// Nesting past `SyncLimits.depthMax`.
  case tooDeep = "too-deep"
  /// A text past `SyncLimits.textBytesMax`.
  case textTooLong = "text-too-long"
  /// The character U+0000, raw or escaped.
  case nulCharacter = "nul-character"
  /// Bytes that are not UTF-8, an encoded surrogate included.
  case invalidUTF8 = "invalid-utf8"
  /// Bytes after the value.
  case trailingBytes = "trailing-bytes"

  /// The stable code.
  public var code: String { rawValue }
}
