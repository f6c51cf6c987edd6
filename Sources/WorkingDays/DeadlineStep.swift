/// One step of a deadline expression, applied to the moment the step before it gave.
public enum DeadlineStep: Sendable, Hashable, CustomStringConvertible {
  /// A count of units forward (`+`) or backward (`-`): `WD+30`, `M-4`, `Y+n`.
  case move(Unit, Direction, Count)
  /// `ME`: the last day of the month.
  case endOfMonth
  /// `YE`: 31 December of the year.
  case endOfYear
  /// `D0`: the trigger day.
  case sameDay

  /// What a step counts.
  public enum Unit: String, Sendable, Hashable, CaseIterable {
    /// Working days [jours ouvrés].
    case workingDays = "WD"
    /// Calendar days [jours calendaires].
    case calendarDays = "CD"
    /// Months, clamped to the end of the target month.
    case months = "M"
    /// Years, that is 12 months each; forward only.
    case years = "Y"
    /// Elapsed hours on an instant; forward only, and before any step that gives a date.
    case hours = "H"

    /// Whether the unit can be counted backward.
    var goesBackward: Bool { self != .years && self != .hours }
  }

  /// Which way a step goes.
  public enum Direction: String, Sendable, Hashable {
    case forward = "+"
    case backward = "-"
  }

  /// How many units.
  public enum Count: Sendable, Hashable, CustomStringConvertible {
    /// A number written in the expression, 0…`DeadlineExpression.countMax` (from 1 for working days).
    case fixed(Int)
    /// `n`, a number from 1 given at evaluation: the rank in a series computed from its origin (R-TIME-09).
    case parameter

    /// The count as written.
    public var description: String {
      switch self {
      case .fixed(let number): String(number)
      case .parameter: "n"
      }
    }
  }

  /// The step as written in an expression.
  public var description: String {
    switch self {
    case .move(let unit, let direction, let count): unit.rawValue + direction.rawValue + count.description
    case .endOfMonth: "ME"
    case .endOfYear: "YE"
    case .sameDay: "D0"
    }
  }

  var countsHours: Bool {
    if case .move(.hours, _, _) = self { true } else { false }
  }
}
