/// Crockford's base 32, upper case only: one spelling for each number, in the order of the numbers.
public enum Crockford32 {
  static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

  /// The value of one digit, nil for anything outside the alphabet (lower case included).
  static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    default: alphabet.firstIndex(of: digit).map(UInt8.init)
    }
  }

  /// Writes the low `digits * 5` bits of `value`, most significant digit first; at most 13 digits.
  public static func encode(_ value: UInt64, digits: Int) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(digits)
    for place in stride(from: digits - 1, through: 0, by: -1) {
      text.append(alphabet[Int((value >> UInt64(place * 5)) & 31)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Writes 128 bits as 26 digits, the first of which is below 8.
  public static func encode(high: UInt64, low: UInt64) -> String {
    // 26 digits hold 130 bits, the top two zero: 63 bits of `high`, then its last bit with `low`.
    encode(high >> 1, digits: 13)
      + encode((high & 1) << 4 | low >> 60, digits: 1)
      + encode(low & (1 << 60 - 1), digits: 12)
  }
}
