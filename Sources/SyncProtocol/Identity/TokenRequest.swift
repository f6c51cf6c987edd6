/// The body of `POST /v1/token` (RFC 7523 §2.1): `application/x-www-form-urlencoded`, a grant type and an assertion.
public struct TokenRequest: Sendable, Equatable {
  /// The signed assertion, as text.
  public var assertion: String

  /// Creates a request.
  public init(assertion: String) { self.assertion = assertion }

  /// The body.
  public var body: [UInt8] {
    // An assertion is made of letters, digits, `-`, `_` and dots: nothing of it is escaped.
    Array("grant_type=\(Self.escapedGrant)&assertion=\(assertion)".utf8)
  }

  /// Reads a body of these two fields in either order; nil when it is none.
  public init?(reading body: [UInt8]) {
    guard body.count <= ProtocolLimits.tokenRequestBytesMax else { return nil }
    let fields = body.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false)
    guard fields.count == 2 else { return nil }
    var values: [String: String] = [:]
    for field in fields {
      let parts = field.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let name = Self.unescaped(parts[0]), let value = Self.unescaped(parts[1]),
        values.updateValue(value, forKey: name) == nil
      else { return nil }
    }
    guard values["grant_type"].map({ $0.utf8.elementsEqual(Self.grant.utf8) }) ?? false,
      let assertion = values["assertion"], !assertion.isEmpty
    else { return nil }
    self.init(assertion: assertion)
  }

  private static let grant = "urn:ietf:params:oauth:grant-type:jwt-bearer"
  private static let escapedGrant = "urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer"

  /// The printable ASCII text of an escaped field; nothing else occurs in this request.
  private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String? {
    var text = ""
    var rest = bytes
    while let first = rest.popFirst() {
      var byte = first
      if first == UInt8(ascii: "%") {
        guard rest.count >= 2, let high = digit(rest.removeFirst()), let low = digit(rest.removeFirst()) else {
          return nil
        }
        byte = high << 4 | low
      }
      guard (0x21...0x7E).contains(byte) else { return nil }
      text.unicodeScalars.append(Unicode.Scalar(byte))
    }
    return text
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }
}
