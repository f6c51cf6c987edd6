/// The company number of a legal body: nine digits.
///
/// Valid by shape; `hasValidKey` tells whether the Luhn key is right, which registers break now and then.
public struct SIREN: Hashable, Sendable, CustomStringConvertible {
  /// The nine digits.
  public let description: String

  /// Reads nine ASCII digits; nil for anything else.
  public init?(_ text: some StringProtocol) {
    guard text.utf8.count == 9, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    description = String(text)
  }

  /// Whether the digits pass the Luhn check.
  public var hasValidKey: Bool { LuhnKey.isValid(description) }
}

/// The number of an establishment: the SIREN of its body and five more digits.
public struct SIRET: Hashable, Sendable, CustomStringConvertible {
  /// The fourteen digits.
  public let description: String

  /// Reads fourteen ASCII digits; nil for anything else.
  public init?(_ text: some StringProtocol) {
    guard text.utf8.count == 14, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    description = String(text)
  }

  /// Whether the digits pass the Luhn check.
  public var hasValidKey: Bool { LuhnKey.isValid(description) }
}

/// The check key of SIREN and SIRET numbers.
enum LuhnKey {
  static func isValid(_ digits: String) -> Bool {
    var sum = 0
    for (place, digit) in digits.utf8.reversed().enumerated() {
      let value = Int(digit) - 0x30
      let doubled = place % 2 == 1 ? value * 2 : value
      sum += doubled > 9 ? doubled - 9 : doubled
    }
    return sum % 10 == 0
  }
}
