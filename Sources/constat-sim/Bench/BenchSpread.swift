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
    median = Self.middle(sorted)
  }

  /// The middle one of ascending figures; of an even number the upper of the two, a figure that was measured.
  /// - Precondition: there is one.
  static func middle<Figure>(_ ascending: [Figure]) -> Figure { ascending[ascending.count / 2] }
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
