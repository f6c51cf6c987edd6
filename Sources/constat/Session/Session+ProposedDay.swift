import ReplicaStore
import SchemeRules
import SyncCore
import Terminal
import WorkingDays

extension Session {
  /// The day this device's clock proposes for a fact with legal effect, where its date was not given (R-TIME-22).
  ///
  /// A usage error, with the offset measured, where the clock was too far off to propose anything.
  func proposedDay(option: String) throws -> CivilDate {
    let offset = try store.status().clockOffsetMilliseconds
    let clock = Instant(clampingMillisecondsSince1970: now)
    // A clock too far off to name the day is still near enough to say which settings hold.
    let settings = QualiopiSettings.inForce(directory: try store.fold(.directory), on: clock.parisDate)
    let limit = settings.clockOffsetMaxMinutes
    if let day = ConfirmedDate.proposal(clock: clock, offset: offset, maxMinutes: limit) { return day }
    let minutes = (offset ?? 0) / 60_000
    throw CommandFailure(
      "clock-off", .usage,
      fr:
        "L'horloge de ce poste s'écartait de \(minutes) min de celle du serveur à la dernière synchronisation (limite : "
        + "\(limit) min) : elle ne propose aucune date (R-TIME-22). Donnez la date du fait avec \(option).",
      en:
        "This device's clock was \(minutes) min off the server's at the last sync (limit: \(limit) min): it proposes no "
        + "date (R-TIME-22). Give the date of the fact with \(option).")
  }
}
