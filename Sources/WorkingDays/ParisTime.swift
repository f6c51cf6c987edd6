/// Legal time in Paris: UTC+1, and UTC+2 from the last Sunday of March to the last Sunday of October, 01:00 UTC.
///
/// Source: directive 2000/84/EC, and the same dates in force since 1996.
/// Bound: exact from 1996-01-01T00:00:00Z for as long as that rule stands. Before, UTC+1 is used all year, so an
/// instant of an earlier summer between 22:00 and 23:00 UTC gets the Paris date of the day before the legal one
/// (and older legal times differ further). No rule of the field reaches back there.
enum ParisTime {
  static let firstYearWithRule = 1_996

  /// Milliseconds to add to UTC to read legal time in Paris.
  static func offsetMilliseconds(at instant: Instant) -> Int64 {
    isSummerTime(instant) ? 2 * Instant.millisecondsPerHour : Instant.millisecondsPerHour
  }

  private static func isSummerTime(_ instant: Instant) -> Bool {
    let day = GregorianArithmetic.floorDivide(
      Int(instant.millisecondsSince1970), Int(Instant.millisecondsPerDay))
    let year = GregorianArithmetic.civil(dayNumber: day).year
    guard year >= firstYearWithRule else { return false }
    let start = changeMilliseconds(year: year, month: 3)
    let end = changeMilliseconds(year: year, month: 10)
    return start..<end ~= instant.millisecondsSince1970
  }

  /// 01:00 UTC on the last Sunday of a month of 31 days.
  private static func changeMilliseconds(year: Int, month: Int) -> Int64 {
    let last = GregorianArithmetic.dayNumber(year: year, month: month, day: 31)
    // Day number 3, 1970-01-04, was a Sunday.
    let daysAfterSunday = (last - 3) % 7
    return Int64(last - daysAfterSunday) * Instant.millisecondsPerDay + Instant.millisecondsPerHour
  }
}

extension Instant {
  /// The civil date in Paris at this instant (R-TIME-01): 2026-04-28T22:30:00Z is 2026-04-29.
  ///
  /// Exact from 1996; before, legal summer time is not known (`ParisTime`).
  public var parisDate: CivilDate {
    let ahead = RuleSwitch.isOn("R-TIME-01") ? ParisTime.offsetMilliseconds(at: self) : 0
    let local = millisecondsSince1970 + ahead
    let dayNumber = GregorianArithmetic.floorDivide(Int(local), Int(Self.millisecondsPerDay))
    guard let date = CivilDate(daysSince1970: dayNumber) else {
      preconditionFailure("an Instant is between CivilDate.earliest and .latest in Paris")
    }
    return date
  }

  /// Minutes Paris is ahead of UTC at this instant: 60, or 120 in summer.
  public var parisOffsetMinutes: Int {
    Int(ParisTime.offsetMilliseconds(at: self) / 60_000)
  }
}

extension CivilDate {
  /// 00:00 in Paris on this day, the moment at which a deadline of the day before is overdue (R-TIME-10).
  public var startInParis: Instant {
    // Clocks change at 01:00 UTC, never at midnight: the offset one hour before UTC midnight holds at 00:00 Paris.
    let utcMidnight = Int64(daysSince1970) * Instant.millisecondsPerDay
    let beforeMidnight = Instant(validMilliseconds: utcMidnight - Instant.millisecondsPerHour)
    return Instant(validMilliseconds: utcMidnight - ParisTime.offsetMilliseconds(at: beforeMidnight))
  }
}
