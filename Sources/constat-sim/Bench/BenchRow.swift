/// One figure: what was done, how long or how much it took, and what it is held against.
struct BenchRow: Sendable {
  /// What was done, in English, the same in every release so that figures can be set side by side.
  let work: String
  /// What came of the runs.
  let spread: BenchSpread
  /// What the numbers count.
  let scale: BenchScale
  /// The least that will do; nil where nothing is asked.
  let floor: Int?
  /// What is aimed at; nil where nothing is.
  let aim: Int?
  /// What the same machine gave in the same run for the bare minimum of this work, or for the like of it.
  let baseline: BenchBaseline?
  /// What others reach elsewhere, in words; DESIGN §13 has the sources.
  let remark: String?

  /// Sums up the figures of several runs, all in one scale.
  /// - Precondition: there is one.
  init(
    _ work: String, _ figures: [Double], _ scale: BenchScale, floor: Double? = nil, aim: Double? = nil,
    beside baseline: BenchRow? = nil, remark: String? = nil
  ) {
    self.work = work
    self.scale = scale
    self.remark = remark
    spread = BenchSpread(figures.map(scale.number))
    self.floor = floor.map(scale.number)
    self.aim = aim.map(scale.number)
    self.baseline = baseline.map { BenchBaseline(work: $0.work, median: $0.spread.median, scale: $0.scale) }
  }

  /// The best of the runs.
  var best: Int { scale.isMoreBetter ? spread.most : spread.least }
  /// The worst of the runs.
  var worst: Int { scale.isMoreBetter ? spread.least : spread.most }

  /// Whether the median reaches the floor; nil where none is set.
  var holdsFloor: Bool? { floor.map(reaches) }
  /// Whether the median reaches the aim; nil where none is set.
  var holdsAim: Bool? { aim.map(reaches) }

  private func reaches(_ mark: Int) -> Bool {
    scale.isMoreBetter ? spread.median >= mark : spread.median <= mark
  }
}

/// Another row of the same run that a figure is held against.
struct BenchBaseline: Sendable {
  /// The work of that row.
  let work: String
  /// Its median, in its scale's whole numbers.
  let median: Int
  let scale: BenchScale

  /// The work and the figure, in words.
  var text: String { "\(work) \(scale.text(median))" }
}
