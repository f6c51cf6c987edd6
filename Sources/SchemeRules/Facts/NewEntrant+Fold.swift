import AuditModel
import SyncCore
import WorkingDays

extension NewEntrant {
  /// Whether a body is one: as the office recorded it, else as its first year of activity and its audits tell.
  static func isOne(in fold: StreamFold, dossier: EntityID) -> Bool {
    let reading = FieldReading(fold: fold, entity: dossier)
    if let recorded = reading.view("newEntrant")?.shown?.truth { return recorded }
    let audits = fold.standing(ofType: "audit").map { FieldReading(fold: fold, entity: $0) }
      .filter { $0.text("startedOn") != nil && $0.text("stage") != QualiopiAuditState.cancelled.rawValue }
    func last(_ kind: QualiopiAuditKind) -> (audit: FieldReading, day: CivilDate)? {
      audits.filter { $0.text("kind") == kind.rawValue }
        .compactMap { audit in QualiopiAuditFacts.days(audit).value.map { (audit, $0.last) } }
        .max { $0.1 < $1.1 }
    }
    let initial = last(.initial)
    let startsCategory =
      last(.extension).map { found in
        !ActionCategory.read(found.audit.view("addedCategories")?.shown).isEmpty
          && found.day > initial?.day ?? .earliest
      } ?? false
    return isOne(
      firstYearOfActivity: MonCompteFormationAccess.Facts(in: fold).firstYearOfActivity, initialAudit: initial?.day,
      startsCategory: startsCategory)
  }
}
