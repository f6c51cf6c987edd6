import AuditDesk
import AuditSchema
import ServerCore
import SyncCore

/// One settling as it is about to be written: what holds, why, and over which heads the person saw.
struct Settlement: Sendable, Equatable {
  enum Outcome: Sendable, Equatable {
    /// This value of the field holds.
    case value(FieldName, JSONValue)
    /// The disputed deletion is made again, over all that the form's page had shown of the stream.
    case delete(seen: SeenVector)
    /// What was deleted comes back.
    case restore

    var isDeletion: Bool { if case .delete = self { true } else { false } }
  }

  let entity: EntityID
  let outcome: Outcome
  let motive: String
  let shown: Set<ChangeID>

  var shownFields: [ShownField] {
    guard case .value(let field, _) = outcome else { return [] }
    return [ShownField(entity: entity, field: field, heads: shown.sorted())]
  }

  /// The steps, judged against the state of the transaction that will hold them.
  /// - Parameter replica: the author's console, by which a second sending of one form is known.
  /// - Throws: `SettlingFault`: nothing is written then.
  func operations(_ desk: CaptureDesk, replica: ReplicaID) throws(SettlingFault) -> [Operation] {
    switch outcome {
    case .value(let field, let value): try settle(field, value, desk)
    case .delete, .restore: try life(desk, replica)
    }
  }

  private func settle(_ field: FieldName, _ value: JSONValue, _ desk: CaptureDesk) throws(SettlingFault) -> [Operation]
  {
    let schema = AuditSchema.current
    let history = desk.fold.entities[entity]?.fields[field]
    let isRepeated = (history?.writes.values ?? []).contains {
      $0.by == desk.author.user && $0.value == value && shown.isSubset(of: $0.over)
    }
    if isRepeated { throw .repeated }
    guard let conflict = desk.fold.field(field, of: entity, schema: schema)?.conflict,
      Set(conflict.alternatives.map(\.id)) == shown
    else { throw .stale }
    let right = schema.rule(of: field, in: entity.typePath)?.settlers ?? .authorOrLead
    guard schema.maySettle(right, of: entity, named: conflict.alternatives, author: desk.author, fold: desk.fold) else {
      throw .notEntitled
    }
    try checkNotFrozen(desk)
    return [desk.write(field, on: entity, value, motive: motive)]
  }

  private func life(_ desk: CaptureDesk, _ replica: ReplicaID) throws(SettlingFault) -> [Operation] {
    let schema = AuditSchema.current
    guard let view = desk.fold.entity(entity, schema: schema) else { throw .stale }
    guard case .disputed = view.life, Set(view.lifeHeads) == shown else {
      let isMine = view.lifeHeads.count == 1 && view.lifeHeads[0].replica == replica
      throw isMine && (view.life == .deleted) == outcome.isDeletion ? .repeated : .stale
    }
    let stakes = Divergence.deletion(of: entity, in: desk.fold)
    guard schema.maySettle(stakes.settlers, of: entity, named: stakes.parties, author: desk.author, fold: desk.fold)
    else { throw .notEntitled }
    try checkNotFrozen(desk)
    let step = try lifeStep(desk)
    return [step] + DeletionMotive.operation(entity, outcome, motive: motive, in: desk.fold.stream)
  }

  /// A deletion takes away what its author had on the page, and nothing that came after: then it is not written.
  private func lifeStep(_ desk: CaptureDesk) throws(SettlingFault) -> Operation {
    guard case .delete(let claimed) = outcome else { return .restore(entity, over: shown.sorted()) }
    // Nobody has seen more than there is, whatever a form says.
    var seen = SeenVector()
    for (replica, seq) in claimed.last {
      if let last = desk.seen.last[replica] { seen.insert(ChangeID(replica: replica, seq: min(seq, last))) }
    }
    let step = Operation.delete(entity, seen: seen, over: shown.sorted())
    guard takesEffect(step, desk) else { throw .stale }
    return step
  }

  /// Whether a deletion finds nothing its author had not seen, asked of the merge itself.
  ///
  /// A replica that wrote nothing here says it: what came from the author's own console counts as seen by the page
  /// alone, not because the same console writes the deletion.
  private func takesEffect(_ deletion: Operation, _ desk: CaptureDesk) -> Bool {
    var bits: UInt64 = 0
    while desk.seen.last[ReplicaID(bits: bits)] != nil { bits += 1 }
    var fold = desk.fold
    fold.apply(
      Change(
        id: ChangeID(replica: ReplicaID(bits: bits), seq: 1), salt: String(repeating: "0", count: 26), time: 0,
        by: desk.author.user, stream: desk.fold.stream, operations: [deletion]))
    return fold.life(of: entity) == .deleted
  }

  private func checkNotFrozen(_ desk: CaptureDesk) throws(SettlingFault) {
    if desk.fold.entity(entity, schema: AuditSchema.current)?.frozenAt != nil { throw .frozen }
  }
}

/// Why a settling was not written; the state is what it was.
enum SettlingFault: Error, Equatable {
  /// The heads are no longer those the form showed.
  case stale
  /// This person has written just this over these heads already: the form came twice.
  case repeated
  /// The table gives it to somebody else.
  case notEntitled
  /// A presented report holds the values fixed (R-ROLE-16).
  case frozen
}

/// Deletions and restorations hold no motive: it is said in the same change, among the dossier's communications.
enum DeletionMotive {
  static func operation(
    _ entity: EntityID, _ outcome: Settlement.Outcome, motive: String, in stream: StreamID
  ) -> [Operation] {
    guard let dossier = place(stream) else { return [] }
    let value = JSONValue.sorted([
      ("about", .string(entity.description)), ("outcome", outcome.isDeletion ? "deleted" : "restored"),
      ("text", .string(motive)),
    ])
    return [.append("communications", on: dossier, value: value, answers: nil)]
  }

  /// The motive a change gave for a deletion or restoration; nil when it gave none.
  static func read(_ change: ChangeID, in fold: StreamFold) -> String? {
    guard let dossier = place(fold.stream) else { return nil }
    let entries = fold.field("communications", of: dossier, schema: AuditSchema.current)?.entries ?? []
    return entries.first { $0.id == change }?.value["text"]?.text
  }

  private static func place(_ stream: StreamID) -> EntityID? {
    guard case .dossier(_, let key) = stream.family else { return nil }
    return EntityID("dossier/\(key)")
  }
}
