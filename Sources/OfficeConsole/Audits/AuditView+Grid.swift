import AuditDesk
import AuditModel
import SchemeRules
import SyncCore

/// The grid and its legend.
extension AuditView {
  var gridValues: [String: Any] {
    let disputed = grid.cells.count(where: \.isDisputed)
    return [
      "gridRows": grid.rows.map { row in
        ["rowTitle": text(row.title), "cells": row.cells.map(cell)] as [String: Any]
      },
      "legend": grid.counts.map(legend),
      "disputedCount": disputed > 0 ? String(disputed) as Any : false,
      "isScopeOpen": source.scheme == .qualiopi && source.board.scope == nil,
    ]
  }

  private func cell(_ cell: AuditGrid.Cell) -> [String: Any] {
    let path: String? =
      cell.hasSection ? "#\(cell.anchor)" : cell.label == nil ? nil : "#scope-\(cell.code)"
    return [
      "cellClass": Self.style(cell), "cellPath": path as Any? ?? false, "cellCode": cell.code,
      "cellMark": mark(cell.standing), "isMark": isMark(cell.standing), "isCellDisputed": cell.isDisputed,
      "cellWords": (cell.label.map { text($0) + say(" : ", ": ") } ?? "") + standing(cell.standing),
    ]
  }

  /// The class says nothing that the mark and the words do not say too.
  private static func style(_ cell: AuditGrid.Cell) -> String {
    if cell.isDisputed { return "warn" }
    return switch cell.standing {
    case .graded(let grade): GradeMark.isGrave(grade) ? "grave" : "set"
    case .toGrade: "open"
    case .outOfScope, .ifItApplies: "out"
    }
  }

  private func isMark(_ standing: AuditGrid.Standing) -> Bool {
    if case .graded = standing { true } else { false }
  }

  /// What one sees in a cell: a letter, or why there is none.
  private func mark(_ standing: AuditGrid.Standing) -> String {
    switch standing {
    case .graded(let grade): GradeMark.letter(grade)
    case .toGrade: say("à coter", "to grade")
    case .outOfScope: say("hors", "out")
    case .ifItApplies: say("selon le cas", "if it applies")
    }
  }

  /// The same in full.
  func standing(_ standing: AuditGrid.Standing) -> String {
    switch standing {
    case .graded(let grade): phrasing.words(.string(grade))
    case .toGrade: say("à coter", "to grade")
    case .outOfScope: say("hors périmètre", "out of scope")
    case .ifItApplies: say("à contrôler selon le cas", "checked if it applies")
    }
  }

  private func legend(_ standing: AuditGrid.Standing, _ count: Int) -> [String: Any] {
    var letter: String?
    if case .graded(let grade) = standing { letter = GradeMark.letter(grade) }
    return [
      "legendLetter": letter as Any? ?? false, "legendWords": self.standing(standing), "legendCount": String(count),
    ]
  }
}
