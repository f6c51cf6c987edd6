import AuditDesk
import SyncCore
import WorkingDays

/// The days on which the audits of each dossier are planned, kept while the dossier does not change: what a first sync of
/// many pages asks for at each of them.
struct NextAuditDays {
  private struct Held {
    let through: Int
    let days: [CivilDate]
  }

  private var held: [StreamID: Held] = [:]

  /// The next day of audit of a dossier, today counted; nil when none is planned.
  mutating func next(
    _ stream: StreamID, from today: CivilDate, ledger: any LedgerReading, fold: () throws -> StreamFold
  ) throws -> CivilDate? {
    guard case .dossier = stream.family, let record = try ledger.stream(stream) else { return nil }
    let days: [CivilDate]
    if let known = held[stream], known.through == record.last {
      days = known.days
    } else {
      days = PlannedAuditDays.all(in: try fold())
      if held.count >= ServerLimits.auditDaysCachedMax { held = [:] }
      held[stream] = Held(through: record.last, days: days)
    }
    return days.first { $0 >= today }
  }
}
