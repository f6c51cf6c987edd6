import SyncCore
import WorkingDays

extension ScheduledDay {
  /// The schedule of an audit as its plan holds it, for planning and billing alike; entries of another shape are left
  /// out.
  static func all(of audit: FieldReading, mode: AuditMode) -> [ScheduledDay] {
    (audit.view("schedule")?.shown?.elements ?? []).compactMap { entry in
      guard let date = entry["date"]?.text.flatMap({ CivilDate($0) }),
        let halfDays = entry["halfDays"]?.number.flatMap({ Int(exactly: $0) })
      else { return nil }
      return ScheduledDay(date: date, halfDays: halfDays, site: entry["site"]?.text ?? "", mode: mode)
    }
  }
}
