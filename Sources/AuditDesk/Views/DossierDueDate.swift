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

  /// The due dates of a certificate and of what its audits leave to do, done ones included, soonest first, those without
  /// a day last; none for a scheme whose dates are not derived yet.
  ///
  /// The same deadlines as `QualiopiDeadlines`, whatever the day: a reader keeps them and compares with its own today.
  /// - Parameter directory: people and settings; nil where they are not held, then the standard settings.
  public static func all(in fold: StreamFold, directory: StreamFold? = nil) -> [DossierDueDate] {
    // On the first day of the calendar nothing is over yet, so that no state hangs on the day.
    let context = ActContext(dossier: fold, directory: directory, today: .earliest)
    var found: [DossierDueDate] = []
    for deadline in QualiopiDeadlines.all(in: context) where kept.contains(deadline.id) {
      let due = DossierDueDate(date: deadline.due?.parisDate, deadline: deadline.id, audit: deadline.audit)
      // Each non-conformity of an audit has the delay; the day is said once.
      if !found.contains(due) { found.append(due) }
    }
    return found
  }

  private static let kept: Set<DeadlineID> = [.qual02, .qual03, .qual04, .qual06, .qual09, .qual11, .qual12]

  /// Those that run from the last day of an audit, whether it has begun or not.
  /// - Parameter directory: people and settings; nil where they are not held, then the standard settings.
  public static func all(
    of board: AuditBoard, in fold: StreamFold, directory: StreamFold? = nil
  ) -> [DossierDueDate] {
    guard case .dossier("qualiopi", let key) = fold.stream.family, let last = board.days.flatMap({ CivilDate($0.last) })
    else { return [] }
    // The end of the certificate, where one is recorded, may come before the evidence is due (DL-QUAL-12); an initial
    // audit has none yet.
    let isInitial = board.view.text("kind") == QualiopiAuditKind.initial.rawValue
    let end = AuditNames.dossier(key).flatMap { FactView("certificateEnd", of: $0, in: fold).value?.text }
      .flatMap { CivilDate($0) }
    let context = ActContext(dossier: fold, directory: directory, today: last)
    return [DeadlineID.qual09, .qual11, .qual12].map { id in
      DossierDueDate(
        date: context.due(id, from: .date(last), certificateEnd: isInitial ? nil : end)?.parisDate, deadline: id,
        audit: board.id)
    }
  }

  /// Those that wait in a dossier, soonest first: what `deadline list` shows, done ones left out.
  public static func open(in context: ActContext) -> [DossierDueDate] {
    QualiopiDeadlines.open(in: context).map {
      DossierDueDate(date: $0.due?.parisDate, deadline: $0.id, audit: $0.audit)
    }
  }
}
