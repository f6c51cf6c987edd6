extension DeadlineQuery {
  /// A value of one field of a question, as read from a JSON object or a command line.
  public enum Input: Sendable, Hashable {
    case string(String)
    case integer(Int)
    /// JSON `null`: the same as a field left out.
    case null
    /// Any other JSON value; refused wherever it stands.
    case other
  }
}

extension DeadlineQuery.Input: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  /// A text.
  public init(stringLiteral text: String) { self = .string(text) }

  /// A whole number.
  public init(integerLiteral number: Int) { self = .integer(number) }
}
