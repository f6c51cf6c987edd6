extension DeadlineExpression {
  /// The due moment for a trigger: an instant for hours alone, a civil date of Paris otherwise.
  ///
  /// The trigger day is never counted (R-TIME-02); an instant is first turned into its Paris date (R-TIME-01), but for
  /// hours. With a roll-over, the last step decides: calendar days, months and years move by their own direction to
  /// a working day, everything else stays. The date named in `min` never moves, and the earlier one binds (R-TIME-16).
  /// - Parameters:
  ///   - trigger: the date or instant of the fact (R-TIME-14).
  ///   - number: `n`, from 1.
  ///   - dates: dates by the name after `@`; one that is absent does not bind.
  ///   - rollover: the setting; a `roll` in the expression asks for the same.
  /// - Throws: `DeadlineEvaluationError`.
  public func due(
    after trigger: DeadlineMoment, calendar: WorkingDayCalendar = WorkingDayCalendar(), number: Int? = nil,
    dates: [String: CivilDate] = [:], rollover: Rollover = .none
  ) throws(DeadlineEvaluationError) -> DeadlineMoment {
    var moment = trigger
    for step in RuleSwitch.isOn("R-TIME-12") ? steps : steps.suffix(1) {
      moment = try step.applied(to: moment, calendar: calendar, number: number)
    }
    if rolls || rollover == .nextWorkingDay, RuleSwitch.isOn("R-TIME-11") {
      moment = try rolledOver(moment, calendar: calendar)
    }
    guard let earlierDateName, let limit = dates[earlierDateName], limit < moment.parisDate,
      RuleSwitch.isOn("R-TIME-16")
    else { return moment }
    return .date(limit)
  }

  private func rolledOver(
    _ moment: DeadlineMoment, calendar: WorkingDayCalendar
  ) throws(DeadlineEvaluationError) -> DeadlineMoment {
    guard case .date(let date) = moment, case .move(let unit, let direction, _) = steps.last else { return moment }
    switch unit {
    case .workingDays, .hours:
      return moment
    case .calendarDays, .months, .years:
      let rolled =
        direction == .forward ? calendar.workingDay(onOrAfter: date) : calendar.workingDay(onOrBefore: date)
      guard let rolled else { throw .outsideCalendar }
      return .date(rolled)
    }
  }
}

extension DeadlineStep {
  func applied(
    to moment: DeadlineMoment, calendar: WorkingDayCalendar, number: Int?
  ) throws(DeadlineEvaluationError) -> DeadlineMoment {
    switch self {
    case .endOfMonth: return .date(moment.parisDate.endOfMonth)
    case .endOfYear: return .date(moment.parisDate.endOfYear)
    case .sameDay: return .date(moment.parisDate)
    case .move(let unit, let direction, let count):
      let due = try Self.moved(
        moment, unit, direction, by: count.value(number: number), calendar: calendar)
      guard let due else { throw .outsideCalendar }
      return due
    }
  }

  private static func moved(
    _ moment: DeadlineMoment, _ unit: Unit, _ direction: Direction, by count: Int, calendar: WorkingDayCalendar
  ) throws(DeadlineEvaluationError) -> DeadlineMoment? {
    let signed = direction == .forward ? count : -count
    let day = moment.parisDate
    switch unit {
    case .hours:
      guard case .instant(let instant) = moment else { throw .instantNeeded }
      return instant.adding(hours: signed).map(DeadlineMoment.instant)
    case .calendarDays where RuleSwitch.isOn("R-TIME-07"):
      return day.adding(days: signed).map(DeadlineMoment.date)
    case .months:
      return day.adding(months: signed).map(DeadlineMoment.date)
    case .years:
      return day.adding(years: signed).map(DeadlineMoment.date)
    case .workingDays, .calendarDays:
      let due =
        direction == .forward ? calendar.workingDay(count, after: day) : calendar.workingDay(count, before: day)
      return due.map(DeadlineMoment.date)
    }
  }
}

extension DeadlineStep.Count {
  func value(number: Int?) throws(DeadlineEvaluationError) -> Int {
    switch self {
    case .fixed(let count): return count
    case .parameter:
      guard let number else { throw .numberMissing }
      guard 1...DeadlineExpression.countMax ~= number else { throw .numberOutOfRange(number) }
      return number
    }
  }
}
