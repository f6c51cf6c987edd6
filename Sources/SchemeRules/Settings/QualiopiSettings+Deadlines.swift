public import WorkingDays

extension QualiopiSettings {
  /// The table of deadlines as these settings read it (A-37, A-41, R-TIME-15).
  public var deadlineTable: DeadlineTable {
    var table = DeadlineTable.standard
    if surveillanceWindow != Self.standard.surveillanceWindow {
      table = table.setting(.qual02, to: .months(surveillanceWindow.opens))
        .setting(.qual04, to: .months(surveillanceWindow.closes))
    }
    if validityEndRule == .eve {
      table = table.setting(.qual06, to: table[.qual06].expression.then(.calendarDays(-1)))
    }
    return plainDaysAsWorkingDays.isEmpty
      ? table : table.countingPlainDaysAsWorkingDays(for: plainDaysAsWorkingDays)
  }

  /// The calendar of working days.
  public var calendar: WorkingDayCalendar {
    WorkingDayCalendar(holidays: FrenchHolidays(whitMondayIsHoliday: whitMondayIsHoliday))
  }

  /// What becomes of a deadline on a day off (A-85, R-TIME-11).
  public var rollover: Rollover { rolloverToNextWorkingDay ? .nextWorkingDay : .none }

  /// The due moment of a deadline by these settings; nil outside the calendar, or without the instant it counts from.
  public func due(
    _ deadline: DeadlineID, from trigger: DeadlineMoment, certificateEnd: CivilDate? = nil
  ) -> DeadlineMoment? {
    let query = DeadlineQuery(
      .deadline(deadline), trigger: trigger, dates: certificateEnd.map { ["certificateEnd": $0] } ?? [:],
      rollover: rollover)
    do throws(DeadlineQueryError) {
      return try query.answer(table: deadlineTable, calendar: calendar).due
    } catch {
      // Only a day at the very end of the calendar, or a missing hour, has no due moment; then nothing can be late.
      return nil
    }
  }

  /// The due day of a deadline by these settings; nil outside the calendar.
  public func due(_ deadline: DeadlineID, from day: CivilDate, certificateEnd: CivilDate? = nil) -> CivilDate? {
    due(deadline, from: .date(day), certificateEnd: certificateEnd)?.parisDate
  }
}
