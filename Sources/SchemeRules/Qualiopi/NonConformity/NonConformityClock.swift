public import WorkingDays

/// Until when evidence on a non-conformity is in time (R-QUAL-76, R-QUAL-81).
///
/// DL-QUAL-11 for a minor, DL-QUAL-12 for a major; the last day counts as in time, the day after does not.
public struct NonConformityClock: Sendable, Hashable {
  /// The deadline of the grade.
  public let deadline: DeadlineID
  /// The day it runs from (`ncClockStart`, A-43); nil while that is not recorded.
  public let start: CivilDate?
  /// The last day; nil while the start is not recorded.
  public let due: CivilDate?

  /// The rule that sets the delay.
  public var rule: RuleID { deadline == .qual12 ? "R-QUAL-81" : "R-QUAL-76" }

  /// Starts the clock of a grade; nil for a grade that is no non-conformity.
  /// - Parameters:
  ///   - certificateEnd: the end of validity, which cuts the delay of a major.
  ///   - settings: the readings in force.
  ///   - isInitial: whether an initial audit raised it, whose majors may have a second delay by setting.
  public init?(
    _ grade: QualiopiGrade, from start: CivilDate?, certificateEnd: CivilDate?, settings: QualiopiSettings = .standard,
    isInitial: Bool = false
  ) {
    switch grade {
    case .major: deadline = .qual12
    case .minor: deadline = .qual11
    case .conform, .notApplicable, .notAudited: return nil
    }
    self.start = start
    let end = deadline == .qual12 ? certificateEnd : nil
    let usual = start.flatMap { [deadline] in
      RuleDueDate.of(deadline, from: $0, certificateEnd: end, settings: settings)
    }
    due =
      deadline == .qual12 && isInitial ? usual?.adding(months: settings.initialSecondChanceMonths) : usual
  }

  /// Whether something done that day is in time; nil while there is no due date.
  public func isInTime(_ day: CivilDate) -> Bool? { due.map { day <= $0 } }

  /// Whether the delay is over: from the day after the due date on.
  public func isOver(on today: CivilDate) -> Bool { due.map { $0 < today } ?? false }
}
