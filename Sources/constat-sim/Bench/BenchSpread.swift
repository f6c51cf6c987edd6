/// The median of a figure's runs, with the best and the worst.
struct BenchSpread: Sendable, Equatable {
  let median: Int
  let least: Int
  let most: Int

  /// - Precondition: at least one run.
  init(_ runs: [Int]) {
    let sorted = runs.sorted()
    guard let least = sorted.first, let most = sorted.last else { preconditionFailure("a figure of no run") }
    (self.least, self.most) = (least, most)
    // Of an even number of runs the upper of the middle two: never better than what was measured.
    median = sorted[sorted.count / 2]
  }
}

/// Times one piece of work by the monotonic clock.
enum Stopwatch {
  /// The nanoseconds a piece of work took, and what it made; the result leaves the timed part alive.
  static func time<Result>(_ work: () throws -> Result) rethrows -> (nanoseconds: Int, result: Result) {
    let clock = ContinuousClock()
    let start = clock.now
    let result = try work()
    let (seconds, attoseconds) = (clock.now - start).components
    return (Int(seconds) * 1_000_000_000 + Int(attoseconds / 1_000_000_000), result)
  }
}
