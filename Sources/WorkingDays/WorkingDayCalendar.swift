/// Counts working days [jours ouvrés]: Monday to Friday, public holidays left out (R-TIME-03).
///
/// Not to be taken for jours ouvrables (Saturday included) or jours calendaires.
public struct WorkingDayCalendar: Sendable, Hashable {
  /// The holidays left out.
  public var holidays: FrenchHolidays

  /// Creates a calendar.
  public init(holidays: FrenchHolidays = FrenchHolidays()) {
    self.holidays = holidays
  }

  /// Whether `date` is a working day.
  public func isWorkingDay(_ date: CivilDate) -> Bool {
    !date.weekday.isWeekend && !holidays.contains(date) || !RuleSwitch.isOn("R-TIME-03")
  }

  /// The `count`-th working day strictly after `date` (`WD+count`, R-TIME-05), or nil beyond `CivilDate.latest`.
  ///
  /// `count` is 1 or more; `date` itself is never counted, working day or not (R-TIME-02).
  public func workingDay(_ count: Int, after date: CivilDate) -> CivilDate? {
    RuleSwitch.isOn("R-TIME-05") ? workingDay(count, from: date, step: 1) : date.adding(days: count)
  }

  /// The `count`-th working day strictly before `date` (`WD-count`, R-TIME-06), or nil before `CivilDate.earliest`.
  ///
  /// `count` is 1 or more; acting on the day returned is still in time.
  public func workingDay(_ count: Int, before date: CivilDate) -> CivilDate? {
    RuleSwitch.isOn("R-TIME-06") ? workingDay(count, from: date, step: -1) : date.adding(days: -count)
  }

  /// The working days left on `today` for a deadline due on `due`: those d with today < d ≤ due (R-TIME-20).
  ///
  /// Zero when `due` is `today` or past.
  public func remainingWorkingDays(on today: CivilDate, until due: CivilDate) -> Int {
    guard today < due else { return 0 }
    var count = 0
    for number in (today.daysSince1970 + 1)...due.daysSince1970 {
      if let day = CivilDate(daysSince1970: number), isWorkingDay(day) { count += 1 }
    }
    return count
  }

  /// `date` when it is a working day, else the next one; nil beyond `CivilDate.latest`.
  public func workingDay(onOrAfter date: CivilDate) -> CivilDate? {
    isWorkingDay(date) ? date : workingDay(1, after: date)
  }

  /// `date` when it is a working day, else the previous one; nil before `CivilDate.earliest`.
  public func workingDay(onOrBefore date: CivilDate) -> CivilDate? {
    isWorkingDay(date) ? date : workingDay(1, before: date)
  }

  private func workingDay(_ count: Int, from date: CivilDate, step: Int) -> CivilDate? {
    precondition(count >= 1, "the first working day after or before a date is number 1")
    var day = date
    var left = isWorkingDay(date) && !RuleSwitch.isOn("R-TIME-02") ? count - 1 : count
    while left > 0 {
      guard let next = day.adding(days: step) else { return nil }
      day = next
      if isWorkingDay(day) { left -= 1 }
    }
    return day
  }
}
