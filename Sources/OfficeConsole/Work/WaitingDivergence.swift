import AuditDesk
import AuditModel
import AuditSchema
import ServerCore
import SyncCore

/// A divergence as the index keeps it.
struct WaitingDivergence: Sendable {
  let path: String
  let entity: EntityID
  /// Nil when a deletion is disputed.
  let field: FieldName?
  /// The values against each other, short; empty for texts, which are read side by side.
  let values: ShortText?
  /// The people against each other, where the field names people.
  let people: [UserID]
  let settlers: Settlers
  /// Whether a presented report holds the values fixed: then nobody settles here, whoever would otherwise (R-ROLE-16).
  let isFrozen: Bool
  /// When the last of the values was said, by its author's clock; nil when a deletion is disputed.
  let since: Int64?

  /// Whether a reader may settle it now.
  func waits(for reader: WriteAuthor) -> Bool { !isFrozen && settlers.include(reader) }

  /// The divergences of a stream.
  static func all(in fold: StreamFold) -> [WaitingDivergence] {
    // Whether this reader may settle is asked of nobody: `settlers` answers for everybody.
    Divergence.all(in: fold, reader: .init(user: .server, roles: [])).map { divergence in
      let alternatives = divergence.conflict?.alternatives ?? []
      return WaitingDivergence(
        path: ConsolePath.divergence(divergence), entity: divergence.entity, field: divergence.field,
        values: divergence.isOfPeople ? nil : values(divergence, in: fold), people: people(divergence),
        settlers: Settlers(
          of: divergence.entity, right: divergence.settlers, named: divergence.parties, in: fold),
        isFrozen: fold.entity(divergence.entity, schema: AuditSchema.current)?.frozenAt != nil,
        since: alternatives.map(\.time).max())
    }
  }

  private static let valuesShown = 3

  private static func values(_ divergence: Divergence, in fold: StreamFold) -> ShortText? {
    guard let conflict = divergence.conflict, let field = divergence.field, conflict.reason == .concurrentValues else {
      return nil
    }
    return ShortText { phrasing in
      let words = FieldPhrasing(phrasing.language, of: fold.stream)
      return conflict.values.prefix(valuesShown).map { words.words($0, of: field, in: divergence.entity.typePath) }
    }
  }

  /// Kept as they are: what somebody is called is for the reader's directory to say.
  private static func people(_ divergence: Divergence) -> [UserID] {
    guard divergence.isOfPeople else { return [] }
    return (divergence.conflict?.values ?? []).prefix(valuesShown).compactMap { $0.text.flatMap { UserID($0) } }
  }
}

extension Divergence {
  fileprivate var isOfPeople: Bool {
    field.map { FieldPhrasing.isOfPeople($0, in: entity.typePath) } ?? false
  }
}

extension WorkState {
  /// The page of the divergence that has waited longest for a reader; nil when none does (law L4: of their scope alone).
  func oldestDivergence(for author: WriteAuthor, in scope: Scope) -> String? {
    var oldest: (since: Int64, path: String)?
    for (stream, summary) in summaries where scope.contains(stream) {
      for divergence in summary.divergences where divergence.waits(for: author) {
        let candidate = (since: divergence.since ?? 0, path: divergence.path)
        if oldest.map({ candidate < $0 }) ?? true { oldest = candidate }
      }
    }
    return oldest?.path
  }
}
