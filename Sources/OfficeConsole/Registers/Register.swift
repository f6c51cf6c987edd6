import SyncCore

/// One register of a dossier as a table in words: what it holds, row by row, and what may be done with each.
struct Register: Sendable {
  /// One entry.
  struct Row: Sendable {
    /// What the row is of; nil where nothing can be asked of it.
    let entity: EntityID?
    /// As many as there are columns.
    let cells: [Cell]
  }

  /// What stands in one place of a table.
  struct Cell: Sendable {
    let text: String
    var tags: [Tag] = []
    /// What was said before, or beside it.
    var lines: [String] = []

    init(_ text: String?, tags: [Tag] = [], lines: [String] = []) {
      self.text = text ?? "—"
      self.tags = tags
      self.lines = lines
    }
  }

  /// A mark with its word.
  struct Tag: Sendable {
    enum Look: String, Sendable { case plain, good, warn, grave }

    let words: String
    let look: Look
  }

  /// The same register with the cells of one column said otherwise.
  func replacing(column: Int, by cell: (EntityID) -> Cell) -> Register {
    let rows = rows.map { row -> Row in
      guard let entity = row.entity else { return row }
      var cells = row.cells
      cells[column] = cell(entity)
      return Row(entity: entity, cells: cells)
    }
    return Register(anchor: anchor, title: title, caption: caption, columns: columns, rows: rows, total: total)
  }

  /// Where a link leads: also the name by which all rows are asked for.
  let anchor: String
  let title: String
  let caption: String
  let columns: [String]
  let rows: [Row]
  /// What the rows come to together.
  var total: String?

  /// Rows of one register shown before the rest is asked for.
  static let rowsShown = 12
}
