public import WorkingDays

/// A question of `constat deadline compute`: which deadline, from when.
public struct DeadlineQuery: Sendable, Hashable {
  /// What is asked for: a deadline of the table, or an expression of its own.
  public enum Subject: Sendable, Hashable {
    case deadline(DeadlineID)
    case expression(DeadlineExpression)
  }

  /// The deadline or expression.
  public var subject: Subject
  /// The fact that starts the clock (R-TIME-14).
  public var trigger: DeadlineMoment
  /// Dates by the name an expression gives them after `@`, such as `certificateEnd`.
  public var dates: [String: CivilDate]
  /// `n` of `Y+n`, from 1.
  public var number: Int?
  /// The setting `rollover`.
  public var rollover: Rollover

  /// Creates a question.
  public init(
    _ subject: Subject, trigger: DeadlineMoment, dates: [String: CivilDate] = [:], number: Int? = nil,
    rollover: Rollover = .none
  ) {
    self.subject = subject
    self.trigger = trigger
    self.dates = dates
    self.number = number
    self.rollover = rollover
  }

  /// The due moment; for DL-QUAL-02, -03 or -04 with the three dates of the surveillance window.
  ///
  /// Pure: the same question, table and calendar give the same answer.
  /// - Throws: `DeadlineQueryError` `missing-n`, `bad-n`, `instant-needed` or `outside-calendar`.
  public func answer(
    table: DeadlineTable = .standard, calendar: WorkingDayCalendar = WorkingDayCalendar()
  ) throws(DeadlineQueryError) -> DeadlineAnswer {
    switch subject {
    case .expression(let expression):
      return DeadlineAnswer(due: try due(expression, calendar))
    case .deadline(let id):
      let due = try due(table[id].expression, calendar)
      guard id.windowPart != nil else { return DeadlineAnswer(due: due) }
      let window = DueWindow(
        opens: try self.due(table[.qual02].expression, calendar).parisDate,
        nominal: try self.due(table[.qual03].expression, calendar).parisDate,
        closes: try self.due(table[.qual04].expression, calendar).parisDate)
      return DeadlineAnswer(due: due, window: window)
    }
  }

  private func due(
    _ expression: DeadlineExpression, _ calendar: WorkingDayCalendar
  ) throws(DeadlineQueryError) -> DeadlineMoment {
    do {
      return try expression.due(
        after: trigger, calendar: calendar, number: number, dates: dates, rollover: rollover)
    } catch {
      switch error {
      case .numberMissing: throw .missingNumber
      case .numberOutOfRange(let number): throw .badNumber(String(number))
      case .instantNeeded: throw .instantNeeded
      case .outsideCalendar: throw .outsideCalendar
      }
    }
  }
}
