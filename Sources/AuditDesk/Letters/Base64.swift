/// Base64 of RFC 4648 §4, with padding: what mail is carried in.
enum Base64 {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// The text of some octets, in one line.
  static func text(_ octets: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity((octets.count + 2) / 3 * 4)
    for start in stride(from: 0, to: octets.count, by: 3) {
      let group = octets[start..<min(start + 3, octets.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        text.append(place <= group.count ? alphabet[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The same in lines of at most 76 characters (RFC 2045 §6.8), each ended by CRLF.
  static func lines(_ octets: [UInt8]) -> String {
    var lines = ""
    for start in stride(from: 0, to: octets.count, by: 57) {
      lines += text(Array(octets[start..<min(start + 57, octets.count)])) + "\r\n"
    }
    return lines
  }
}
