public import WorkingDays

/// Audit time on one date, at one site.
///
/// A date on which two sites are seen is two values; together they may hold more than a day, which R-QUAL-40 refuses.
public struct ScheduledDay: Sendable, Hashable {
  /// The date.
  public let date: CivilDate
  /// One or two half-days.
  public let halfDays: Int
  /// The word that names the site.
  public let site: String
  /// On site or remote.
  public let mode: AuditMode

  /// Describes a day; nil for other than one or two half-days.
  public init?(date: CivilDate, halfDays: Int, site: String, mode: AuditMode = .onSite) {
    guard 1...2 ~= halfDays else { return nil }
    self.date = date
    self.halfDays = halfDays
    self.site = site
    self.mode = mode
  }
}

extension Collection<ScheduledDay> {
  /// How long they last together.
  public var duration: AuditDuration { AuditDuration(sumOf: lazy.map(\.halfDays)) }

  /// The dates, each once, ascending.
  var dates: [CivilDate] { Set(map(\.date)).sorted() }
}
