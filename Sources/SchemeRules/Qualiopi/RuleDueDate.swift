import WorkingDays

/// The due dates that rules of this folder read, as the deadline table computes them.
enum RuleDueDate {
  /// The due day, or nil outside the calendar.
  static func of(_ deadline: DeadlineID, from day: CivilDate, certificateEnd: CivilDate? = nil) -> CivilDate? {
    guard RuleSwitches.isOn(deadline), RuleSwitches.isOn(DeadlineTable.standard[deadline].ruleID) else { return nil }
    let dates = certificateEnd.map { ["certificateEnd": $0] } ?? [:]
    do throws(DeadlineQueryError) {
      return try DeadlineQuery(.deadline(deadline), trigger: .date(day), dates: dates).answer().due.parisDate
    } catch {
      // Only a day at the very end of the calendar has no due date, and then nothing can be late.
      return nil
    }
  }
}
