/// The scales figures are measured in before they become a row's whole numbers.
enum BenchScale: Sendable {
  case milliseconds
  case microseconds
  case megabytes
  case bytes
  case changesPerSecond
  case percent

  /// The unit of the row.
  var unit: BenchUnit {
    switch self {
    case .milliseconds, .microseconds: .nanoseconds
    case .megabytes, .bytes: .bytes
    case .changesPerSecond: .perSecond
    case .percent: .percent
    }
  }

  /// A measured figure as the row's whole number.
  func number(_ figure: Double) -> Int {
    switch self {
    case .milliseconds: Int((figure * 1_000_000).rounded())
    case .microseconds: Int((figure * 1_000).rounded())
    case .megabytes: Int((figure * 1_000_000).rounded())
    case .bytes, .changesPerSecond, .percent: Int(figure.rounded())
    }
  }
}

extension BenchRow {
  /// Sums up the figures of several runs, all in one scale.
  init(
    _ work: String, _ figures: [Double], _ scale: BenchScale, floor: Double? = nil, aim: Double? = nil,
    baseline: String? = nil
  ) {
    self.init(
      work: work, spread: BenchSpread(figures.map(scale.number)), unit: scale.unit,
      against: BenchAims(baseline: baseline, floor: floor.map(scale.number), aim: aim.map(scale.number)))
  }

  /// Whether the floor is reached: of rates and shares more is better, of everything else less.
  ///
  /// True where none is set.
  var holdsFloor: Bool {
    guard let floor = against.floor else { return true }
    switch unit {
    case .perSecond, .percent: return spread.median >= floor
    case .nanoseconds, .bytes, .count: return spread.median <= floor
    }
  }
}
