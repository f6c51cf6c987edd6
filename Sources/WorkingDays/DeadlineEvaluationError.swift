/// Why a well-formed deadline expression has no due moment for what it was given.
public enum DeadlineEvaluationError: Error, Sendable, Hashable {
  /// The expression counts in `n` and no number was given.
  case numberMissing
  /// `n` is not within 1…`DeadlineExpression.countMax`.
  case numberOutOfRange(Int)
  /// The expression counts hours and the trigger is a date.
  case instantNeeded
  /// The due moment is outside the years 1 to 9999.
  case outsideCalendar
}
