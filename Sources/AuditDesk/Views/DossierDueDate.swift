public import AuditModel
public import SchemeRules
public import SyncCore
public import WorkingDays

/// A due date that follows from the state of a dossier: derived, never stored (DESIGN §6).
public struct DossierDueDate: Sendable, Equatable {
  /// The day; nil where a date it is counted from is so far out that the calendar ends before the delay does.
  public let date: CivilDate?
  /// The deadline of the rulebook.
  public let deadline: DeadlineID
  /// The audit it runs from; nil for one of the dossier itself.
  public let audit: EntityID?

  /// What is said of one without a day.
  public static let uncountable = LocalizedText(
    fr: "échéance incalculable\u{202F}: une date est hors du calendrier",
    en: "this due date cannot be computed: a date lies outside the calendar")

  /// The rule it comes from.
  public var ruleID: String { DeadlineTable.standard[deadline].ruleID }

  /// The due dates of a dossier, soonest first, those without a day last; none for a scheme whose dates are not derived
  /// yet.
  public static func all(in fold: StreamFold) -> [DossierDueDate] {
    guard case .dossier("qualiopi", let key) = fold.stream.family, let dossier = AuditNames.dossier(key) else {
      return []
    }
    var found: [DossierDueDate] = []
    if let from = FactView("validFrom", of: dossier, in: fold).value?.text.flatMap({ CivilDate($0) }) {
      found += [DeadlineID.qual02, .qual03, .qual04, .qual06].map { due($0, from: from) }
    }
    for audit in fold.standing(ofType: "audit") {
      guard let board = AuditBoard(audit, in: fold), board.view.text("startedOn") != nil else { continue }
      found += all(of: board, in: fold)
    }
    return found.sorted {
      ($0.date ?? CivilDate.latest, $0.deadline.rawValue) < ($1.date ?? CivilDate.latest, $1.deadline.rawValue)
    }
  }

  /// Those that run from the last day of an audit, whether it has begun or not.
  public static func all(of board: AuditBoard, in fold: StreamFold) -> [DossierDueDate] {
    guard case .dossier("qualiopi", let key) = fold.stream.family, let last = board.days.flatMap({ CivilDate($0.last) })
    else { return [] }
    // The end of the certificate, where one is recorded, may come before the evidence is due (DL-QUAL-12).
    let end = AuditNames.dossier(key).flatMap { FactView("certificateEnd", of: $0, in: fold).value?.text }
      .flatMap { CivilDate($0) }
    return [DeadlineID.qual09, .qual11, .qual12].map { id in
      due(id, from: last, end: end, audit: board.id)
    }
  }

  /// Those that wait in a dossier, soonest first: what `deadline list` shows, done ones left out.
  public static func open(in context: ActContext) -> [DossierDueDate] {
    QualiopiDeadlines.open(in: context).map {
      DossierDueDate(date: $0.due?.parisDate, deadline: $0.id, audit: $0.audit)
    }
  }

  /// A day outside the calendar takes its own due date and no other.
  private static func due(
    _ id: DeadlineID, from: CivilDate, end: CivilDate? = nil, audit: EntityID? = nil
  ) -> DossierDueDate {
    DossierDueDate(
      date: QualiopiSettings.standard.due(id, from: from, certificateEnd: end), deadline: id, audit: audit)
  }
}
