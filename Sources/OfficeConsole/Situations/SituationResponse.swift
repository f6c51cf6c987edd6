import AuditDesk
import AuditSchema
import ServerCore
import ServerHTTP
import SyncCore

/// What a person sent from the page of an observed change.
struct SituationForm: Sendable, Equatable {
  let shown: Set<SituationView.ShownHead>
  let outcome: SituationAnswer.Outcome?
  /// As typed.
  let motive: String

  /// Reads a form.
  /// - Throws: `PageFault.badForm` when a field the page always sends is missing or no name of a change.
  init(_ form: FormFields) throws {
    let heads = form.all("head")
    shown = Set(heads.compactMap { SituationView.ShownHead($0) })
    guard !shown.isEmpty, heads.count <= SettlingForm.headsMax, shown.count == heads.count, let motive = form["motive"]
    else { throw PageFault.badForm }
    outcome = form["take"].flatMap(SituationAnswer.Outcome.init(rawValue:))
    self.motive = motive
  }

  var reason: String { motive.trimmed }
}

/// One answer of the office as it is about to be written.
struct SituationResponse: Sendable, Equatable {
  let entity: EntityID
  let body: String
  let outcome: SituationAnswer.Outcome
  let motive: String
  let shown: Set<SituationView.ShownHead>

  /// The heads by field, as the desk that writes needs them.
  var shownFields: [ShownField] {
    let body = EntityID("body/\(body)")
    return Dictionary(grouping: shown, by: \.field).compactMap { field, heads in
      let place = field == "subject" || field == "observed" || field == "answer" ? entity : body
      return place.map { ShownField(entity: $0, field: field, heads: heads.map(\.id).sorted()) }
    }
  }

  /// The steps, judged against the state of the transaction that will hold them.
  /// - Throws: `SettlingFault`: nothing is written then.
  func operations(_ desk: CaptureDesk) throws(SettlingFault) -> [SyncCore.Operation] {
    guard let board = SituationBoard(entity, body: body, in: desk.fold) else { throw .stale }
    if let answer = board.answer, answer.outcome == outcome, answer.source?.by == desk.author.user { throw .repeated }
    guard Set(board.heads) == shown, board.answer == nil, !board.isConfirmed, board.disputed(desk.author) == nil else {
      throw .stale
    }
    guard board.mayAnswer(desk.author) else { throw .notEntitled }
    let register = outcome == .accepted ? board.register : nil
    return desk.answer(
      entity, outcome, motive: motive, register: register.map { ($0.entity, $0.field, $0.next) })
  }
}
