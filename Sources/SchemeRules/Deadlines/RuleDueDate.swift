import WorkingDays

/// The due dates that rules of this folder read, as the deadline table computes them.
enum RuleDueDate {
  /// The due day, or nil outside the calendar.
  static func of(
    _ deadline: DeadlineID, from day: CivilDate, certificateEnd: CivilDate? = nil,
    settings: QualiopiSettings = .standard
  ) -> CivilDate? {
    guard RuleSwitches.isOn(deadline), RuleSwitches.isOn(DeadlineTable.standard[deadline].ruleID) else { return nil }
    return settings.due(deadline, from: day, certificateEnd: certificateEnd)
  }
}
