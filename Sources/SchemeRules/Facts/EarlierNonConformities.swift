import AuditSchema
import SyncCore
import WorkingDays

/// Which non-conformities of a dossier come from before an audit: those of audits that ended before it began.
///
/// One whose day is unknown comes from before, unless the audit raised it itself.
struct EarlierNonConformities {
  private let audit: EntityID
  private let fold: StreamFold
  private let firstDay: CivilDate?

  init(of audit: EntityID, in fold: StreamFold) {
    self.audit = audit
    self.fold = fold
    let days = FieldReading(fold: fold, entity: audit).view("days")?.shown
    firstDay = days?["first"]?.text.flatMap { CivilDate($0) }
  }

  func contains(_ nonConformity: EntityID) -> Bool {
    let reading = FieldReading(fold: fold, entity: nonConformity)
    guard reading.text("origin") != audit.description else { return false }
    guard let firstDay, let raisedOn = reading.text("raisedOn").flatMap({ CivilDate($0) }) else { return true }
    return raisedOn < firstDay
  }
}
