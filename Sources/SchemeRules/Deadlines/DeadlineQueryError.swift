public import WorkingDays

/// Why a question about a deadline has no answer.
public enum DeadlineQueryError: Error, Sendable, Hashable {
  /// The id is not in the table.
  case unknownDeadline(String)
  /// The expression does not parse.
  case badExpression(DeadlineExpressionError)
  /// A date field is not `YYYY-MM-DD` or no day of the calendar.
  case badDate(field: String, text: String)
  /// An instant field is not RFC 3339 in UTC.
  case badInstant(field: String, text: String)
  /// The deadline counts in `n` and none was given.
  case missingNumber
  /// `n` is no whole number from 1 to 99999.
  case badNumber(String)
  /// Neither `from` nor `instant`.
  case missingTrigger
  /// Both `from` and `instant`.
  case twoTriggers
  /// Neither `deadline` nor `expr`.
  case missingDeadline
  /// Both `deadline` and `expr`.
  case twoDeadlines
  /// Hours are counted from an instant, and a date was given.
  case instantNeeded
  /// The due moment is outside the years 1 to 9999.
  case outsideCalendar
  /// `rollover` is neither `none` nor `nextWorkingDay`.
  case badRollover(String)
  /// A field holds a value of the wrong kind.
  case badType(field: String)
  /// A field has a name that means nothing here.
  case unknownField(String)
  /// A line of a batch is no JSON object.
  case badLine

  /// The stable code, the same in every language and version.
  public var code: String {
    switch self {
    case .unknownDeadline: "unknown-deadline"
    case .badExpression: "bad-expression"
    case .badDate: "bad-date"
    case .badInstant: "bad-instant"
    case .missingNumber: "missing-n"
    case .badNumber: "bad-n"
    case .missingTrigger: "missing-trigger"
    case .twoTriggers: "two-triggers"
    case .missingDeadline: "missing-deadline"
    case .twoDeadlines: "two-deadlines"
    case .instantNeeded: "instant-needed"
    case .outsideCalendar: "outside-calendar"
    case .badRollover: "bad-rollover"
    case .badType: "bad-type"
    case .unknownField: "unknown-field"
    case .badLine: "bad-line"
    }
  }

  /// The character at which an expression went wrong, from 1; nil for every other error.
  public var position: Int? {
    if case .badExpression(let error) = self { error.position } else { nil }
  }
}
