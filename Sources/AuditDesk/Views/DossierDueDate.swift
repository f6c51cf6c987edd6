import AuditModel
public import SchemeRules
public import SyncCore
public import WorkingDays

/// A due date that follows from the state of a dossier: derived, never stored (DESIGN §6).
public struct DossierDueDate: Sendable, Equatable {
  /// The day.
  public let date: CivilDate
  /// The deadline of the rulebook.
  public let deadline: DeadlineID
  /// The audit it runs from; nil for one of the dossier itself.
  public let audit: EntityID?

  /// The rule it comes from.
  public var ruleID: String { DeadlineTable.standard[deadline].ruleID }

  /// The due dates of a dossier, soonest first; none for a scheme whose dates are not derived yet.
  /// - Throws: `DeadlineQueryError` for a date outside the calendar.
  public static func all(in fold: StreamFold) throws -> [DossierDueDate] {
    guard case .dossier("qualiopi", let key) = fold.stream.family, let dossier = AuditNames.dossier(key) else {
      return []
    }
    var found: [DossierDueDate] = []
    func add(_ ids: [DeadlineID], from text: String?, audit: EntityID? = nil) throws {
      guard let from = text.flatMap({ CivilDate($0) }) else { return }
      for id in ids {
        let answer = try DeadlineQuery(.deadline(id), trigger: .date(from)).answer()
        found.append(DossierDueDate(date: answer.due.parisDate, deadline: id, audit: audit))
      }
    }
    try add([.qual02, .qual03, .qual04, .qual06], from: FactView("validFrom", of: dossier, in: fold).value?.text)
    for audit in fold.standing(ofType: "audit") {
      guard let board = AuditBoard(audit, in: fold), board.view.text("startedOn") != nil else { continue }
      try add([.qual09, .qual11, .qual12], from: board.days?.last, audit: audit)
    }
    return found.sorted { ($0.date, $0.deadline.rawValue) < ($1.date, $1.deadline.rawValue) }
  }
}
