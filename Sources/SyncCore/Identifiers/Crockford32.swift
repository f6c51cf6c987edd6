/// Crockford's base 32, upper case only: one spelling for each number, in the order of the numbers.
public enum Crockford32 {
  static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

  /// The value of each byte as a digit, 255 for those outside the alphabet (lower case included).
  private static let values: [UInt8] = {
    var values = [UInt8](repeating: .max, count: 256)
    for (value, digit) in alphabet.enumerated() { values[Int(digit)] = UInt8(value) }
    return values
  }()

  /// The value of one digit, nil for anything outside the alphabet (lower case included).
  static func value(of digit: UInt8) -> UInt8? {
    let value = values[Int(digit)]
    return value == .max ? nil : value
  }

  /// Writes the low `digits * 5` bits of `value`, most significant digit first; at most 13 digits.
  public static func encode(_ value: UInt64, digits: Int) -> String {
    String(unsafeUninitializedCapacity: digits) { text in
      for place in 0..<digits { text[place] = alphabet[Int((value >> UInt64((digits - 1 - place) * 5)) & 31)] }
      return digits
    }
  }

  /// Writes 128 bits as 26 digits, the first of which is below 8.
  public static func encode(high: UInt64, low: UInt64) -> String {
    // 26 digits hold 130 bits, the top two zero: 63 bits of `high`, then its last bit with `low`.
    encode(high >> 1, digits: 13)
      + encode((high & 1) << 4 | low >> 60, digits: 1)
      + encode(low & (1 << 60 - 1), digits: 12)
  }
}
