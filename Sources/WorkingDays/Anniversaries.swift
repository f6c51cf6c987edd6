/// The yearly dates of a series, each computed from the origin and never from the one before (R-TIME-09).
///
/// From 29 February 2028: 28 February 2029, 2030 and 2031, then 29 February 2032.
public struct Anniversaries: Sendable, Hashable {
  /// The day the series starts from; it is no anniversary itself.
  public let origin: CivilDate

  /// Creates the series of an origin.
  public init(of origin: CivilDate) {
    self.origin = origin
  }

  /// Anniversary number `number`, 1 or more; nil below 1 and beyond `CivilDate.latest`.
  public func date(number: Int) -> CivilDate? {
    guard number >= 1 else { return nil }
    if RuleSwitch.isOn("R-TIME-09") { return origin.adding(years: number) }
    return (1...number).reduce(origin) { date, _ in date?.adding(years: 1) }
  }

  /// The first anniversary strictly after `day`, with its number; nil beyond `CivilDate.latest`.
  public func first(after day: CivilDate) -> (number: Int, date: CivilDate)? {
    let candidate = max(1, day.year - origin.year)
    guard let date = date(number: candidate) else { return nil }
    if date > day { return (candidate, date) }
    return self.date(number: candidate + 1).map { (candidate + 1, $0) }
  }
}
