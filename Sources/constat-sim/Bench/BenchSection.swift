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
