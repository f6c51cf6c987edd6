/// A SIRET as the public list writes it: fourteen digits, the first nine being the SIREN.
///
/// Valid by shape only; `hasPlausibleCheckDigits` tells whether its check digit holds. Order is that of its text.
public struct PublicListSIRET: Sendable, Hashable, Comparable, CustomStringConvertible {
  private let value: UInt64

  /// Takes exactly fourteen ASCII digits, or is nil.
  public init?(_ text: String) {
    guard let digits = DecimalDigits.value(of: text.utf8, count: 14) else { return nil }
    value = digits
  }

  /// The fourteen digits, leading zeros kept.
  public var text: String { DecimalDigits.text(value, count: 14) }

  /// The first nine digits.
  public var siren: PublicListSIREN { PublicListSIREN(value: UInt32(value / 100_000)) }

  /// Whether the check digit holds (Luhn), or the one exception INSEE made.
  ///
  /// La Poste (SIREN 356000000) has more establishments than Luhn leaves it numbers: its SIRETs are right when the plain
  /// sum of their digits is a multiple of five; its head office, 35600000000048, also passes Luhn.
  public var hasPlausibleCheckDigits: Bool {
    if DecimalDigits.passesLuhn(value) { return true }
    return siren == Self.laPoste && DecimalDigits.sum(value) % 5 == 0
  }

  /// The fourteen digits.
  public var description: String { text }

  /// Order of the texts, byte by byte.
  public static func < (left: Self, right: Self) -> Bool { left.value < right.value }

  private static let laPoste = PublicListSIREN(value: 356_000_000)
}
