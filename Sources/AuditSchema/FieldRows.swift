import AuditModel
import SyncCore

/// Shorthand for the rows of the table: the kind first, as in DESIGN §5.
enum Row {
  static let office: Set<Role> = [.office, .administrator]
  /// What the server writes by its rulings and guards read: of people, only an administrator may set it right.
  static let rulings: Set<Role> = [.administrator]
  static let field: Set<Role> = [.auditor, .office]
  static let decision: Set<Role> = [.auditor, .decider, .committee, .office]

  static func latest(_ name: FieldName, _ fr: String, _ en: String, by writers: Set<Role> = field) -> FieldRule {
    FieldRule(name: name, kind: .latest, writers: writers, settlers: .none, words: LocalizedText(fr: fr, en: en))
  }

  static func contested(
    _ name: FieldName, _ fr: String, _ en: String, by writers: Set<Role> = field, settle: SettleRight = .authorOrLead
  ) -> FieldRule {
    FieldRule(name: name, kind: .contested, writers: writers, settlers: settle, words: LocalizedText(fr: fr, en: en))
  }

  static func cautious(_ name: FieldName, _ fr: String, _ en: String, _ ranking: Ranking) -> FieldRule {
    FieldRule(
      name: name, kind: .cautious(ranking), writers: [.auditor], settlers: .lead, words: LocalizedText(fr: fr, en: en))
  }

  static func text(_ name: FieldName, _ fr: String, _ en: String, by writers: Set<Role> = field) -> FieldRule {
    FieldRule(name: name, kind: .text, writers: writers, settlers: .authorOrLead, words: LocalizedText(fr: fr, en: en))
  }

  static func set(_ name: FieldName, _ fr: String, _ en: String, by writers: Set<Role> = field) -> FieldRule {
    FieldRule(name: name, kind: .set, writers: writers, settlers: .none, words: LocalizedText(fr: fr, en: en))
  }

  static func journal(_ name: FieldName, _ fr: String, _ en: String, by writers: Set<Role> = field) -> FieldRule {
    FieldRule(name: name, kind: .journal, writers: writers, settlers: .none, words: LocalizedText(fr: fr, en: en))
  }

  static func machine(_ name: FieldName, _ fr: String, _ en: String) -> FieldRule {
    FieldRule(name: name, kind: .machine, writers: [], settlers: .none, words: LocalizedText(fr: fr, en: en))
  }
}
