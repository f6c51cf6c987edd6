/// An amount of money in whole euro cents.
///
/// What comes from outside is at most ten billion euros either way, so that sums of nine million amounts stay exact in
/// 64 bits; there are no fractions of a cent and no rounding but where a function says so.
public struct EuroCents: Sendable, Hashable, Comparable {
  /// Nothing.
  public static let zero = EuroCents(exactly: 0)
  /// The largest amount read from outside, either way: ten billion euros.
  public static let limit = EuroCents(exactly: 1_000_000_000_000)

  /// The amount in cents.
  public let cents: Int64

  /// An amount in cents, as in a field or a fact; nil past `limit`.
  public init?(cents: Int64) {
    guard cents.magnitude <= Self.limit.cents.magnitude else { return nil }
    self.cents = cents
  }

  private init(exactly cents: Int64) { self.cents = cents }

  /// Whole euros, written in code.
  static func euros(_ euros: Int32) -> EuroCents { EuroCents(exactly: Int64(euros) * 100) }

  /// Adds two amounts.
  public static func + (first: EuroCents, second: EuroCents) -> EuroCents {
    EuroCents(exactly: first.cents + second.cents)
  }

  /// Takes one amount from another.
  public static func - (first: EuroCents, second: EuroCents) -> EuroCents {
    EuroCents(exactly: first.cents - second.cents)
  }

  /// The amount the other way.
  public static prefix func - (amount: EuroCents) -> EuroCents { EuroCents(exactly: -amount.cents) }

  /// A unit price times a count.
  static func * (price: EuroCents, count: Int) -> EuroCents { EuroCents(exactly: price.cents * Int64(count)) }

  /// Orders amounts.
  public static func < (first: EuroCents, second: EuroCents) -> Bool { first.cents < second.cents }

  /// So many hundredths of an amount that is not negative, rounded down to the cent; never overflows.
  /// - Parameter percent: 0…100.
  func percentRoundedDown(_ percent: Int64) -> EuroCents {
    precondition(cents >= 0 && 0...100 ~= percent, "a share of an amount of at least zero")
    let (hundreds, rest) = cents.quotientAndRemainder(dividingBy: 100)
    return EuroCents(exactly: hundreds * percent + rest * percent / 100)
  }

  /// Half the amount, rounded down to the cent.
  var halfRoundedDown: EuroCents { EuroCents(exactly: cents >> 1) }

  /// The cents in decimal, as in the facts of a reason.
  var factValue: String { String(cents) }
}

extension Sequence<EuroCents> {
  /// The sum; zero for none.
  public var total: EuroCents { reduce(.zero, +) }
}
