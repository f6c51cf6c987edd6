import AuditModel
import AuditSchema
import SyncCore

/// Who may settle a divergence, kept so that it is decided for any reader without the stream at hand: the answer is the
/// one `AuditSchema.maySettle` gives with it.
struct Settlers: Sendable, Equatable {
  let right: SettleRight
  /// Whose values stand against each other, ascending.
  let authors: [UserID]
  /// Who leads the audit; nil outside an audit, or while two leads are recorded.
  let lead: UserID?

  init(right: SettleRight, authors: [UserID], lead: UserID?) {
    self.right = right
    self.authors = authors
    self.lead = lead
  }

  /// Reads who may settle a divergence.
  init(of entity: EntityID, right: SettleRight, named: [Write], in fold: StreamFold) {
    self.init(
      right: right, authors: Set(named.map(\.by)).sorted(), lead: Self.audit(of: entity).flatMap { Self.lead($0, fold) }
    )
  }

  /// Whether a reader is among them.
  func include(_ reader: WriteAuthor) -> Bool {
    switch right {
    case .none: true
    case .office: reader.roles.contains(.office)
    case .lead: reader.user == lead
    case .authorOrLead: authors.contains(reader.user) || reader.user == lead
    }
  }

  /// The audit an entity belongs to.
  static func audit(of entity: EntityID) -> EntityID? {
    ([entity] + entity.ancestors).first { $0.typePath == "audit" }
  }

  private static func lead(_ audit: EntityID, _ fold: StreamFold) -> UserID? {
    guard let view = fold.field("lead", of: audit, schema: AuditSchema.current), view.conflict == nil else {
      return nil
    }
    return view.shown?.text.flatMap { UserID($0) }
  }
}
