public import WorkingDays

/// The part of indicator 30 that is about funders (R-QUAL-15).
public enum FunderAppreciation {
  /// Whether it is proved on an audit day: one request within a year is enough, answered or not (DL-QUAL-17).
  ///
  /// Attending a funder's webinar or meeting counts as a request.
  public static func isProved(lastRequest: CivilDate?, on day: CivilDate) -> Bool {
    guard RuleSwitches.isOn("R-QUAL-15") else { return true }
    guard let lastRequest, let due = RuleDueDate.of(.qual17, from: lastRequest) else { return false }
    return day <= due
  }
}
