public import WorkingDays

/// Every deadline of RULEBOOK §4.3, each once, in the table's order.
///
/// A table is a value: a tenant's settings, or a version in force at a trigger (R-TIME-19), give another table.
public struct DeadlineTable: Sendable, Hashable {
  /// The table as the rulebook adopts it.
  public static let standard = DeadlineTable(
    rules: cleaNumerique + qualiopi + certifIAG + network)

  /// The rules, in the order of `DeadlineID.allCases`.
  public private(set) var rules: [DeadlineRule]

  private init(rules: [DeadlineRule]) {
    precondition(rules.map(\.id) == DeadlineID.allCases, "one row for each id, in order")
    self.rules = rules
  }

  /// The rule of an id; every id has one.
  public subscript(id: DeadlineID) -> DeadlineRule {
    guard let rule = rules.first(where: { $0.id == id }) else {
      preconditionFailure("init checked that every id has a row")
    }
    return RuleSwitches.isOn(id) ? rule : rule.due(.sameDay)
  }

  /// The table with another delay for one deadline: a setting, a letter's own delay, an older version.
  public func setting(_ id: DeadlineID, to expression: DeadlineExpression) -> DeadlineTable {
    var table = self
    for index in table.rules.indices where table.rules[index].id == id {
      table.rules[index].expression = expression
    }
    return table
  }

  /// The table with a plain « jours » read as working days for these deadlines (setting `plainDayUnit`, R-TIME-15).
  ///
  /// An id whose source names its unit (`saysPlainDays` false) keeps its delay.
  public func countingPlainDaysAsWorkingDays(for ids: Set<DeadlineID>) -> DeadlineTable {
    rules.filter { ids.contains($0.id) && $0.saysPlainDays && RuleSwitches.isOn("R-TIME-15") }
      .reduce(self) { $0.setting($1.id, to: $1.expression.countingPlainDaysAsWorkingDays) }
  }
}
