/// The bounds of the local store (law L12).
public enum StoreLimits {
  /// Milliseconds SQLite waits for its own lock.
  public static let busyMilliseconds = 5_000
  /// Milliseconds between two tries for the profile lock.
  public static let lockStepMilliseconds = 10
  /// Tries for the profile lock: with the step, five seconds.
  public static let lockTriesMax = 500
  /// Folds held in memory after summaries were made of as many streams; of more, none is likely to be asked for next.
  public static let heldFoldsMax = 4
}

/// How a store is opened.
public struct StoreSettings: Sendable {
  /// Tries for the profile lock before `storeLocked`, `StoreLimits.lockStepMilliseconds` apart.
  public var lockTries: Int
  /// True when nobody else can reach the file (a simulated disk): SQLite then keeps its lock and no lock file is made.
  public var isExclusive: Bool

  /// Creates settings.
  public init(lockTries: Int = StoreLimits.lockTriesMax, isExclusive: Bool = false) {
    self.lockTries = lockTries
    self.isExclusive = isExclusive
  }
}
