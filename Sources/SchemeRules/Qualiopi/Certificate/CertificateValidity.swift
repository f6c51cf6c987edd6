public import WorkingDays

/// The first and last day of a certificate's validity, both included (RULEBOOK §4.1, 12).
public struct CertificateValidity: Sendable, Hashable {
  /// The first day.
  public var from: CivilDate
  /// The last day.
  public var to: CivilDate

  /// Pairs two days.
  public init(from: CivilDate, to: CivilDate) {
    self.from = from
    self.to = to
  }

  /// A cycle of three years from a day, where nothing printed says otherwise (R-QUAL-33, DL-QUAL-06, A-41); nil outside
  /// the calendar.
  public init?(cycleFrom start: CivilDate, settings: QualiopiSettings = .standard) {
    guard RuleSwitches.isOn("R-QUAL-33"), RuleSwitches.isOn(DeadlineID.qual06),
      let anniversary = RuleDueDate.of(.qual06, from: start),
      let end = settings.validityEndRule == .eve ? anniversary.adding(days: -1) : anniversary
    else { return nil }
    self.init(from: start, to: end)
  }

  /// The start of the cycle after this one, renewed in time: the old end, never the decision's day.
  public func nextStart(_ settings: QualiopiSettings = .standard) -> CivilDate {
    settings.validityEndRule == .eve ? to.adding(days: 1) ?? to : to
  }
}

/// The days within which a surveillance is held, both included (R-QUAL-49, A-37, A-38).
public struct SurveillanceWindow: Sendable, Hashable {
  /// The first day.
  public let opens: CivilDate
  /// The last day.
  public let closes: CivilDate

  /// The window after a start of validity; nil outside the calendar.
  public init?(validFrom: CivilDate, settings: QualiopiSettings = .standard) {
    guard let opens = settings.due(.qual02, from: validFrom), let closes = settings.due(.qual04, from: validFrom)
    else { return nil }
    self.opens = opens
    self.closes = closes
  }
}
