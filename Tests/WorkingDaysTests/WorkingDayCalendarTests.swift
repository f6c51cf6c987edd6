import Testing
import WorkingDays

@Suite struct WorkingDayCalendarTests {
  let calendar = WorkingDayCalendar()

  @Test func `R-TIME-03 a working day is Monday to Friday and no holiday`() throws {
    for (text, works) in [
      ("2026-05-13", true), ("2026-05-14", false), ("2026-05-15", true), ("2026-05-16", false), ("2026-05-17", false),
      ("2026-12-24", true), ("2026-12-25", false), ("2026-08-15", false),
    ] {
      #expect(calendar.isWorkingDay(try day(text)) == works, "\(text)")
    }
  }

  @Test func `R-TIME-05 R-TIME-06 counting agrees with a list of working days, each day of 2024 to 2035`() throws {
    // The list is made from weekdays counted by hand and another Easter formula.
    let first = try day("2024-01-01")  // a Monday
    let last = try day("2035-12-31")
    let holidays = Set((2_024...2_035).flatMap(FrenchHolidaysTests.holidays))
    let span = 0...first.days(until: last)
    let isWorking = span.map { offset in
      offset % 7 < 5 && !holidays.contains(first.adding(days: offset) ?? first)
    }
    let working = span.filter { isWorking[$0] }
    // For each day the place in the list of the first working day after it.
    var place = 0
    var faults: [String] = []
    for offset in span {
      while place < working.count, working[place] <= offset { place += 1 }
      let date = try #require(first.adding(days: offset))
      for count in [1, 5, 15, 30] {
        let after = place + count - 1
        if after < working.count,
          calendar.workingDay(count, after: date)?.daysSince1970
            != first.daysSince1970 + working[after]
        {
          faults.append("WD+\(count) \(date)")
        }
        let before = (isWorking[offset] ? place - 1 : place) - count
        if before >= 0,
          calendar.workingDay(count, before: date)?.daysSince1970
            != first.daysSince1970 + working[before]
        {
          faults.append("WD-\(count) \(date)")
        }
      }
    }
    #expect(faults.isEmpty)
  }

  @Test func `R-TIME-02 the trigger day is not counted, working day or not`() throws {
    #expect(calendar.workingDay(1, after: try day("2026-05-12"))?.description == "2026-05-13")
    #expect(calendar.workingDay(1, after: try day("2026-05-14"))?.description == "2026-05-15")
    #expect(calendar.workingDay(1, after: try day("2026-05-16"))?.description == "2026-05-18")
    #expect(calendar.workingDay(1, before: try day("2026-05-18"))?.description == "2026-05-15")
  }

  @Test func `R-TIME-20 remaining working days are those after today up to the due day`() throws {
    let due = try day("2026-05-20")
    for (today, count) in [
      ("2026-05-12", 5), ("2026-05-13", 4), ("2026-05-14", 4), ("2026-05-15", 3), ("2026-05-17", 3),
      ("2026-05-19", 1), ("2026-05-20", 0), ("2026-05-21", 0), ("2027-01-01", 0),
    ] {
      #expect(calendar.remainingWorkingDays(on: try day(today), until: due) == count, "\(today)")
    }
    // The due day itself counts only when it is a working day.
    #expect(calendar.remainingWorkingDays(on: try day("2026-05-15"), until: try day("2026-05-17")) == 0)
  }

  @Test func `R-TIME-20 on its trigger day a WD+30 deadline has 30 working days left`() throws {
    var trigger = try day("2026-01-01")
    for _ in 0..<365 {
      let due = try #require(calendar.workingDay(30, after: trigger))
      #expect(calendar.remainingWorkingDays(on: trigger, until: due) == 30)
      trigger = try #require(trigger.adding(days: 1))
    }
  }

  @Test func `a worked Whit Monday counts when the setting says so`() throws {
    let worked = WorkingDayCalendar(holidays: FrenchHolidays(whitMondayIsHoliday: false))
    #expect(worked.workingDay(30, after: try day("2026-04-29"))?.description == "2026-06-15")
    #expect(calendar.workingDay(30, after: try day("2026-04-29"))?.description == "2026-06-16")
  }

  @Test func `counting past the ends of the calendar gives no day`() {
    #expect(calendar.workingDay(1, after: .latest) == nil)
    #expect(calendar.workingDay(1, before: .earliest) == nil)
  }
}
