/// What becomes of a calendar or month deadline that falls on a weekend or holiday (R-TIME-11, setting `rollover`).
public enum Rollover: String, Sendable, Hashable, CaseIterable {
  /// It stays where it is: the default.
  case none
  /// A forward deadline moves to the next working day, a backward one to the previous working day.
  case nextWorkingDay
}
