/// The id of a rule or of a transition of the rulebook, such as `R-QUAL-71` or `T-QUAL-A07`.
///
/// A value that exists has the shape `R-AREA-00` or `T-AREA-X00` in ASCII, so equality is equality of bytes. A literal
/// is checked by a precondition, text from outside by the failable initialiser.
public struct RuleID: Sendable, Hashable, Comparable, LosslessStringConvertible, ExpressibleByStringLiteral {
  /// The id as the rulebook spells it.
  public let description: String

  /// Reads an id; nil for any other shape.
  public init?(_ description: String) {
    let parts = description.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count == 3, Self.isNumber(parts[2], letterFirst: parts[0].elementsEqual("T".utf8)),
      parts[0].elementsEqual("R".utf8) || parts[0].elementsEqual("T".utf8),
      2...5 ~= parts[1].count, parts[1].allSatisfy(Self.isCapital)
    else { return nil }
    self.description = description
  }

  /// An id written in code.
  public init(stringLiteral value: String) {
    guard let id = RuleID(value) else { preconditionFailure("\(value) is no rule id") }
    self = id
  }

  /// Orders ids by their bytes.
  public static func < (first: RuleID, second: RuleID) -> Bool {
    first.description.utf8.lexicographicallyPrecedes(second.description.utf8)
  }

  private static func isCapital(_ byte: UInt8) -> Bool { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte }

  private static func isNumber(_ bytes: Substring.UTF8View, letterFirst: Bool) -> Bool {
    var digits = bytes
    if letterFirst {
      guard let first = digits.popFirst(), isCapital(first) else { return false }
    }
    return 2...3 ~= digits.count && digits.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
  }
}
