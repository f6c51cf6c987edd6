/// What one rule says of one set of facts (DESIGN §6).
public enum RuleVerdict: Sendable, Hashable {
  /// The rule is met.
  case met(RuleID)
  /// The rule is not met, with why and what to do.
  case notMet(RuleReason)
  /// The rule has nothing to say of these facts.
  case notApplicable(RuleID)
  /// The rule needs what this device may not see; the server, which sees it, never answers so.
  case undeterminedHere(RuleID, needs: [RuleNeed])

  /// The rule that speaks.
  public var rule: RuleID {
    switch self {
    case .met(let rule), .notApplicable(let rule), .undeterminedHere(let rule, _): rule
    case .notMet(let reason): reason.rule
    }
  }

  /// The reason, when the rule is not met.
  public var reason: RuleReason? {
    if case .notMet(let reason) = self { reason } else { nil }
  }

  /// Met where the condition holds, else not met for the reason.
  static func check(_ isMet: Bool, _ rule: RuleID, orElse reason: @autoclosure () -> RuleReason) -> RuleVerdict {
    isMet || !RuleSwitches.isOn(rule) ? .met(rule) : .notMet(reason())
  }
}
