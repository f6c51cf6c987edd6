import AuditDesk
import AuditModel
import SchemeRules
import SyncCore

/// The grid at a glance: every indicator or control point with its grade, or why it has none.
struct AuditGrid: Sendable {
  /// What one cell says.
  enum Standing: Sendable, Hashable {
    case graded(String)
    case toGrade
    /// Not part of this audit.
    case outOfScope
    /// A control point that is checked at some bodies alone, not graded so far.
    case ifItApplies
  }

  /// One indicator or control point.
  struct Cell: Sendable {
    let code: String
    let label: LocalizedText?
    let standing: Standing
    let isDisputed: Bool
    /// Whether a section of its own says more.
    let hasSection: Bool
    /// The name of that section within the page.
    let anchor: String
  }

  /// A criterion, or a part of the control points.
  struct Row: Sendable {
    let title: LocalizedText
    let cells: [Cell]
  }

  let rows: [Row]

  init(_ source: AuditSource, _ contents: AuditContents) {
    let scope = source.board.scope.map { Set($0.map(String.init)) }
    let held = Set(contents.items.keys).union(contents.observations.keys).union(contents.evidence.keys)
    func cell(_ code: String, _ label: LocalizedText?, _ isConditional: Bool = false) -> Cell {
      let grade = contents.items[code]?["grade"]
      let isInScope = scope?.contains(code) ?? true
      let standing: Standing =
        if let shown = grade?.shown?.text { .graded(shown) } else if !isInScope { .outOfScope } else {
          isConditional ? .ifItApplies : .toGrade
        }
      return Cell(
        code: code, label: label, standing: standing, isDisputed: grade?.conflict != nil,
        hasSection: held.contains(code) || standing == .toGrade, anchor: Self.anchor(code))
    }
    var rows: [Row] =
      switch source.scheme {
      case .qualiopi:
        QualiopiCriterion.allCases.map { criterion in
          Row(
            title: LocalizedText(
              fr: "Critère \(criterion.rawValue) — \(criterion.title.fr)",
              en: "Criterion \(criterion.rawValue) — \(criterion.title.en)"),
            cells: criterion.indicators.map { cell(String($0), QualiopiIndicator($0)?.info.label) })
        }
      case .certifIAG:
        [
          Row(
            title: LocalizedText(fr: "Points de contrôle", en: "Control points"),
            cells: ControlPoint.all.filter { !$0.isEthics }.map { cell($0.code, $0.label, $0.condition != .always) }),
          Row(
            title: LocalizedText(fr: "Charte éthique", en: "Ethics charter"),
            cells: ControlPoint.all.filter(\.isEthics).map { cell($0.code, $0.label, $0.condition != .always) }),
        ]
      case .cleaNumerique, nil: []
      }
    let known = Set(rows.flatMap(\.cells).map(\.code))
    let others = held.subtracting(known).sorted()
    if !others.isEmpty {
      rows.append(
        Row(
          title: LocalizedText(fr: "Hors référentiel", en: "Outside the referential"),
          cells: others.map { cell($0, nil) }))
    }
    self.rows = rows
  }

  /// A code people wrote may hold anything; a name within a page is one word.
  private static func anchor(_ code: String) -> String {
    if EntityID("item/\(code)")?.localName == code { return "i-\(code)" }
    return "i-" + Digest(of: Array(code.utf8)).description.prefix(12)
  }

  var cells: [Cell] { rows.flatMap(\.cells) }

  /// How many cells say the same, in the order of the legend; those nobody says are left out.
  var counts: [(standing: Standing, count: Int)] {
    let counted = Dictionary(grouping: cells, by: \.standing).mapValues(\.count)
    let known = GradeMark.inOrder.map { Standing.graded($0) }
    let newer = counted.keys.filter { standing in
      if case .graded(let grade) = standing { GradeMark.letters[grade] == nil } else { false }
    }
    return (known + newer + [.toGrade, .ifItApplies, .outOfScope]).compactMap { standing in
      counted[standing].map { (standing, $0) }
    }
  }
}

/// The one letter of a grade, as the keys of the terminal name it (WORDS.md).
enum GradeMark {
  /// Gravest first.
  static let inOrder = ["major", "minor", "serious-gap", "gap", "conform", "not-applicable", "not-audited"]
  static let letters = [
    "conform": "c", "minor": "i", "major": "a", "gap": "t", "serious-gap": "g", "not-applicable": "x",
    "not-audited": "e",
  ]

  /// A grade only a newer version knows has no letter of its own.
  static func letter(_ grade: String) -> String { letters[grade] ?? "?" }

  /// What stands against the body: shown with a thicker border.
  static func isGrave(_ grade: String) -> Bool { ["major", "minor", "serious-gap", "gap"].contains(grade) }
}
