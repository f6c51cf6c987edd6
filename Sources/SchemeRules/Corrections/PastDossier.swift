import AuditSchema
import SyncCore

/// A dossier as its machines stood when the server wrote something, with the facts as they are known now.
///
/// To judge an act again is to ask whether it would have been accepted then, had one known: what followed from it, and
/// what came after, is taken back; what people recorded since is kept, whatever its day of recording.
struct PastDossier {
  /// Everything a ruling may move.
  static let everything = ["dossier", "title", "audit", "nonconformity"]
  /// The certificate alone: what people did for the audit may have been synced late.
  static let certificate = ["dossier", "title"]

  let fold: StreamFold

  /// The dossier before a change of the server.
  init(_ fold: StreamFold, before ruling: ChangeID, of types: [String] = everything) {
    var past = fold
    let steps = types.flatMap { fold.standing(ofType: $0) }.flatMap { Self.rewound($0, in: fold, before: ruling) }
    if !steps.isEmpty {
      // A place of the server's chain that no change ever takes: it lives in this value only.
      past.apply(
        Change(
          id: ChangeID(replica: ruling.replica, seq: Int(SyncLimits.integerMax)), salt: "", time: 0, by: .server,
          stream: fold.stream, operations: steps))
    }
    self.fold = past
  }

  private static func rewound(_ entity: EntityID, in fold: StreamFold, before ruling: ChangeID) -> [Operation] {
    guard let record = fold.entities[entity] else { return [] }
    return record.fields.compactMap { field, history in
      guard let view = fold.field(field, of: entity, schema: AuditSchema.current), let head = view.heads.last,
        isFrom(ruling, head)
      else { return nil }
      var earlier: Write? = head
      while let write = earlier, isFrom(ruling, write) {
        earlier = write.over.compactMap { history.writes[$0] }.max { $0.order < $1.order }
      }
      if view.kind == .machine {
        return .state(field, on: entity, to: earlier?.value.text ?? "", over: view.over)
      }
      return .set(field, on: entity, to: earlier?.value ?? .null, over: view.over, motive: nil)
    }
  }

  /// Whether the server wrote it with that change or after; its one replica counts upwards.
  private static func isFrom(_ ruling: ChangeID, _ write: Write) -> Bool {
    write.by == .server && write.id.replica == ruling.replica && write.id.seq >= ruling.seq
  }
}
