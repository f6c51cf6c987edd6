import AuditSchema
public import SyncCore
public import WorkingDays

/// On which days the audits of a dossier are planned.
public enum PlannedAuditDays {
  /// The last day of each audit that stands, ascending, once each: until it is over the audit is still to come.
  ///
  /// In conflict, the days shown count: this orders lists and decides nothing.
  public static func all(in fold: StreamFold) -> [CivilDate] {
    let days = fold.standing(ofType: "audit").compactMap { audit -> CivilDate? in
      fold.field("days", of: audit, schema: AuditSchema.current)?.shown?["last"]?.text.flatMap { CivilDate($0) }
    }
    return Set(days).sorted()
  }
}
