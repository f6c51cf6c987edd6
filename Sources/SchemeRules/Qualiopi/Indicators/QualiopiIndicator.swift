/// An indicator of the national quality referential, 1 to 32 (R-QUAL-03).
///
/// A value that exists is one of the 32. A literal is checked by a precondition, a number or text from outside by the
/// failable initialisers.
public struct QualiopiIndicator: Sendable, Hashable, Comparable, LosslessStringConvertible, ExpressibleByIntegerLiteral
{
  /// The number, 1…32.
  public let number: Int

  /// All 32, ascending.
  public static let all: [QualiopiIndicator] = (1...32).map { QualiopiIndicator(valid: $0) }

  /// The indicator of a number, or nil outside 1…32.
  public init?(_ number: Int) {
    guard 1...32 ~= number else { return nil }
    self.number = number
  }

  /// The indicator spelled in decimal digits without leading zero, or nil.
  public init?(_ description: String) {
    guard let number = Int(description), String(number).utf8.elementsEqual(description.utf8) else { return nil }
    self.init(number)
  }

  /// An indicator written in code.
  public init(integerLiteral value: Int) {
    guard 1...32 ~= value else { preconditionFailure("there is no indicator \(value)") }
    number = value
  }

  private init(valid number: Int) { self.number = number }

  /// The number in decimal digits, as in the id of an audit's item.
  public var description: String { String(number) }

  /// Orders indicators by number.
  public static func < (first: QualiopiIndicator, second: QualiopiIndicator) -> Bool { first.number < second.number }
}

extension Sequence where Element == QualiopiIndicator {
  /// The numbers, ascending, as they stand in the facts of a reason.
  var factValues: [String] { sorted().map(\.description) }
}
