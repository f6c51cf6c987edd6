import Testing
import WorkingDays

@Suite struct FrenchHolidaysTests {
  /// Easter by Gauss's formula with its two exceptions: another way than the room's.
  static func gaussEaster(_ year: Int) -> CivilDate? {
    let (a, b, c, century) = (year % 19, year % 4, year % 7, year / 100)
    let m = (15 - (13 + 8 * century) / 25 + century - century / 4) % 30
    let n = (4 + century - century / 4) % 7
    let d = (19 * a + m) % 30
    let e = (2 * b + 4 * c + 6 * d + n) % 7
    if d == 29, e == 6 { return CivilDate(year: year, month: 4, day: 19) }
    if d == 28, e == 6, (11 * m + 11) % 30 < 19 { return CivilDate(year: year, month: 4, day: 18) }
    return CivilDate(year: year, month: 3, day: 22)?.adding(days: d + e)
  }

  static func holidays(_ year: Int) -> Set<CivilDate> {
    let fixed = [(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)]
      .map { CivilDate(year: year, month: $0.0, day: $0.1) }
    let moving = [1, 39, 50].map { gaussEaster(year)?.adding(days: $0) }
    return Set((fixed + moving).compactMap(\.self))
  }

  /// RULEBOOK §4.2: year, Easter, Easter Monday, Ascension, Whit Monday, holidays on weekdays.
  static let printed = [
    (2024, "03-31", "04-01", "05-09", "05-20", 10), (2025, "04-20", "04-21", "05-29", "06-09", 10),
    (2026, "04-05", "04-06", "05-14", "05-25", 9), (2027, "03-28", "03-29", "05-06", "05-17", 7),
    (2028, "04-16", "04-17", "05-25", "06-05", 9), (2029, "04-01", "04-02", "05-10", "05-21", 9),
    (2030, "04-21", "04-22", "05-30", "06-10", 10), (2031, "04-13", "04-14", "05-22", "06-02", 10),
    (2032, "03-28", "03-29", "05-06", "05-17", 7), (2033, "04-17", "04-18", "05-26", "06-06", 7),
    (2034, "04-09", "04-10", "05-18", "05-29", 9), (2035, "03-25", "03-26", "05-03", "05-14", 9),
  ]

  @Test(arguments: printed)
  func `R-TIME-04 the moving holidays of a year are those of the printed table`(
    year: Int, easter: String, easterMonday: String, ascension: String, whitMonday: String, weekdayCount: Int
  ) throws {
    let holidays = FrenchHolidays()
    func dayOfYear(_ text: String) throws -> CivilDate { try day("\(year)-\(text)") }
    #expect(FrenchHolidays.easterSunday(in: year) == (try dayOfYear(easter)))
    #expect(holidays.holidays(on: try dayOfYear(easterMonday)) == [.easterMonday])
    #expect(holidays.holidays(on: try dayOfYear(ascension)) == [.ascension])
    #expect(holidays.holidays(on: try dayOfYear(whitMonday)) == [.whitMonday])
    #expect(holidays.dates(in: year).filter { !$0.weekday.isWeekend }.count == weekdayCount)
  }

  @Test func `R-TIME-04 the holidays of 1990 to 2099 are those another Easter formula gives`() {
    let holidays = FrenchHolidays()
    for year in 1_990...2_099 {
      #expect(Set(holidays.dates(in: year)) == Self.holidays(year), "\(year)")
      #expect(holidays.dates(in: year) == holidays.dates(in: year).sorted(), "\(year)")
    }
  }

  @Test func `Easter agrees with Gauss from 1583 to 4000 and with famous years`() {
    let faults = (1_583...4_000).filter { FrenchHolidays.easterSunday(in: $0) != Self.gaussEaster($0) }
    #expect(faults.isEmpty)
    #expect(FrenchHolidays.easterSunday(in: 1_818)?.description == "1818-03-22")
    #expect(FrenchHolidays.easterSunday(in: 2_038)?.description == "2038-04-25")
    #expect(FrenchHolidays.easterSunday(in: 1_954)?.description == "1954-04-18")
    #expect(FrenchHolidays.easterSunday(in: 1_981)?.description == "1981-04-19")
    #expect(FrenchHolidays.easterSunday(in: 0) == nil)
  }

  @Test func `R-TIME-04 two holidays on one day count once: 1 May and Ascension in 2008`() throws {
    let holidays = FrenchHolidays()
    let date = try day("2008-05-01")
    #expect(holidays.holidays(on: date) == [.labourDay, .ascension])
    #expect(holidays.dates(in: 2_008).count == 10)
    #expect(WorkingDayCalendar().workingDay(1, after: date)?.description == "2008-05-02")
  }

  @Test func `R-TIME-04 Good Friday, 26 December and overseas days are no holidays`() throws {
    let holidays = FrenchHolidays()
    for text in ["2026-04-03", "2026-12-26", "2026-05-22", "2026-12-20", "2026-04-05", "2026-05-24"] {
      #expect(!holidays.contains(try day(text)), "\(text)")
    }
  }

  @Test func `Whit Monday is a holiday unless the setting says otherwise`() throws {
    let date = try day("2026-05-25")
    let worked = FrenchHolidays(whitMondayIsHoliday: false)
    #expect(FrenchHolidays().contains(date))
    #expect(!worked.contains(date))
    #expect(worked.holidays(on: date).isEmpty)
    #expect(worked.dates(in: 2_026).count == 10)
    #expect(worked.dates(in: 10_000).isEmpty)
  }
}
