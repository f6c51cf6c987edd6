/// The state its asker decided on, against the state the judge finds (DESIGN §5).
public enum StateShown: Sendable, Hashable {
  /// The judge does not know the state before the request: a device.
  case notCompared
  /// The request does not say which state was shown.
  case missing
  /// The same state.
  case same
  /// Something moved in between.
  case changed

  /// An act is bound to the exact state its author was shown, whatever `seen` covers.
  func verdict(_ rule: RuleID) -> RuleVerdict {
    switch self {
    case .notCompared: .notApplicable(rule)
    case .same: .met(rule)
    case .missing: .notMet(RuleReason(rule: rule, code: "state-not-shown"))
    case .changed: .notMet(RuleReason(rule: rule, code: "state-changed"))
    }
  }
}
