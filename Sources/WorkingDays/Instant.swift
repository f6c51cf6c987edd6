/// A point in time, in whole milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
///
/// A value that exists falls on a `CivilDate` in Paris: from the first to the last millisecond of
/// `CivilDate.earliest…CivilDate.latest` there.
public struct Instant: Sendable, Hashable, Comparable {
  static let millisecondsPerDay: Int64 = 86_400_000
  static let millisecondsPerHour: Int64 = 3_600_000

  /// The first instant there is, 00:00 in Paris on 0001-01-01.
  public static let earliest = Instant(
    validMilliseconds: Int64(CivilDate.earliest.daysSince1970) * millisecondsPerDay - millisecondsPerHour)
  /// The last instant there is, the last millisecond of 9999-12-31 in Paris.
  public static let latest = Instant(
    validMilliseconds: Int64(CivilDate.latest.daysSince1970 + 1) * millisecondsPerDay - millisecondsPerHour - 1)

  /// Milliseconds since 1970-01-01T00:00:00Z; negative before.
  public let millisecondsSince1970: Int64

  init(validMilliseconds: Int64) {
    millisecondsSince1970 = validMilliseconds
  }

  /// The instant that many milliseconds after 1970-01-01T00:00:00Z, or nil outside `earliest…latest`.
  public init?(millisecondsSince1970: Int64) {
    guard
      Self.earliest.millisecondsSince1970...Self.latest.millisecondsSince1970 ~= millisecondsSince1970
    else { return nil }
    self.init(validMilliseconds: millisecondsSince1970)
  }

  /// The instant that many milliseconds after 1970-01-01T00:00:00Z, or the nearest there is: for reading a clock.
  public init(clampingMillisecondsSince1970 milliseconds: Int64) {
    self.init(
      validMilliseconds: min(
        max(milliseconds, Self.earliest.millisecondsSince1970), Self.latest.millisecondsSince1970))
  }

  /// The instant `count` milliseconds later (earlier when negative), or nil outside `earliest…latest`.
  public func adding(milliseconds count: Int64) -> Instant? {
    let (sum, overflow) = millisecondsSince1970.addingReportingOverflow(count)
    return overflow ? nil : Instant(millisecondsSince1970: sum)
  }

  /// The instant `count` elapsed hours later, whatever clocks do meanwhile (R-TIME-13), or nil outside the range.
  public func adding(hours count: Int) -> Instant? {
    let (milliseconds, overflow) = Int64(count).multipliedReportingOverflow(by: Self.millisecondsPerHour)
    guard !overflow, let elapsed = adding(milliseconds: milliseconds) else { return nil }
    if RuleSwitch.isOn("R-TIME-13") { return elapsed }
    return elapsed.adding(milliseconds: Int64(parisOffsetMinutes - elapsed.parisOffsetMinutes) * 60_000)
  }

  /// Milliseconds from this instant to `other`; negative when `other` is earlier.
  public func milliseconds(until other: Instant) -> Int64 {
    other.millisecondsSince1970 - millisecondsSince1970
  }

  /// Orders instants by time.
  public static func < (earlier: Instant, later: Instant) -> Bool {
    earlier.millisecondsSince1970 < later.millisecondsSince1970
  }
}
