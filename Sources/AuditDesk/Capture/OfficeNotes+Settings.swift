import AuditModel
import AuditSchema
public import SchemeRules
public import SyncCore
import WorkingDays

extension CaptureDesk {
  /// Sets a reading of the certifier from a day on, over another value of that very day; what was in force before stays
  /// readable, and what runs keeps it (R-TIME-19).
  public func setting(_ setting: SettingDefinition, to value: SettingValue) -> [Operation] {
    guard let entity = SettingValue.entity(setting.name) else { return [] }
    let members = fold.field("values", of: entity, schema: AuditSchema.current)?.members ?? []
    let replaced = members.filter { $0.value["from"]?.text == value.from.description && $0.value != value.json }
    return replaced.map { .remove("values", on: entity, value: $0.value, over: $0.additions) }
      + [add("values", on: entity, value.json)].compactMap { $0 }
  }
}
