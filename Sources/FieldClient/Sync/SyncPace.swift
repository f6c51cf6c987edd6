import SyncProtocol

/// How far a sync is, and how long it will still take at the pace so far.
///
/// Pure: whoever watches says what time it is.
public struct SyncPace: Sendable {
  /// What a sync is mostly doing.
  public enum Phase: String, Sendable, Equatable {
    /// Dossiers arrive whole, one after the other; those that are there may be used.
    case arriving
    /// What was written since comes in order.
    case following
  }

  /// What a person is told.
  public struct Estimate: Sendable, Equatable {
    /// What is going on.
    public var phase: Phase
    /// Lines of others received.
    public var lines: Int
    /// Bytes received, as they crossed the wire.
    public var bytes: Int
    /// Streams whole since the sync began.
    public var streamsWhole: Int
    /// Streams still to come.
    public var streamsLeft: Int
    /// Seconds still to go, nil before anything can be said; rounded up.
    public var secondsLeft: Int?
  }

  private let start: Int64
  private var followedFrom: (time: Int64, positions: Int)?

  /// Begins at a moment, milliseconds of any clock that does not jump.
  public init(startMilliseconds: Int64) { start = startMilliseconds }

  /// Takes in the report after a page.
  /// - Returns: nil when nothing is left.
  public mutating func estimate(_ report: SyncReport, atMilliseconds now: Int64) -> Estimate? {
    guard let rest = report.rest else { return nil }
    let open = rest.streams + rest.entering.count
    let seconds: Int?
    if open > 0 {
      followedFrom = nil
      seconds = Self.seconds(elapsed: now - start, done: report.whole.count, left: open)
    } else {
      let from = followedFrom ?? (now, rest.positions)
      followedFrom = from
      seconds = Self.seconds(elapsed: now - from.time, done: from.positions - rest.positions, left: rest.positions)
    }
    return Estimate(
      phase: open > 0 ? .arriving : .following, lines: report.received, bytes: report.bytesDown,
      streamsWhole: report.whole.count, streamsLeft: open, secondsLeft: seconds)
  }

  private static func seconds(elapsed: Int64, done: Int, left: Int) -> Int? {
    guard done > 0, elapsed > 0 else { return nil }
    return Int((elapsed * Int64(left) / Int64(done) + 999) / 1_000)
  }
}
