/// A day of the proleptic Gregorian calendar, without time or zone, from 0001-01-01 to 9999-12-31.
///
/// A value that exists is a real day. Its text form is `YYYY-MM-DD`, four ASCII digits for the year, and nothing
/// else. Deadlines are computed on civil dates of Europe/Paris (R-TIME-01).
public struct CivilDate: Sendable, Hashable, Comparable, LosslessStringConvertible {
  /// The first day there is, 0001-01-01.
  public static let earliest = CivilDate(validDayNumber: GregorianArithmetic.dayNumber(year: 1, month: 1, day: 1))
  /// The last day there is, 9999-12-31.
  public static let latest = CivilDate(validDayNumber: GregorianArithmetic.dayNumber(year: 9_999, month: 12, day: 31))

  private let dayNumber: Int32

  /// Days since 1970-01-01; negative before.
  public var daysSince1970: Int { Int(dayNumber) }

  private init(validDayNumber: Int) {
    dayNumber = Int32(validDayNumber)
  }

  /// The day that many days after 1970-01-01, or nil outside `earliest…latest`.
  public init?(daysSince1970: Int) {
    guard Self.earliest.daysSince1970...Self.latest.daysSince1970 ~= daysSince1970 else { return nil }
    self.init(validDayNumber: daysSince1970)
  }

  /// The day of these numbers (year 1…9999, month 1…12), or nil when there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard 1...9_999 ~= year, 1...12 ~= month,
      day >= 1, day <= GregorianArithmetic.length(ofMonth: month, in: year)
    else { return nil }
    self.init(validDayNumber: GregorianArithmetic.dayNumber(year: year, month: month, day: day))
  }

  /// The day spelled `YYYY-MM-DD`, or nil for any other spelling or a day that does not exist.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    let hyphen = UInt8(ascii: "-")
    guard bytes.count == 10, bytes[4] == hyphen, bytes[7] == hyphen,
      let year = FixedWidthDigits.value(bytes, 0..<4),
      let month = FixedWidthDigits.value(bytes, 5..<7),
      let day = FixedWidthDigits.value(bytes, 8..<10)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Year 1…9999, month 1…12 and day of the month 1…31, read together.
  public var components: (year: Int, month: Int, day: Int) {
    GregorianArithmetic.civil(dayNumber: daysSince1970)
  }

  /// The year, 1…9999.
  public var year: Int { components.year }

  /// The month, 1…12.
  public var month: Int { components.month }

  /// The day of the month, 1…31.
  public var day: Int { components.day }

  /// The day of the week.
  public var weekday: Weekday {
    // 1970-01-01 was a Thursday; the remainder is 0 for a Monday.
    let fromMonday = daysSince1970 + 3 - 7 * GregorianArithmetic.floorDivide(daysSince1970 + 3, 7)
    return Weekday.allCases[fromMonday]
  }

  /// The day spelled `YYYY-MM-DD`.
  public var description: String {
    let (year, month, day) = components
    return FixedWidthDigits.text(year, width: 4) + "-" + FixedWidthDigits.text(month, width: 2) + "-"
      + FixedWidthDigits.text(day, width: 2)
  }

  /// The day `count` calendar days later (earlier when negative), or nil outside `earliest…latest` (R-TIME-07).
  public func adding(days count: Int) -> CivilDate? {
    let (sum, overflow) = daysSince1970.addingReportingOverflow(count)
    return overflow ? nil : CivilDate(daysSince1970: sum)
  }

  /// The same day number `count` months later (earlier when negative), or nil outside `earliest…latest`.
  ///
  /// A day the target month does not have becomes its last day (R-TIME-08): 2027-01-31 plus one month is 2027-02-28.
  public func adding(months count: Int) -> CivilDate? {
    let (year, month, day) = components
    let (target, overflow) = (year * 12 + month - 1).addingReportingOverflow(count)
    guard !overflow, 12..<120_000 ~= target else { return nil }
    let (targetYear, targetMonth) = (target / 12, target % 12 + 1)
    let lastDay = GregorianArithmetic.length(ofMonth: targetMonth, in: targetYear)
    let isClamped = RuleSwitch.isOn("R-TIME-08")
    return CivilDate(year: targetYear, month: targetMonth, day: isClamped ? min(day, lastDay) : day)
  }

  /// The same day `count` years later (earlier when negative): 12 × `count` months, clamped likewise (R-TIME-09).
  ///
  /// - Returns: nil outside `earliest…latest`.
  public func adding(years count: Int) -> CivilDate? {
    let (months, overflow) = count.multipliedReportingOverflow(by: 12)
    return overflow ? nil : adding(months: months)
  }

  /// The last day of this day's month.
  public var endOfMonth: CivilDate {
    let (year, month, day) = components
    return CivilDate(
      validDayNumber: daysSince1970 + GregorianArithmetic.length(ofMonth: month, in: year) - day)
  }

  /// 31 December of this day's year.
  public var endOfYear: CivilDate {
    CivilDate(validDayNumber: GregorianArithmetic.dayNumber(year: year, month: 12, day: 31))
  }

  /// Calendar days from this day to `other`; negative when `other` is earlier.
  public func days(until other: CivilDate) -> Int {
    other.daysSince1970 - daysSince1970
  }

  /// Orders days by time.
  public static func < (earlier: CivilDate, later: CivilDate) -> Bool {
    earlier.dayNumber < later.dayNumber
  }
}
