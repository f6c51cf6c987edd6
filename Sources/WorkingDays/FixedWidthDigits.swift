/// Reads and writes decimal numbers of a fixed width in ASCII, as dates and instants spell them.
enum FixedWidthDigits {
  /// The number written in `bytes[range]`, or nil unless every byte is an ASCII digit.
  static func value(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    var value = 0
    for byte in bytes[range] {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return value
  }

  /// `value` with leading zeros up to `width` digits; `value` ≥ 0.
  static func text(_ value: Int, width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
