import WorkingDays

extension ScheduledDay {
  /// Half-days over the days of an audit whose schedule nobody wrote: each weekday one first, then a second, what is
  /// left on the last; their sum is the duration whatever the days.
  static func spread(_ duration: AuditDuration, over days: AuditDays, mode: AuditMode) -> [ScheduledDay] {
    var dates: [CivilDate] = []
    var date: CivilDate? = days.first
    while let day = date, day <= days.last, dates.count < duration.halfDays {
      if !day.weekday.isWeekend { dates.append(day) }
      date = day.adding(days: 1)
    }
    if dates.isEmpty { dates = [days.first] }
    var counts = dates.map { _ in 1 }
    var left = duration.halfDays - dates.count
    for place in counts.indices where left > 0 {
      counts[place] += 1
      left -= 1
    }
    let planned = zip(dates, counts).compactMap { ScheduledDay(date: $0, halfDays: $1, site: "", mode: mode) }
    let beyond = (0..<max(0, left)).compactMap { _ in
      dates.last.flatMap { ScheduledDay(date: $0, halfDays: 1, site: "", mode: mode) }
    }
    return duration.halfDays == 0 ? [] : planned + beyond
  }
}
