public import WorkingDays

/// Whether a body is a new entrant (R-QUAL-41, A-54).
public enum NewEntrant {
  /// A body in its first year of activity at its initial audit, or one that starts a new category of actions.
  ///
  /// - Parameters:
  ///   - firstYearOfActivity: the calendar year, as the body's file holds it; nil where it is not known.
  ///   - initialAudit: the last day of the initial audit.
  ///   - startsCategory: whether a category was new to the body at the last initial or extension audit.
  public static func isOne(firstYearOfActivity: Int?, initialAudit: CivilDate?, startsCategory: Bool) -> Bool {
    guard RuleSwitches.isOn("R-QUAL-41") else { return false }
    if startsCategory { return true }
    guard let firstYearOfActivity, let initialAudit else { return false }
    return initialAudit.year <= firstYearOfActivity
  }
}
