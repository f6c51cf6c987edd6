/// Why a rule is not met, as data: it is kept in a ruling and rendered later, in either language.
///
/// `facts` are lists of wire values by name, such as `indicators: ["4", "22"]` or `due: ["2026-05-21"]`.
public struct RuleReason: Sendable, Hashable {
  /// The rule that is not met.
  public let rule: RuleID
  /// The stable kebab-case code, the same in every language and version.
  public let code: String
  /// What the rule looked at, by name.
  public let facts: [String: [String]]

  /// Creates a reason, also one read back from a ruling, whatever its code.
  public init(rule: RuleID, code: String, facts: [String: [String]] = [:]) {
    self.rule = rule
    self.code = code
    self.facts = facts
  }

  /// What, why and the way out, for people.
  ///
  /// A code that only a newer version knows is said as such, with its rule and code.
  public var text: RuleText {
    (ReasonPhrase.of(code: code, rule: rule) ?? ReasonPhrase.ofNewerVersion(code: code, rule: rule)).text(facts)
  }
}
