#if FullScreen
  import AuditModel
  import SyncCore

  /// The full screen as a value: events in, effects out, lines to draw.
  ///
  /// The cursor is the snapshot's: it moves when the store has been read for the new place, so a grade always goes to
  /// the item whose details the person has in front of them.
  struct GridScreen: Equatable, Sendable {
    enum Direction: Sendable { case left, right, up, down, first, last }

    enum Event: Equatable, Sendable {
      case move(Direction)
      /// A page of the details, forward or back.
      case page(forward: Bool)
      case nextAudit
      case character(Character)
      case resized(columns: Int, rows: Int)
      case read(AuditSnapshot)
      /// A grade was saved, in words.
      case saved(String)
      /// Something asked for could not be done, in words.
      case failed(String)
      case stop
    }

    enum Effect: Equatable, Sendable {
      case save(audit: EntityID, code: String, grade: String)
      /// Read an audit again; without a code, its first item is selected.
      case read(audit: EntityID, code: String?)
      case quit
    }

    let language: Language
    var columns = 80
    var rows = 24
    var snapshot: AuditSnapshot
    var message = ""
    var isFailure = false
    /// The first line of the details in sight.
    var detailTop = 0

    init(_ snapshot: AuditSnapshot, language: Language) {
      self.snapshot = snapshot
      self.language = language
    }

    func say(_ fr: String, _ en: String) -> String { language == .french ? fr : en }

    /// Takes one event and says what is to be done, in that order.
    mutating func step(_ event: Event) -> [Effect] {
      switch event {
      case .resized(let columns, let rows):
        self.columns = max(1, columns)
        self.rows = max(1, rows)
        return []
      case .read(let snapshot):
        if snapshot.code != self.snapshot.code || snapshot.audit != self.snapshot.audit { detailTop = 0 }
        self.snapshot = snapshot
        return []
      case .saved(let words): return tell(words, isFailure: false)
      case .failed(let words): return tell(words, isFailure: true)
      case .stop: return [.quit]
      case .move, .page, .nextAudit, .character:
        message = ""
        return key(event)
      }
    }

    private mutating func key(_ event: Event) -> [Effect] {
      switch event {
      case .move(let direction): return reading(snapshot.audit, at: target(direction))
      case .page(let forward):
        detailTop = max(0, min(detailTop + (forward ? 1 : -1) * max(1, detailHeight - 1), detailOverflow))
        return reading(snapshot.audit, at: snapshot.selected)
      case .nextAudit:
        guard let place = snapshot.audits.firstIndex(of: snapshot.audit), snapshot.audits.count > 1 else {
          return reading(snapshot.audit, at: snapshot.selected)
        }
        return [.read(audit: snapshot.audits[(place + 1) % snapshot.audits.count], code: nil)]
      case .character("q"), .character("Q"): return [.quit]
      case .character(let typed): return grading(typed)
      case .resized, .read, .saved, .failed, .stop: return []
      }
    }

    private mutating func grading(_ typed: Character) -> [Effect] {
      guard let code = snapshot.code,
        let key = snapshot.gradeKeys.first(where: { String($0.key) == String(typed).lowercased() })
      else {
        message = say("Cette touche ne fait rien ici.", "This key does nothing here.")
        return reading(snapshot.audit, at: snapshot.selected)
      }
      return [
        .save(audit: snapshot.audit, code: code, grade: key.grade), .read(audit: snapshot.audit, code: code),
      ]
    }

    private mutating func tell(_ words: String, isFailure: Bool) -> [Effect] {
      message = words
      self.isFailure = isFailure
      return []
    }

    private func reading(_ audit: EntityID, at place: Int) -> [Effect] {
      [.read(audit: audit, code: snapshot.cells.indices.contains(place) ? snapshot.cells[place].code : nil)]
    }

    /// The place a key leads to; at an edge of the grid, the place stays.
    private func target(_ direction: Direction) -> Int {
      let here = snapshot.selected
      let last = max(0, snapshot.cells.count - 1)
      let there =
        switch direction {
        case .left: here - 1
        case .right: here + 1
        case .up: here - cellsPerRow
        case .down: here + cellsPerRow
        case .first: 0
        case .last: last
        }
      return (0...last).contains(there) ? there : here
    }
  }
#endif
