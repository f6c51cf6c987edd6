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
        values: divergence.conflict.flatMap(values),
        settlers: Settlers(
          of: divergence.entity, right: divergence.settlers, named: divergence.parties, in: fold),
        isFrozen: fold.entity(divergence.entity, schema: AuditSchema.current)?.frozenAt != nil,
        since: alternatives.map(\.time).max())
    }
  }

  private static func values(_ conflict: FieldConflict) -> ShortText? {
    guard conflict.reason == .concurrentValues else { return nil }
    return ShortText { phrasing in conflict.values.prefix(3).map { phrasing.words($0) } }
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
