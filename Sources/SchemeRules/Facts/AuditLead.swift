import AuditModel
import SyncCore

/// Who leads an audit, as guards read it.
enum AuditLead {
  /// Whoever took the audit over after its report was presented, else the lead of the audit that was frozen then.
  static func of(_ audit: EntityID, in fold: StreamFold) -> FactReading<String> {
    let replaced = AuditNames.followUp(audit).map { FieldReading(fold: fold, entity: $0).reading("lead", \.text) }
    if let replaced, replaced.value != nil || replaced.isInConflict { return replaced }
    return FieldReading(fold: fold, entity: audit).reading("lead", \.text)
  }
}
