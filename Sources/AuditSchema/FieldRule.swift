public import AuditModel
public import SyncCore

/// One row of the merge table: how a field comes together, who writes it, who settles it.
public struct FieldRule: Sendable {
  /// The field.
  public let name: FieldName
  /// How concurrent writes come together.
  public let kind: MergeKind
  /// The roles that may write it; the server's and the public list's replicas always may.
  public let writers: Set<Role>
  /// Who may settle it.
  public let settlers: SettleRight
  /// What it is called on a screen.
  public let words: LocalizedText
}

/// Who may settle a conflict of a field.
public enum SettleRight: Sendable, Hashable {
  /// The lead auditor of the audit the entity belongs to; before presentation only.
  case lead
  /// The certification office.
  case office
  /// An author of one of the alternatives, or the lead auditor.
  case authorOrLead
  /// Nobody: the kind knows no conflict.
  case none
}

/// One type of entity, with the stream it lives in.
public struct EntityType: Sendable {
  /// The path of type words.
  public let path: String
  /// What it is called on a screen.
  public let words: LocalizedText
  /// Its fields.
  public let fields: [FieldRule]
}
