/// Fixed-width decimal numbers: reading, writing, check sums.
enum DecimalDigits {
  static func value(of bytes: String.UTF8View, count: Int) -> UInt64? {
    var value: UInt64 = 0
    var seen = 0
    for byte in bytes {
      guard byte >= 0x30, byte <= 0x39, seen < count else { return nil }
      value = value * 10 + UInt64(byte - 0x30)
      seen += 1
    }
    return seen == count ? value : nil
  }

  static func text(_ value: UInt64, count: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: count - digits.utf8.count) + digits
  }

  static func passesLuhn(_ value: UInt64) -> Bool {
    var (rest, sum, doubles) = (value, UInt64(0), false)
    while rest > 0 {
      let digit = rest % 10 * (doubles ? 2 : 1)
      sum += digit > 9 ? digit - 9 : digit
      doubles.toggle()
      rest /= 10
    }
    return sum % 10 == 0
  }

  static func sum(_ value: UInt64) -> UInt64 {
    var (rest, sum) = (value, UInt64(0))
    while rest > 0 {
      sum += rest % 10
      rest /= 10
    }
    return sum
  }
}
