/// The trigger of a deadline or its due moment: a civil date of Paris, or an instant.
public enum DeadlineMoment: Sendable, Hashable, CustomStringConvertible {
  /// A whole day. As a due moment it is inclusive, until 24:00 in Paris (R-TIME-10).
  case date(CivilDate)
  /// A point in time. As a due moment it comes of an hour deadline (R-TIME-13).
  case instant(Instant)

  /// The civil date in Paris (R-TIME-01).
  public var parisDate: CivilDate {
    switch self {
    case .date(let date): date
    case .instant(let instant): instant.parisDate
    }
  }

  /// Whether a deadline due at this moment is overdue at `now`: for a date, from 00:00 Paris of the next day.
  public func isOverdue(at now: Instant) -> Bool {
    switch self {
    case .date(let date): now.parisDate > date || now.parisDate == date && !RuleSwitch.isOn("R-TIME-10")
    case .instant(let instant): now > instant
    }
  }

  /// `YYYY-MM-DD`, or RFC 3339 in UTC.
  public var description: String {
    switch self {
    case .date(let date): date.description
    case .instant(let instant): instant.description
    }
  }
}
