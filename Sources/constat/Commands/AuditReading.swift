import ArgumentParser
import AuditModel
import AuditSchema
import AuditDesk
import FieldClient
import ReplicaStore
import SchemeRules
import SyncCore
import Terminal

/// `audit show`: the whole audit, or one item of its grid.
struct AuditShow: ConstatCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: Console.say("Montrer l'audit ou un indicateur", "Show the audit or an indicator"),
    aliases: Words.aliases(verb: "show"))

  @OptionGroup var common: CommonOptions
  @Argument(
    help: ArgumentHelp(
      Console.say("Indicateur ou point ; sinon l'audit entier.", "Indicator or point; else the whole audit.")))
  var item: String?
  @Option(help: ArgumentHelp(Console.say("Audit.", "Audit."))) var audit: String?

  func answer(in session: Session) async throws -> Answer {
    let place = try AuditPlace.find(audit, in: session)
    if let item {
      return try ItemPage(code: try place.item(item).localName, place: place, session: session).answer("audit.show")
    }
    return try BoardPage(place: place, session: session).answer()
  }
}

/// The whole audit on a screen.
struct BoardPage {
  let place: AuditPlace
  let session: Session

  func answer() throws -> Answer {
    let board = place.board
    let completeness = Completeness(
      of: board, in: place.fold, seen: try session.store.frontier(of: place.stream).seen)
    let provisional = try session.provisional(place.stream)
    let rulings = RulingPage.all(
      on: board.view, in: place.fold, provisional: provisional, language: session.language)
    let expected = QualiopiAuditState.standing(of: board.id, in: provisional.fold)
    let marks = AuditMarks.all(of: board.id, in: try session.actContext(place.fold))
    return Answer(
      "audit.show", lines: try lines(completeness, rulings, expected) + marks.flatMap(lines(of:)),
      members: [
        ("audit", .string(place.audit.description)), ("stream", .string(place.stream.description)),
        ("stage", board.stage.map { .string($0.rawValue) } ?? .null),
        ("provisionalStage", expected.flatMap { $0 == board.stage ? nil : .string($0.rawValue) } ?? .null),
        ("frozen", .bool(board.view.frozenAt != nil)),
        (
          "items",
          .array(
            board.items.map {
              .sorted([
                ("disputed", .bool($0.isDisputed)), ("grade", $0.grade.map { .string($0) } ?? .null),
                ("indicator", .string($0.code)), ("late", .integer(Int64($0.late.count))),
              ])
            })
        ),
        ("rulings", .array(rulings.map(\.json))),
        (
          "marks",
          .array(
            marks.map { .sorted([("code", .string($0.code)), ("rule", .string($0.rule.description))]) })
        ),
        (
          "completeness",
          .sorted([
            ("complete", .bool(completeness.isComplete)),
            ("devicesDone", .integer(Int64(completeness.done.count))),
            ("missing", .array(completeness.missing.map { .string($0.description) })),
          ])
        ),
      ])
  }

  /// Where the audit stands, and where it will once the server answers as expected.
  private func stage(_ expected: QualiopiAuditState?) -> String {
    let now = place.board.stage?.words.text(in: session.language)
    guard let expected, expected != place.board.stage else { return now ?? "" }
    let then = session.say("provisoire : ", "provisional: ") + expected.words.text(in: session.language)
    return now.map { "\($0) (\(then))" } ?? then
  }

  private func lines(_ completeness: Completeness, _ rulings: [RulingPage], _ expected: QualiopiAuditState?) throws
    -> [String]
  {
    let board = place.board
    let directory = try session.directory()
    var lines = [
      try place.title(in: session),
      days(board.days?.first, board.days?.last) + "   " + stage(expected),
      session.say("responsable : ", "lead: ") + (board.lead.map { session.name(of: $0, in: directory) } ?? "—"),
    ]
    lines += Grid.lines(board, session)
    lines.append(completenessLine(completeness, directory))
    lines += rulings.flatMap { $0.lines(session, indent: "  ") }
    return lines
  }

  /// What a rule holds against a fact that is recorded all the same.
  private func lines(of mark: RuleReason) -> [String] {
    HangingIndent.lines(
      session.say("  signalé : ", "  marked: "),
      SafeText("\(mark.text.what.text(in: session.language)) (\(mark.rule))").description)
  }

  private func days(_ first: String?, _ last: String?) -> String {
    first == last
      ? session.say("le ", "on ") + session.day(first)
      : session.say("du ", "from ") + session.day(first) + session.say(" au ", " to ") + session.day(last)
  }

  private func completenessLine(_ completeness: Completeness, _ directory: DirectoryView) -> String {
    if completeness.isComplete {
      return session.say(
        "Complet depuis \(completeness.done.count) poste\(completeness.done.count > 1 ? "s" : "").",
        "Complete from \(completeness.done.count) device\(completeness.done.count == 1 ? "" : "s").")
    }
    let missing = completeness.missing.map { session.name(of: $0, in: directory) }
    return session.say("Pas encore complet", "Not complete yet")
      + (missing.isEmpty
        ? session.say(" : des lignes annoncées manquent.", ": announced lines are missing.")
        : session.say(" : on attend ", ": waiting for ") + missing.joined(separator: ", ") + ".")
  }
}

extension AuditPlace {
  /// The body's name and the scheme.
  func title(in session: Session) throws -> String {
    let name = try bodyKey.flatMap { try session.bodyName($0) } ?? bodyKey ?? ""
    return "\(SafeText(name)) — \(scheme?.name ?? "")"
  }
}

/// The grid of grades on an 80-column screen: the mark, never a colour alone, says the grade.
enum Grid {
  /// The mark of each grade.
  static let marks = [
    "conform": "c", "minor": "i", "major": "A", "not-applicable": "x", "not-audited": "e", "gap": "é",
    "serious-gap": "É",
  ]

  static func lines(_ board: AuditBoard, _ session: Session) -> [String] {
    let cells = codes(board).map { cell($0, board) }
    let rows = stride(from: 0, to: cells.count, by: 8).map { start in
      cells[start..<min(start + 8, cells.count)].joined(separator: " ")
    }
    return rows + [
      session.say(
        "  c conforme  i mineure  A majeure  x non applicable  e non audité",
        "  c conform  i minor  A major  x not applicable  e not audited"),
      session.say("  ≠ divergence  · à coter", "  ≠ divergence  · to grade"),
    ]
  }

  /// Eight columns: the code, the mark of the grade, whether grades stand against each other.
  static func cell(_ code: String, _ board: AuditBoard) -> String {
    let item = board.item(code)
    let mark = item?.grade.flatMap { marks[$0] } ?? "·"
    return code.leftPadded(5) + " " + mark + (item?.isDisputed == true ? "≠" : " ")
  }

  /// The items in scope and those graded beyond it, in order.
  static func codes(_ board: AuditBoard) -> [String] {
    let scope = (board.scope ?? []).map(String.init)
    let extra = board.items.map(\.code).filter { !scope.contains($0) }
    return (scope + extra).sorted { (Int($0) ?? 99, $0) < (Int($1) ?? 99, $1) }
  }
}

extension String {
  fileprivate func leftPadded(_ width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
