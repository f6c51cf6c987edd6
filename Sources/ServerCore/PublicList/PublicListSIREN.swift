/// A SIREN as the public list writes it: nine digits.
///
/// Valid by shape only; `passesLuhn` tells whether its check digit holds. Order is that of its text.
public struct PublicListSIREN: Sendable, Hashable, Comparable, CustomStringConvertible {
  private let value: UInt32

  /// Takes exactly nine ASCII digits, or is nil.
  public init?(_ text: String) {
    guard let digits = DecimalDigits.value(of: text.utf8, count: 9) else { return nil }
    value = UInt32(digits)
  }

  init(value: UInt32) { self.value = value }

  /// The nine digits, leading zeros kept.
  public var text: String { DecimalDigits.text(UInt64(value), count: 9) }

  /// Whether the check digit holds (Luhn, ISO/IEC 7812-1 annex B).
  public var passesLuhn: Bool { DecimalDigits.passesLuhn(UInt64(value)) }

  /// The nine digits.
  public var description: String { text }

  /// Order of the texts, byte by byte.
  public static func < (left: Self, right: Self) -> Bool { left.value < right.value }
}
