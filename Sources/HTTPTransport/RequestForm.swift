import SyncProtocol

/// What of a request libcurl would put on the wire as it stands, and must therefore be free of line breaks.
enum RequestForm {
  /// Why the request cannot be sent as HTTP/1.1, or `nil` when it can (RFC 9112 §3, RFC 9110 §5).
  static func fault(in request: TransportRequest) -> String? {
    let method = request.method.utf8
    guard !method.isEmpty, method.allSatisfy({ (0x41...0x5A).contains($0) }) else {
      return "the method is not made of capital letters"
    }
    let target = request.target.utf8
    guard target.first == UInt8(ascii: "/"), isPrintable(target), !target.contains(UInt8(ascii: "#")) else {
      return "the target is not a path of printable ASCII characters that begins with /"
    }
    for header in request.headers {
      guard !header.name.isEmpty, header.name.utf8.allSatisfy(isTokenByte) else {
        return "a header has a name that is not a token"
      }
      guard header.value.utf8.allSatisfy({ ($0 >= 0x20 && $0 != 0x7F) || $0 == 0x09 }) else {
        return "the header \(header.name) has a control character in its value"
      }
    }
    return nil
  }

  /// The line libcurl takes for a header; an empty value is written with `;`, since `:` would take the header away.
  static func line(_ header: TransportHeader) -> String {
    header.value.isEmpty ? "\(header.name);" : "\(header.name): \(header.value)"
  }

  /// Printable ASCII without spaces.
  static func isPrintable(_ bytes: String.UTF8View) -> Bool {
    bytes.allSatisfy { (0x21...0x7E).contains($0) }
  }

  private static func isTokenByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
  }
}
