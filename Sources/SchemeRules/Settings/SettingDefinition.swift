public import AuditModel

/// A reading that a certifier may set otherwise: its name, where the rulebook adopts it, and how a value is read.
public struct SettingDefinition: Sendable {
  /// The stable name, such as `minorMax`.
  public let name: String
  /// The reading of RULEBOOK §6 it switches, such as `A-47`, or the convention of §4.1.
  public let reading: String
  /// What it decides.
  public let words: LocalizedText
  /// The values it takes, for people.
  public let choices: LocalizedText
  let current: @Sendable (QualiopiSettings) -> String
  let change: @Sendable (inout QualiopiSettings, String) -> Bool

  init(
    _ name: String, _ reading: String, fr: String, en: String, choices: (fr: String, en: String),
    current: @escaping @Sendable (QualiopiSettings) -> String,
    change: @escaping @Sendable (inout QualiopiSettings, String) -> Bool
  ) {
    self.name = name
    self.reading = reading
    words = LocalizedText(fr: fr, en: en)
    self.choices = LocalizedText(fr: choices.fr, en: choices.en)
    self.current = current
    self.change = change
  }

  /// The value where nobody set another.
  public var standard: String { current(.standard) }

  /// The value in some settings, as it is written.
  public func value(in settings: QualiopiSettings) -> String { current(settings) }

  /// The settings with this one read from a text; nil when the text is no value of it.
  public func setting(_ text: String, in settings: QualiopiSettings) -> QualiopiSettings? {
    var changed = settings
    return change(&changed, text) ? changed : nil
  }

  /// The spelling kept of a value people typed; nil when it is none.
  public func spelling(of text: String) -> String? { setting(text, in: .standard).map(current) }
}

extension SettingDefinition {
  /// Yes or no.
  static func truth(
    _ name: String, _ reading: String, _ path: any WritableKeyPath<QualiopiSettings, Bool> & Sendable, fr: String,
    en: String
  ) -> SettingDefinition {
    SettingDefinition(
      name, reading, fr: fr, en: en, choices: ("oui ou non", "yes or no"),
      current: { $0[keyPath: path] ? "true" : "false" },
      change: { settings, text in
        switch text.lowercased() {
        case "true", "oui", "yes": settings[keyPath: path] = true
        case "false", "non", "no": settings[keyPath: path] = false
        default: return false
        }
        return true
      })
  }

  /// A whole number within a range.
  static func number(
    _ name: String, _ reading: String, _ path: any WritableKeyPath<QualiopiSettings, Int> & Sendable,
    _ range: ClosedRange<Int>, fr: String, en: String
  ) -> SettingDefinition {
    SettingDefinition(
      name, reading, fr: fr, en: en,
      choices: ("de \(range.lowerBound) à \(range.upperBound)", "\(range.lowerBound) to \(range.upperBound)"),
      current: { String($0[keyPath: path]) },
      change: { settings, text in
        guard let number = Int(text), range.contains(number) else { return false }
        settings[keyPath: path] = number
        return true
      })
  }

  /// One code of an enumeration.
  static func code<Code: RawRepresentable<String> & CaseIterable & Sendable>(
    _ name: String, _ reading: String, _ path: any WritableKeyPath<QualiopiSettings, Code> & Sendable, fr: String,
    en: String
  ) -> SettingDefinition {
    let codes = Code.allCases.map(\.rawValue).joined(separator: ", ")
    return SettingDefinition(
      name, reading, fr: fr, en: en, choices: (codes, codes),
      current: { $0[keyPath: path].rawValue },
      change: { settings, text in
        guard let code = Code.allCases.first(where: { $0.rawValue.utf8.elementsEqual(text.utf8) }) else { return false }
        settings[keyPath: path] = code
        return true
      })
  }

  /// A setting the rulebook names with one value: this version has no other reading of it.
  static func only(_ name: String, _ reading: String, _ value: String, fr: String, en: String) -> SettingDefinition {
    SettingDefinition(
      name, reading, fr: fr, en: en, choices: ("\(value) seulement", "\(value) only"), current: { _ in value },
      change: { _, text in text.utf8.elementsEqual(value.utf8) })
  }
}
