import Testing
import WorkingDays

@Suite struct CivilDateTests {
  /// Walks the calendar by hand, one day at a time, with the leap rule written out again.
  private struct DayCounter {
    var year = 1_900
    var month = 1
    var day = 1

    mutating func advance() {
      let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      day += 1
      if day > lengths[month - 1] { (month, day) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
    }
  }

  @Test func `every day from 1900 to 2200 keeps its number, parts, text and weekday`() throws {
    var counter = DayCounter()
    var number = try day("1900-01-01").daysSince1970
    #expect(number == -25_567)
    var weekday = 1  // 1900-01-01 was a Monday.
    var faults: [Int] = []
    while counter.year <= 2_200 {
      let date = CivilDate(daysSince1970: number)
      let parts = date?.components
      let isRight =
        date != nil && parts?.year == counter.year && parts?.month == counter.month && parts?.day == counter.day
        && date == CivilDate(year: counter.year, month: counter.month, day: counter.day)
        && date.flatMap { CivilDate($0.description) } == date && date?.weekday.rawValue == weekday
      if !isRight { faults.append(number) }
      counter.advance()
      number += 1
      weekday = weekday % 7 + 1
    }
    #expect(faults.isEmpty)
    #expect(number - 1 == CivilDate("2200-12-31")?.daysSince1970)
  }

  @Test(arguments: [
    "", "2026-4-29", "2026-04-29 ", " 2026-04-29", "2026/04/29", "20260429", "2026-04-31", "2026-02-29", "2026-13-01",
    "2026-00-10", "2026-01-00", "0000-12-31", "12026-01-01", "+026-01-01", "-026-01-01", "２０２６-04-29", "2026-04-29T00",
    "2100-02-29",
  ])
  func `a text that is no day gives no date`(text: String) {
    #expect(CivilDate(text) == nil)
  }

  @Test func `leap days exist every four years but for centuries not divisible by 400`() {
    #expect(CivilDate("2000-02-29") != nil)
    #expect(CivilDate("2024-02-29") != nil)
    #expect(CivilDate("1900-02-29") == nil)
  }

  @Test func `the calendar ends at 0001-01-01 and 9999-12-31`() {
    #expect(CivilDate.earliest.description == "0001-01-01")
    #expect(CivilDate.latest.description == "9999-12-31")
    #expect(CivilDate.earliest.adding(days: -1) == nil)
    #expect(CivilDate.latest.adding(days: 1) == nil)
    #expect(CivilDate.latest.adding(months: 1) == nil)
    #expect(CivilDate.earliest.adding(months: -1) == nil)
    #expect(CivilDate.earliest.adding(months: 9_999 * 12 - 1)?.description == "9999-12-01")
    #expect(CivilDate.latest.adding(days: .max) == nil)
    #expect(CivilDate.earliest.adding(days: .min) == nil)
    #expect(CivilDate.latest.adding(months: .max) == nil)
    #expect(CivilDate.latest.adding(years: .max) == nil)
    #expect(CivilDate(daysSince1970: .max) == nil)
  }

  @Test func `R-TIME-07 calendar days count weekends and holidays`() throws {
    let date = try day("2026-05-08")
    #expect(date.adding(days: 5)?.description == "2026-05-13")
    #expect(date.adding(days: -8)?.description == "2026-04-30")
    #expect(date.days(until: try day("2026-05-13")) == 5)
  }

  @Test(arguments: [
    ("2027-01-31", 1, "2027-02-28"), ("2028-01-31", 1, "2028-02-29"), ("2027-02-28", 1, "2027-03-28"),
    ("2024-12-31", 14, "2026-02-28"), ("2027-10-31", -8, "2027-02-28"), ("2026-01-15", -1, "2025-12-15"),
    ("2026-12-15", 1, "2027-01-15"), ("2026-08-31", 0, "2026-08-31"),
  ])
  func `R-TIME-08 months keep the day number and clamp to the end of the month`(
    from: String, months: Int, due: String
  ) throws {
    #expect(try day(from).adding(months: months)?.description == due)
  }

  @Test func `dates are ordered by time, not by text length or insertion`() throws {
    let texts = ["2026-02-28", "2026-03-01", "2025-12-31", "0999-01-01"]
    let dates = texts.compactMap(CivilDate.init)
    #expect(dates.sorted().map(\.description) == ["0999-01-01", "2025-12-31", "2026-02-28", "2026-03-01"])
  }

  @Test func `the ends of months and years are found from any day`() {
    #expect(CivilDate("2028-02-10")?.endOfMonth.description == "2028-02-29")
    #expect(CivilDate("2026-12-31")?.endOfMonth.description == "2026-12-31")
    #expect(CivilDate("2026-03-12")?.endOfYear.description == "2026-12-31")
    #expect(CivilDate.latest.endOfMonth == CivilDate.latest)
  }
}
