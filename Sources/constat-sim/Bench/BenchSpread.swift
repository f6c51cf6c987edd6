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
  /// The milliseconds a piece of work took, and what it made; the result leaves the timed part alive.
  static func time<Result>(_ work: () throws -> Result) rethrows -> (milliseconds: Double, result: Result) {
    let clock = ContinuousClock()
    let start = clock.now
    let result = try work()
    return (start.duration(to: clock.now).milliseconds, result)
  }
}

extension Duration {
  /// In milliseconds.
  var milliseconds: Double { Double(components.seconds) * 1_000 + Double(components.attoseconds) / 1e15 }
}
