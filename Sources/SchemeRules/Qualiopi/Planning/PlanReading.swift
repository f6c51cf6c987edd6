/// The plan of an audit as a guard reads it.
public enum PlanReading: Sendable, Hashable {
  /// Fields nobody wrote without which nothing can be judged.
  case incomplete(fields: [String])
  /// Fields two people wrote differently.
  case inConflict(fields: [String])
  /// Everything is there.
  case whole(AuditPlanning.Facts)

  /// The facts, when everything is there.
  public var facts: AuditPlanning.Facts? {
    if case .whole(let facts) = self { facts } else { nil }
  }

  /// What `AuditPlanning` says of it; a divergence or a gap is said under the act's own rule.
  func verdicts(_ rule: RuleID) -> [RuleVerdict] {
    switch self {
    case .incomplete(let fields):
      [.notMet(RuleReason(rule: rule, code: "plan-incomplete", facts: ["fields": fields]))]
    case .inConflict(let fields):
      [.notMet(RuleReason(rule: rule, code: "conflict-open", facts: ["fields": fields]))]
    case .whole(let facts): AuditPlanning.verdicts(facts)
    }
  }
}
