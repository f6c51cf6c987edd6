/// What runs did, counted.
public struct ExploreTally: Sendable, Equatable {
  /// Runs.
  public var seeds = 0
  /// Steps taken.
  public var steps = 0
  /// Changes saved.
  public var captures = 0
  /// Syncs run, those of the end included.
  public var syncs = 0
  /// Exchanges sent.
  public var exchanges = 0
  /// Faults met, by word.
  public var faults: [String: Int] = [:]
  /// Programs killed or ended and started again.
  public var restarts = 0
  /// Lines the server refused.
  public var refused = 0
  /// Stores that went on as a new replica.
  public var forks = 0
  /// Hand-over files taken.
  public var handovers = 0
  /// Freezes in the logs.
  public var freezes = 0
  /// Divergences open at the end.
  public var divergences = 0

  /// Counts nothing yet.
  public init() {}

  /// Adds another count.
  public mutating func add(_ other: ExploreTally) {
    seeds += other.seeds
    steps += other.steps
    captures += other.captures
    syncs += other.syncs
    exchanges += other.exchanges
    faults.merge(other.faults, uniquingKeysWith: +)
    restarts += other.restarts
    refused += other.refused
    forks += other.forks
    handovers += other.handovers
    freezes += other.freezes
    divergences += other.divergences
  }
}
