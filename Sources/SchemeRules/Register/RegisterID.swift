/// The id of an entry of the register: a rule `R-…`, a transition `T-…`, a deadline `DL-…` or an adopted reading `A-…`.
///
/// A value that exists has one of these shapes in ASCII, so equality is equality of bytes. A literal is checked by a
/// precondition, text from outside by the failable initialiser.
public struct RegisterID: Sendable, Hashable, Comparable, LosslessStringConvertible, ExpressibleByStringLiteral {
  /// The id as the rulebook spells it.
  public let description: String

  /// Reads an id; nil for any other shape.
  public init?(_ description: String) {
    guard RuleID(description) != nil || Self.isDeadline(description) || Self.isReading(description) else { return nil }
    self.description = description
  }

  /// The id of a rule or of a transition.
  public init(_ rule: RuleID) { description = rule.description }

  /// The id of a deadline.
  public init(_ deadline: DeadlineID) { description = deadline.rawValue }

  /// An id written in code.
  public init(stringLiteral value: String) {
    guard let id = RegisterID(value) else { preconditionFailure("\(value) is no id of the register") }
    self = id
  }

  /// The id as a rule or transition, or nil for a deadline or a reading.
  public var rule: RuleID? { RuleID(description) }

  /// The id as a deadline, or nil for any other and for a deadline this version does not know.
  public var deadline: DeadlineID? { DeadlineID(rawValue: description) }

  /// Whether it names an adopted reading, `A-…`.
  public var isReading: Bool { Self.isReading(description) }

  /// Orders ids by their bytes.
  public static func < (first: RegisterID, second: RegisterID) -> Bool {
    first.description.utf8.lexicographicallyPrecedes(second.description.utf8)
  }

  private static func isDeadline(_ text: String) -> Bool {
    // A deadline is spelt like a rule after its own first part: `DL-QUAL-09`, `R-QUAL-09`.
    text.utf8.starts(with: "DL-".utf8) && RuleID("R-" + text.dropFirst(3)) != nil
  }

  private static func isReading(_ text: String) -> Bool {
    let digits = text.utf8.dropFirst(2)
    return text.utf8.starts(with: "A-".utf8) && 2...3 ~= digits.count
      && digits.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
  }
}
