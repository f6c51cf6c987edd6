/// One incarnation of one store: 64 random bits, written as 13 digits of Crockford's base 32.
///
/// Order of ids, order of their texts and order of their bits are the same.
public struct ReplicaID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The random bits.
  public let bits: UInt64

  /// Wraps bits drawn by the caller.
  public init(bits: UInt64) { self.bits = bits }

  /// Reads the 13-digit spelling; nil for any other text, lower case included.
  public init?(_ text: some StringProtocol) {
    var text = String(text)
    let bits: UInt64? = text.withUTF8 { digits in
      guard digits.count == 13 else { return nil }
      var bits: UInt64 = 0
      for place in digits.indices {
        guard let value = Crockford32.value(of: digits[place]), place > 0 || value < 16 else { return nil }
        bits = bits << 5 | UInt64(value)
      }
      return bits
    }
    guard let bits else { return nil }
    self.bits = bits
  }

  /// The 13-digit spelling.
  public var description: String { Crockford32.encode(bits, digits: 13) }

  /// Orders by bits.
  public static func < (left: Self, right: Self) -> Bool { left.bits < right.bits }
}
