import ServerHTTP

extension FormFields {
  /// The query of a request; empty when it cannot be read.
  static func query(_ request: PageRequest) -> FormFields {
    FormFields(encoded: request.query.utf8, countMax: 50) ?? FormFields([])
  }

  /// A text as one value of a query.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x2F: escaped.unicodeScalars.append(.init(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        escaped += digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return escaped
  }
}
