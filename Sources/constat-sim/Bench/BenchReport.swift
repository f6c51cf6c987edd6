import SyncCore

/// The figures of a run: one answer for a person, one for a program, one for a page.
struct BenchReport: Sendable {
  /// All sections there are, in the order they are measured.
  ///
  /// Memory comes before time: what earlier sections free would hide growth.
  static let sections: [any BenchSection] = [
    MergeBench(), TextBench(), WireBench(), PushBench(), FieldDayBench(), OneStreamBench(),
    ConsoleBench(),
  ]

  /// The rows of each section.
  private(set) var rows: [(section: String, row: BenchRow)] = []

  /// Measures the sections asked for; all when none is named.
  static func measure(only: String?, runs: Int) async throws -> BenchReport {
    var report = BenchReport()
    for section in sections where only == nil || type(of: section).name == only {
      let name = type(of: section).name
      report.rows += try await section.rows(runs: runs).map { (name, $0) }
    }
    return report
  }

  /// One object a row.
  var json: JSONValue { .array(rows.map { $0.row.json(section: $0.section) }) }

  /// A figure a line, and below it what it is held against.
  var lines: [String] {
    let width = rows.map { $0.row.work.count }.max() ?? 0
    return rows.flatMap { $0.row.lines(width: width) }
  }

  /// The table of Protocol/performance.md.
  var markdown: [String] { BenchRow.markdownHead + rows.map(\.row.markdown) }
}
