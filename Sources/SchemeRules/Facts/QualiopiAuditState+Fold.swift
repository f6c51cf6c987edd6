import AuditSchema
public import SyncCore

extension QualiopiAuditState {
  /// Where an audit stands: the one answer for guards, lists and screens; nil while nothing was asked and nothing begun.
  ///
  /// By its recorded stage, as far as that still holds for its days and its lead, or begun by the fact that it was.
  public static func standing(of audit: EntityID, in fold: StreamFold) -> QualiopiAuditState? {
    let reading = FieldReading(fold: fold, entity: audit)
    return standing(
      recorded: reading.text("stage").flatMap(QualiopiAuditState.init(rawValue:)),
      isStarted: reading.text("startedOn") != nil
    )?.holding(
      for: reading.reading("days", AuditDays.init),
      noticedFor: reading.view("noticedFor")?.shown.flatMap(AuditDays.init),
      lead: reading.reading("lead", \.text), named: reading.text("named"))
  }
}
