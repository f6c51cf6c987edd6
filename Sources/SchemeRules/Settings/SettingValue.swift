import AuditSchema
public import SyncCore
public import WorkingDays

/// A value of a setting with the first day it is in force.
public struct SettingValue: Sendable, Hashable {
  /// The first day.
  public let from: CivilDate
  /// The value, as `SettingDefinition` spells it.
  public let text: String

  /// Dates a value.
  public init(from: CivilDate, text: String) {
    self.from = from
    self.text = text
  }

  /// The member of the set `values`.
  public var json: JSONValue { .sorted([("from", .string(from.description)), ("value", .string(text))]) }

  /// The entity of a setting in the directory; nil for a name that is none.
  public static func entity(_ name: String) -> EntityID? { EntityID("setting/\(name)") }

  /// The values of a setting that this version can read, in the order they take effect.
  ///
  /// Two of one day, written apart, stand in the order of their bytes: the same on every replica.
  public static func all(of setting: SettingDefinition, in directory: StreamFold) -> [SettingValue] {
    guard let entity = entity(setting.name),
      let members = directory.field("values", of: entity, schema: AuditSchema.current)?.members
    else { return [] }
    return members.compactMap { member in
      guard let from = member.value["from"]?.text.flatMap({ CivilDate($0) }), let text = member.value["value"]?.text,
        setting.spelling(of: text) != nil
      else { return nil }
      return SettingValue(from: from, text: text)
    }.sorted { left, right in
      left.from == right.from
        ? left.text.utf8.lexicographicallyPrecedes(right.text.utf8) : left.from < right.from
    }
  }
}

extension QualiopiSettings {
  /// The settings in force on a day: the last value of each that has taken effect, else the default (R-TIME-19).
  ///
  /// A value this version cannot read leaves the one before it in force.
  /// - Parameters:
  ///   - directory: the directory stream; nil where it is not held, then the defaults.
  ///   - base: what holds where the directory says nothing.
  public static func inForce(
    directory: StreamFold?, on day: CivilDate, base: QualiopiSettings = .standard
  ) -> QualiopiSettings {
    guard let directory, RuleSwitches.isOn("R-TIME-19") else { return base }
    return SettingCatalogue.all.reduce(base) { settings, setting in
      let value = SettingValue.all(of: setting, in: directory).last { $0.from <= day }
      return value.flatMap { setting.setting($0.text, in: settings) } ?? settings
    }
  }
}
