import AuditDesk
import AuditModel
import AuditSchema
import SchemeRules
import SyncCore
import WorkingDays

/// A due date somebody can still do something about.
struct WaitingDueDate: Sendable, Equatable {
  /// The day; nil where a date it is counted from lies outside the calendar.
  let day: CivilDate?
  let deadline: DeadlineID
  /// The audit it runs from; nil for one of the dossier itself.
  let audit: EntityID?
  /// The last day it means anything, where nobody can act on it later.
  let endsOn: CivilDate?

  /// Where it stands in the order of the days: what has none comes last.
  var date: CivilDate { day ?? .latest }

  /// Whether it is worth a line: without a day, for somebody has to correct that; else not past its end and due on the
  /// horizon or before.
  func counts(on today: CivilDate, until horizon: CivilDate) -> Bool {
    guard let day else { return true }
    return day <= horizon && endsOn.map { today <= $0 } ?? true
  }

  /// The due dates of a dossier that are not over.
  ///
  /// Over are:
  /// - the surveillance (its nominal day and last day) once a surveillance audit has started since the certificate began,
  ///   and its opening (14 months) the day it comes: from then on it lets do something, it asks nothing;
  /// - all four dates of a certificate the day after it ended by itself (three years): nobody acts on them any more;
  /// - the report, once the audit's report is presented or the audit cancelled;
  /// - the two delays of non-conformities, unless one of that grade stands open from that very audit; before the audit is
  ///   closed none is raised.
  static func all(in fold: StreamFold, directory: StreamFold? = nil) -> [WaitingDueDate] {
    let dueDates = DossierDueDate.all(in: fold, directory: directory)
    guard !dueDates.isEmpty else { return [] }
    let expiry = dueDates.first { $0.deadline == .qual06 }?.date
    let isWatched = hasSurveillance(in: fold)
    let standing = openNonConformities(in: fold)
    return dueDates.compactMap { due in
      switch due.deadline {
      case .qual02: isWatched ? nil : due.open(until: due.date)
      case .qual03, .qual04: isWatched ? nil : due.open(until: expiry)
      case .qual06: due.open(until: due.date)
      case .qual09: isReportDue(due.audit, in: fold) ? due.open() : nil
      case .qual11: standing.contains(Standing(due.audit, .minor)) ? due.open() : nil
      case .qual12: standing.contains(Standing(due.audit, .major)) ? due.open() : nil
      default: due.open()
      }
    }
  }

  private static func hasSurveillance(in fold: StreamFold) -> Bool {
    guard case .dossier(_, let key) = fold.stream.family, let dossier = AuditNames.dossier(key),
      let validFrom = text("validFrom", dossier, fold)
    else { return false }
    return fold.standing(ofType: "audit").contains { audit in
      // Both days are spelt `YYYY-MM-DD`: their texts are in the order of time.
      text("kind", audit, fold) == QualiopiAuditKind.surveillance.rawValue
        && text("startedOn", audit, fold).map { $0 >= validFrom } ?? false
    }
  }

  private static func isReportDue(_ audit: EntityID?, in fold: StreamFold) -> Bool {
    guard let audit else { return true }
    return text("stage", audit, fold).flatMap(QualiopiAuditState.init(rawValue:))?.isBefore(.reportProvisional) ?? true
  }

  private struct Standing: Hashable {
    let audit: String?
    let grade: QualiopiGrade

    init(_ audit: EntityID?, _ grade: QualiopiGrade) {
      self.audit = audit?.description
      self.grade = grade
    }
  }

  private static func openNonConformities(in fold: StreamFold) -> Set<Standing> {
    Set(
      fold.standing(ofType: "nonconformity").compactMap { id in
        guard let grade = text("grade", id, fold).flatMap(QualiopiGrade.init(rawValue:)),
          text("stage", id, fold).flatMap(QualiopiNonConformityState.init(rawValue:))?.isOpen ?? true
        else { return nil }
        return Standing(text("origin", id, fold).flatMap { EntityID($0) }, grade)
      })
  }

  private static func text(_ field: FieldName, _ entity: EntityID, _ fold: StreamFold) -> String? {
    fold.field(field, of: entity, schema: AuditSchema.current)?.shown?.text
  }
}

extension DossierDueDate {
  fileprivate func open(until end: CivilDate? = nil) -> WaitingDueDate {
    WaitingDueDate(day: date, deadline: deadline, audit: audit, endsOn: end)
  }
}
