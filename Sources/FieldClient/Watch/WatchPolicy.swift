/// Pauses and times of a sync that stays on (law L12).
public enum WatchPolicy {
  /// Milliseconds of the first pause after a sync or a poll that failed; each further one is twice as long.
  public static let firstPauseMilliseconds = 2_000
  /// The longest pause, milliseconds.
  public static let pauseMillisecondsMax = 300_000
  /// How often the outbox is looked at for captures of other programs, milliseconds.
  public static let outboxLookMilliseconds = 1_000
  /// Seconds a held poll may take in all: what the server holds it for, and a slow line.
  public static let pollSecondsMax = 60
  /// Entries of one poll's page: enough to tell own lines from others'.
  public static let pollEntriesMax = 100
  /// Milliseconds between a poll's news and the sync they call for, so that a colleague's burst is one sync.
  public static let gatherMilliseconds = 200
}
