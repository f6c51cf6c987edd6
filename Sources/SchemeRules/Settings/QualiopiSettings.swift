/// The readings adopted where the sources are silent, as settings by name with their default (RULEBOOK §6.2, §6.4).
///
/// A setting is data, dated by its effect: what runs keeps the version in force when it began (R-TIME-19).
public struct QualiopiSettings: Sendable, Hashable {
  /// The defaults.
  public static let standard = QualiopiSettings()

  /// `minorMax`: minors beyond this number carry a major.
  public var minorMax = 4
  /// `minorOverdueBecomesMajor`: whether a minor past its six months becomes a major at once.
  public var minorOverdueBecomesMajor = false
  /// `majorClockStops`: what must be done within three months.
  public var majorClockStops = MajorClockStop.evidenceReceived
  /// `ncClockStart`: from when three and six months run.
  public var ncClockStart = NonConformityClockStart.auditEnd
  /// `validityEndRule`: the last day of validity where none is printed.
  public var validityEndRule = ValidityEndRule.anniversary
  /// `surveillanceWindow`: months after the start of validity, both included.
  public var surveillanceWindow = MonthWindow(opens: 14, closes: 22)
  /// `splitAuditMaxDays`: calendar days within which a split audit stays.
  public var splitAuditMaxDays = 28
  /// `rotationCountsExtra`: whether extension audits count among an auditor's four.
  public var rotationCountsExtra = false
  /// `rotationBreakCycles`: full cycles by another auditor before the same may return.
  public var rotationBreakCycles = 1
  /// `initialSecondChanceMonths`: months granted after DL-QUAL-12 to an initial audit.
  public var initialSecondChanceMonths = 0
  /// `lateRenewalAllowed`: whether an expired certificate may come back as a new cycle.
  public var lateRenewalAllowed = true
  /// `complaintsRegister`: whether complaints and appeals are held.
  public var complaintsRegister = true
  /// `competencePerCategory`: whether competences are asked per category.
  public var competencePerCategory = true
  /// `notificationDateBasis`: which date of a letter sent starts a clock (§4.1, 13).
  public var notificationDateBasis = NotificationDateBasis.sent
  /// `capBasis`: what dates a service the cap of subcontracting counts.
  public var capBasis = SubcontractingCap.Basis.invoiced
  /// `clockOffsetMaxMinutes`: beyond it a device's clock proposes no date.
  public var clockOffsetMaxMinutes = 5
  /// `whitMondayIsHoliday`.
  public var whitMondayIsHoliday = true
  /// `rollover`: where a calendar deadline falls on a day off.
  public var rolloverToNextWorkingDay = false
  /// `plainDayUnit`: deadlines whose source says « jours » and no more, counted in working days (R-TIME-15).
  public var plainDaysAsWorkingDays: Set<DeadlineID> = []
  /// `auditDurations`: the shortest audits; empty where the contract alone says.
  public var auditDurations = AuditDurations()

  /// The defaults.
  public init() {}
}

/// What must be done within the three months of a major.
public enum MajorClockStop: String, Sendable, Hashable, CaseIterable { case evidenceReceived, lifted }
/// From when the delays of non-conformities run.
public enum NonConformityClockStart: String, Sendable, Hashable, CaseIterable { case auditEnd, notification }
/// The last day of validity where the certificate prints none.
public enum ValidityEndRule: String, Sendable, Hashable, CaseIterable { case anniversary, eve }
/// Which date of a letter sent starts a clock (RULEBOOK §4.1, 13).
public enum NotificationDateBasis: String, Sendable, Hashable, CaseIterable { case sent, acknowledged }
/// A window of months after a day, both ends included.
public struct MonthWindow: Sendable, Hashable {
  /// The month it opens with.
  public var opens: Int
  /// The month it closes with.
  public var closes: Int

  /// Pairs the two.
  public init(opens: Int, closes: Int) {
    self.opens = opens
    self.closes = closes
  }
}
