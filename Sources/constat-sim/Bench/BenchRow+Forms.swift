import SyncCore

/// A row as a program, a person and a page read it.
extension BenchRow {
  /// The version of `json`: 2 since a row says whether its floor and its aim hold.
  static let format = 2

  /// Whole numbers in the unit named; `floorHolds` and `aimHolds` stand where a floor or an aim does.
  func json(section: String) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("section", .string(section)), ("work", .string(work)), ("unit", .string(scale.unit)),
      ("median", .integer(Int64(spread.median))), ("best", .integer(Int64(best))), ("worst", .integer(Int64(worst))),
    ]
    if let baseline {
      members.append(
        (
          "baseline",
          .sorted([
            ("work", .string(baseline.work)), ("median", .integer(Int64(baseline.median))),
            ("unit", .string(baseline.scale.unit)),
          ])
        ))
    }
    if let remark { members.append(("remark", .string(remark))) }
    if let floor, let holdsFloor { members += [("floor", .integer(Int64(floor))), ("floorHolds", .bool(holdsFloor))] }
    if let aim, let holdsAim { members += [("aim", .integer(Int64(aim))), ("aimHolds", .bool(holdsAim))] }
    return .sorted(members)
  }

  /// The figure, and below it what it is held against.
  /// - Parameter width: of the column of works.
  func lines(width: Int) -> [String] {
    let against = [
      floor.map { "floor \(scale.text($0)): \(Self.verdict(holdsFloor))" },
      aim.map { "aim \(scale.text($0)): \(Self.verdict(holdsAim))" },
      baseline.map { "beside it: \($0.text)" }, remark.map { "elsewhere: \($0)" },
    ].compactMap { $0 }
    let padded = work + String(repeating: " ", count: max(0, width - work.count))
    return ["\(padded)  \(figures)"] + (against.isEmpty ? [] : ["    " + against.joined(separator: ", ")])
  }

  /// A row of the table of Protocol/performance.md.
  var markdown: String {
    let beside = [baseline?.text, remark.map { "elsewhere \($0)" }].compactMap { $0 }.joined(separator: "; ")
    let missed = [holdsFloor == false ? "floor missed" : nil, holdsAim == false ? "aim missed" : nil]
      .compactMap { $0 }.joined(separator: ", ")
    let cells = [work, figures, floor.map(scale.text) ?? "", aim.map(scale.text) ?? "", beside, missed]
    return "| " + cells.joined(separator: " | ") + " |"
  }

  /// The head of that table.
  static let markdownHead = [
    "| work | median (best … worst) | floor | aim | beside it | |", "|---|---|---|---|---|---|",
  ]

  private var figures: String { "\(scale.text(spread.median)) (\(scale.text(best)) … \(scale.text(worst)))" }

  private static func verdict(_ holds: Bool?) -> String { holds == true ? "holds" : "MISSED" }
}
