import SyncCore

/// The figures of a run: one answer for a person, one for a program.
struct BenchReport: Sendable {
  /// All sections there are, in the order they are measured.
  ///
  /// Memory comes before time: what earlier sections free would hide growth.
  static let sections: [any BenchSection] = [
    MergeBench(), TextBench(), WireBench(), PushBench(), FieldDayBench(), OneStreamBench(),
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

  /// One object a row: whole numbers in the unit named.
  var json: JSONValue {
    .array(
      rows.map { section, row in
        var members: [(String, JSONValue)] = [
          ("section", .string(section)), ("work", .string(row.work)), ("unit", .string(row.unit.rawValue)),
          ("median", .integer(Int64(row.spread.median))), ("min", .integer(Int64(row.spread.least))),
          ("max", .integer(Int64(row.spread.most))),
        ]
        if let baseline = row.against.baseline { members.append(("baseline", .string(baseline))) }
        if let floor = row.against.floor { members.append(("floor", .integer(Int64(floor)))) }
        if let aim = row.against.aim { members.append(("aim", .integer(Int64(aim)))) }
        return .sorted(members)
      })
  }

  /// A table, a figure a line, and below it what it is held against.
  var lines: [String] {
    let width = rows.map { $0.row.work.count }.max() ?? 0
    return rows.flatMap { _, row in
      let figures =
        "\(row.unit.text(row.spread.median))  (\(row.unit.text(row.spread.least)) … "
        + "\(row.unit.text(row.spread.most)))"
      let work = row.work + String(repeating: " ", count: width - row.work.count)
      let against = row.against.text(in: row.unit) + (row.holdsFloor ? "" : "  MISSED")
      return ["\(work)  \(figures)"] + (against.isEmpty ? [] : ["    \(against)"])
    }
  }
}

extension BenchUnit {
  /// A number with its unit, to three digits.
  func text(_ number: Int) -> String {
    switch self {
    case .nanoseconds:
      switch number {
      case ..<10_000: "\(number) ns"
      case ..<10_000_000: "\(Self.thousandths(number / 1_000)) ms"
      default: "\(number / 1_000_000) ms"
      }
    case .bytes:
      number < 10_000 ? "\(number) B" : number < 10_000_000 ? "\(number / 1_000) kB" : "\(number / 1_000_000) MB"
    case .perSecond: "\(number)/s"
    case .percent: "\(number) %"
    case .count: "\(number)"
    }
  }

  private static func thousandths(_ number: Int) -> String {
    let rest = String(number % 1_000)
    return "\(number / 1_000).\(String(repeating: "0", count: 3 - rest.count))\(rest)"
  }
}

extension BenchAims {
  fileprivate func text(in unit: BenchUnit) -> String {
    let parts = [
      floor.map { "floor \(unit.text($0))" }, aim.map { "aim \(unit.text($0))" }, baseline.map { "beside it: \($0)" },
    ]
    return parts.compactMap { $0 }.joined(separator: ", ")
  }
}
