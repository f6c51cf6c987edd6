/// The public holidays of metropolitan France, computed for any year (R-TIME-04).
///
/// Eight are fixed, three move with Easter. Today's list is applied to every year. Good Friday and 26 December
/// (Alsace-Moselle) and overseas holidays are not counted.
/// Source: Code du travail L3133-1; RULEBOOK §4.2.
public struct FrenchHolidays: Sendable, Hashable {
  /// Whether Whit Monday counts; true unless the tenant set `whitMondayIsHoliday` otherwise.
  public var whitMondayIsHoliday: Bool

  /// Creates the list of holidays.
  public init(whitMondayIsHoliday: Bool = true) {
    self.whitMondayIsHoliday = whitMondayIsHoliday
  }

  /// Whether `date` is a public holiday, whatever its weekday.
  public func contains(_ date: CivilDate) -> Bool {
    guard RuleSwitch.isOn("R-TIME-04") else { return false }
    let (year, month, day) = date.components
    if Self.fixedHoliday(month: month, day: day) != nil { return true }
    // Moving holidays fall between 23 March and 13 June.
    guard 3...6 ~= month else { return false }
    return movingHoliday(daysAfterEaster: date.daysSince1970 - Self.easterDayNumber(year)) != nil
  }

  /// The holidays that fall on `date`: none, one, or in rare years two (1 May and Ascension in 2008).
  public func holidays(on date: CivilDate) -> [FrenchHoliday] {
    let (year, month, day) = date.components
    let fixed = Self.fixedHoliday(month: month, day: day)
    let moving = movingHoliday(daysAfterEaster: date.daysSince1970 - Self.easterDayNumber(year))
    return [fixed, moving].compactMap(\.self)
  }

  /// The holidays of a year (1…9999) in order of date, each date once; empty for another year.
  public func dates(in year: Int) -> [CivilDate] {
    guard let first = CivilDate(year: year, month: 1, day: 1) else { return [] }
    return (0..<first.days(until: first.endOfYear) + 1)
      .compactMap { first.adding(days: $0) }
      .filter(contains)
  }

  /// Easter Sunday of a year (1…9999) by the Gregorian computus, or nil for another year.
  public static func easterSunday(in year: Int) -> CivilDate? {
    1...9_999 ~= year ? CivilDate(daysSince1970: easterDayNumber(year)) : nil
  }

  private static func fixedHoliday(month: Int, day: Int) -> FrenchHoliday? {
    switch (month, day) {
    case (1, 1): .newYearsDay
    case (5, 1): .labourDay
    case (5, 8): .victory1945
    case (7, 14): .nationalDay
    case (8, 15): .assumption
    case (11, 1): .allSaints
    case (11, 11): .armistice1918
    case (12, 25): .christmas
    default: nil
    }
  }

  private func movingHoliday(daysAfterEaster: Int) -> FrenchHoliday? {
    switch daysAfterEaster {
    case 1: .easterMonday
    case 39: .ascension
    case 50: whitMondayIsHoliday ? .whitMonday : nil
    default: nil
    }
  }

  /// The Gregorian computus in the form of Meeus, Jones and Butcher.
  private static func easterDayNumber(_ year: Int) -> Int {
    let golden = year % 19
    let (century, yearOfCentury) = (year / 100, year % 100)
    let (leapCenturies, centuryRest) = (century / 4, century % 4)
    let lunarCorrection = (century - (century + 8) / 25 + 1) / 3
    let epact = (19 * golden + century - leapCenturies - lunarCorrection + 15) % 30
    let (leapYears, yearRest) = (yearOfCentury / 4, yearOfCentury % 4)
    let toSunday = (32 + 2 * centuryRest + 2 * leapYears - epact - yearRest) % 7
    let lateMoon = (golden + 11 * epact + 22 * toSunday) / 451
    let sum = epact + toSunday - 7 * lateMoon + 114
    return GregorianArithmetic.dayNumber(year: year, month: sum / 31, day: sum % 31 + 1)
  }
}
