#if FullScreen
  import SyncCore

  /// What the store said of one audit when the screen was last read.
  struct AuditSnapshot: Equatable, Sendable {
    /// One place of the grid.
    struct Cell: Equatable, Sendable {
      /// `17` or `CP-08`.
      let code: String
      /// The eight columns of `Grid.cell`.
      let text: String
    }

    /// A key and the grade it gives.
    struct GradeKey: Equatable, Sendable {
      let key: Character
      /// The canonical word of the grade.
      let grade: String
      /// The grade in the reader's language.
      let words: String
      /// The mark of the grade in the grid.
      let mark: String
    }

    /// The audits of this device; Tab goes round them.
    let audits: [EntityID]
    let audit: EntityID
    /// The body, the scheme, the stage.
    let title: String
    let cells: [Cell]
    /// The cell under the cursor; 0 when there is none.
    let selected: Int
    /// The selected item as `audit show` says it: label and grade, comment, advice.
    let detail: [String]
    let gradeKeys: [GradeKey]

    /// The code under the cursor.
    var code: String? { cells.indices.contains(selected) ? cells[selected].code : nil }
  }
#endif
