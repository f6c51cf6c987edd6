import WorkingDays

/// Whether a rule is in force in this program: always, in what people run (`RuleSwitch`).
enum RuleSwitches {
  /// Whether the rule, transition or deadline of an id holds.
  static func isOn(_ id: some CustomStringConvertible) -> Bool { RuleSwitch.isOn(id.description) }
}
