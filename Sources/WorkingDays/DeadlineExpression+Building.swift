extension DeadlineExpression {
  /// `WD+count` or, when negative, `WD-count`; never 0.
  public static func workingDays(_ count: Int) -> DeadlineExpression {
    precondition(count != 0, "there is no working day number 0")
    return single(.workingDays, count)
  }

  /// `CD+count` or, when negative, `CD-count`.
  public static func calendarDays(_ count: Int) -> DeadlineExpression { single(.calendarDays, count) }

  /// `M+count` or, when negative, `M-count`.
  public static func months(_ count: Int) -> DeadlineExpression { single(.months, count) }

  /// `Y+count`, `count` 0 or more.
  public static func years(_ count: Int) -> DeadlineExpression { single(.years, count) }

  /// `H+count`, `count` 0 or more.
  public static func hours(_ count: Int) -> DeadlineExpression { single(.hours, count) }

  /// `Y+n`, a series computed from its origin.
  public static let yearsByNumber = DeadlineExpression(validSteps: [.move(.years, .forward, .parameter)])

  /// `ME`, the last day of the trigger's month.
  public static let endOfMonth = DeadlineExpression(validSteps: [.endOfMonth])

  /// `YE`, 31 December of the trigger's year.
  public static let endOfYear = DeadlineExpression(validSteps: [.endOfYear])

  /// `D0`, the trigger day.
  public static let sameDay = DeadlineExpression(validSteps: [.sameDay])

  /// These steps, then those of `next`, which has neither hours nor `min` nor `roll`; nor has the receiver the last two.
  public func then(_ next: DeadlineExpression) -> DeadlineExpression {
    precondition(
      earlierDateName == nil && next.earlierDateName == nil && !rolls && !next.rolls && !next.needsInstant
        && steps.count + next.steps.count <= Self.stepsMax, "only plain steps are composed, hours first")
    return DeadlineExpression(validSteps: steps + next.steps)
  }

  /// `min(A, @name)`: the earlier of this expression and the date of that name, when there is one.
  public func orEarlier(dateNamed name: String) -> DeadlineExpression {
    precondition(earlierDateName == nil && Self.isName(Array(name.utf8)), "one name of ASCII letters and digits")
    return DeadlineExpression(validSteps: steps, earlierDateName: name, rolls: rolls)
  }

  /// The same expression with or without a trailing `roll`.
  public func rolling(_ rolls: Bool = true) -> DeadlineExpression {
    DeadlineExpression(validSteps: steps, earlierDateName: earlierDateName, rolls: rolls)
  }

  /// The same expression with its calendar days counted as working days; `CD+0` becomes `D0`.
  ///
  /// It is the other reading of a plain « jours » (R-TIME-15, setting `plainDayUnit`).
  public var countingPlainDaysAsWorkingDays: DeadlineExpression {
    let replaced = steps.map { step -> DeadlineStep in
      switch step {
      case .move(.calendarDays, _, .fixed(0)): .sameDay
      case .move(.calendarDays, let direction, let count): .move(.workingDays, direction, count)
      default: step
      }
    }
    return DeadlineExpression(validSteps: replaced, earlierDateName: earlierDateName, rolls: rolls)
  }

  static func isName(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first, bytes.count <= nameBytesMax else { return false }
    return isLetter(first) && bytes.allSatisfy { isLetter($0) || isDigit($0) }
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
  }

  static func isDigit(_ byte: UInt8) -> Bool {
    UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
  }

  private static func single(_ unit: DeadlineStep.Unit, _ count: Int) -> DeadlineExpression {
    precondition(
      -countMax...countMax ~= count && (count >= 0 || unit.goesBackward), "a count within the grammar's limits")
    let direction = count < 0 ? DeadlineStep.Direction.backward : .forward
    return DeadlineExpression(validSteps: [.move(unit, direction, .fixed(abs(count)))])
  }
}
