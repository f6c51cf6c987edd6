/// What people lack to be named for, or to decide on, an audit (R-ROLE-22).
public enum CompetenceGap: Sendable, Hashable {
  /// Nothing.
  case none
  /// A competence in force for some of the categories.
  case lacking(Set<ActionCategory>)
  /// Nobody recorded the categories, so nothing says what a competence is needed for.
  case noCategory

  /// What is lacking of some categories.
  init(of categories: Set<ActionCategory>, lacking: Set<ActionCategory>) {
    self = categories.isEmpty ? .noCategory : lacking.isEmpty ? .none : .lacking(lacking)
  }

  /// The verdict of R-ROLE-22.
  /// - Parameter code: the reason where a competence is lacking.
  func verdict(lacking code: String) -> RuleVerdict {
    switch self {
    case .none: .met("R-ROLE-22")
    case .noCategory:
      .check(false, "R-ROLE-22", orElse: RuleReason(rule: "R-ROLE-22", code: "categories-missing"))
    case .lacking(let lacking):
      .check(
        false, "R-ROLE-22",
        orElse: RuleReason(
          rule: "R-ROLE-22", code: code,
          facts: ["categories": ActionCategory.allCases.filter(lacking.contains).map(\.rawValue)]))
    }
  }
}
