/// One group of figures of `constat-sim bench`: a line of the table of aims, measured.
///
/// A new section is one more type and one more word in `BenchReport.sections`.
protocol BenchSection: Sendable {
  /// The word `--only` takes.
  static var name: String { get }

  /// Measures.
  /// - Parameter runs: how often each figure is taken; rows say the median and the spread.
  func rows(runs: Int) async throws -> [BenchRow]
}

/// One figure: what was done, how long or how much it took, and what it is held against.
struct BenchRow: Sendable {
  /// What was done, in English, the same in every release so that figures can be set side by side.
  let work: String
  /// What came of the runs.
  let spread: BenchSpread
  /// What the numbers count.
  let unit: BenchUnit
  /// Baseline, floor and aim, where there are any.
  let against: BenchAims
}

/// What the numbers of a row count: whole numbers always, so that the answer stays in the one JSON spelling.
enum BenchUnit: String, Sendable {
  case nanoseconds = "ns"
  case bytes = "B"
  case perSecond = "/s"
  case percent = "%"
  case count = ""
}

/// What a figure is held against, in the unit of its row.
struct BenchAims: Sendable {
  /// What others reach, in words with their figures.
  var baseline: String?
  /// The least that will do.
  var floor: Int?
  /// What is aimed at.
  var aim: Int?

  /// Nothing to be held against.
  static let none = BenchAims()
}
