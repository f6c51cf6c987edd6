public import WorkingDays

/// A version of the ministry's reading guide; an audit keeps the one it used, by its date (R-QUAL-11).
public enum ReadingGuide: String, Sendable, Hashable, CaseIterable {
  /// November 2023.
  case v8 = "V8"
  /// In force from 2024-04-01.
  case v9 = "V9"

  /// The version in force on a day; before the first one known, that one.
  public static func inForce(on day: CivilDate) -> ReadingGuide {
    guard let start = CivilDate(year: 2024, month: 4, day: 1) else { preconditionFailure("a day of the calendar") }
    return day < start || !RuleSwitches.isOn("R-QUAL-11") ? .v8 : .v9
  }
}
