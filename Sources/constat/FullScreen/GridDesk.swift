import AuditDesk
#if FullScreen
  import AuditModel
  import FieldClient
  import ReplicaStore
  import SchemeRules
  import SyncCore
  import Terminal

  /// Does what the screen asks for, in the store, and says what came of it.
  struct GridDesk {
    let store: ReplicaStore
    let place: ProfilePlace
    let language: Language
    /// Milliseconds since 1970 UTC; each grade carries the moment of its key.
    let clock: () throws -> Int64

    /// The audit this person started last, else the first one; nil when the device holds none.
    func opening() throws -> AuditSnapshot? {
      let session = try session()
      let found = try AuditPlace.all(nil, in: session)
      guard let first = AuditPlace.lastStarted(found) ?? found.first else { return nil }
      return try snapshot(first.audit, nil, session)
    }

    /// Does one effect; nil for what is not the store's.
    /// - Throws: only what no sentence for a person exists for.
    func perform(_ effect: GridScreen.Effect) throws -> GridScreen.Event? {
      do {
        switch effect {
        case .save(let audit, let code, let grade): return .saved(try save(audit, code, grade))
        case .read(let audit, let code): return .read(try snapshot(audit, code, session()))
        case .quit: return nil
        }
      } catch let failure as CommandFailure {
        return .failed(failure.text.text(in: language))
      } catch let error as ReplicaStoreError {
        return .failed(CommandFailure(error).text.text(in: language))
      }
    }

    private func session() throws -> Session {
      Session(store: store, identity: try store.identity, place: place, language: language, now: try clock())
    }

    private func save(_ audit: EntityID, _ code: String, _ grade: String) throws -> String {
      let session = try session()
      let page = try AuditPlace.find(audit.description, in: session).grade(code, grade, in: session)
      let item = page.place.board.item(page.code)
      return "\(page.code)" + session.say(" : ", ": ") + session.words(.string(grade))
        + session.say(", enregistré sur ce poste", ", saved on this device")
        + (item?.grade == grade ? "." : held(item, session))
    }

    /// Why the grid does not show the grade just saved.
    private func held(_ item: AuditBoard.Item?, _ session: Session) -> String {
      let shown = session.words(item?.grade.map { .string($0) })
      return item?.isDisputed == true
        ? session.say(
          " ; divergence : « \(shown) » est retenue en attendant.", "; divergence: “\(shown)” is held meanwhile.")
        : session.say(
          " ; l'audit est figé, la grille garde « \(shown) ».", "; the audit is frozen, the grid keeps “\(shown)”.")
    }

    private func snapshot(_ audit: EntityID, _ code: String?, _ session: Session) throws -> AuditSnapshot {
      let audit = try AuditPlace.find(audit.description, in: session)
      let codes = audit.screenCodes
      let selected = code.flatMap { codes.firstIndex(of: $0) } ?? 0
      let detail =
        codes.isEmpty
        ? []
        : try ItemPage(code: codes[selected], place: audit, session: session).answer("audit.show").lines
      let stage = audit.board.stage?.words.text(in: language)
      return AuditSnapshot(
        audits: try AuditPlace.all(nil, in: session).map(\.audit), audit: audit.audit,
        title: try audit.title(in: session) + (stage.map { " — \($0)" } ?? ""),
        cells: codes.map { AuditSnapshot.Cell(code: $0, text: Grid.cell($0, audit.board)) }, selected: selected,
        detail: detail, gradeKeys: audit.gradeKeys(session))
    }
  }

  extension AuditPlace {
    /// The items of the grid; for an audit without a planned scope, the whole catalogue of its scheme.
    fileprivate var screenCodes: [String] {
      let held = Grid.codes(board)
      guard board.scope == nil else { return held }
      let catalogue =
        switch scheme {
        case .qualiopi: (1...32).map(String.init)
        case .certifIAG: ControlPoint.all.map(\.code)
        case .cleaNumerique, nil: [String]()
        }
      return catalogue + held.filter { !catalogue.contains($0) }
    }

    /// The keys of the grades of the scheme, mildest first.
    fileprivate func gradeKeys(_ session: Session) -> [AuditSnapshot.GradeKey] {
      let keys: [(Character, String)] = [
        ("c", "conform"), ("i", "minor"), ("a", "major"), ("t", "gap"), ("g", "serious-gap"), ("x", "not-applicable"),
        ("e", "not-audited"),
      ]
      return keys.filter { gradeWords.contains($0.1) }.map { key, grade in
        AuditSnapshot.GradeKey(
          key: key, grade: grade, words: session.words(.string(grade)), mark: Grid.marks[grade] ?? "·")
      }
    }
  }
#endif
