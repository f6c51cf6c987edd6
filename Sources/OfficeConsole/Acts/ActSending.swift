import AuditDesk
import AuditModel
import AuditSchema
import SyncCore

/// One filled form as it is about to be written, judged against the state of the transaction that will hold it.
struct ActSending: Sendable {
  /// A field somebody wrote after the page was shown.
  struct StaleField: Sendable, Hashable {
    let entity: EntityID
    let field: FieldName
  }

  let form: ActForm
  /// Nil where the form makes something new.
  let entity: EntityID?
  let answers: ActAnswers
  /// What the page had shown of the stream.
  let shown: SeenVector
  /// The state the page had shown, for a form that is bound to it.
  let shownState: Digest?
  /// The author's console, by which a second sending of one form is known.
  let replica: ReplicaID

  /// The steps of the change.
  /// - Throws: `ActSendingFault`: nothing is written then.
  func operations(_ desk: CaptureDesk) throws(ActSendingFault) -> [SyncCore.Operation] {
    guard !form.roles.isDisjoint(with: desk.author.roles) else { throw .notEntitled }
    let (entity, steps) = self.steps(desk)
    if let sent = sentBefore(steps, entity, in: desk.fold) { throw .repeated(sent) }
    guard ActEntry(self.entity, of: form, in: desk.fold, replica) == .open else { throw .recorded }
    let stale = staleFields(steps, in: desk.fold)
    guard stale.isEmpty else { throw .stale(stale) }
    return steps
  }

  /// What the answers come to, as somebody writes it who has seen what the page showed and nothing since.
  func steps(_ desk: CaptureDesk) -> (entity: EntityID, steps: [SyncCore.Operation]) {
    let (fold, shown) = (desk.fold, shown.clamped(to: desk.seen))
    let page = CaptureDesk(
      fold: fold, author: desk.author, seen: shown, rendered: shownState,
      shown: { field, entity in
        fold.field(field, of: entity, schema: AuditSchema.current)?.heads.map(\.id).filter(shown.contains) ?? []
      }, newEntity: desk.fresh)
    let entity = entity ?? desk.fresh(form.entityType)
    return (entity, form.steps(page, on: entity, answers))
  }

  /// The fields the form writes over something its author was not shown.
  private func staleFields(_ steps: [SyncCore.Operation], in fold: StreamFold) -> [StaleField] {
    steps.compactMap { step in
      guard case .set(let field, let on, let value, _, _) = step,
        let heads = fold.field(field, of: on, schema: AuditSchema.current)?.heads,
        heads.contains(where: { !shown.contains($0.id) && $0.value != value })
      else { return nil }
      return StaleField(entity: on, field: field)
    }
  }

  // MARK: sent twice

  /// What this console wrote of just these steps since the page was shown: one form that came twice.
  private func sentBefore(_ steps: [SyncCore.Operation], _ made: EntityID, in fold: StreamFold) -> EntityID? {
    guard !steps.isEmpty else { return nil }
    let candidates = entity == nil ? fold.standing(ofType: form.entityType) : [made]
    return candidates.first { candidate in
      steps.allSatisfy { isWritten($0, on: $0.entity == made ? candidate : $0.entity, in: fold) }
    }
  }

  private func isWritten(_ step: SyncCore.Operation, on entity: EntityID?, in fold: StreamFold) -> Bool {
    guard let entity, let facts = fold.entities[entity] else { return false }
    func isOwn(_ id: ChangeID) -> Bool { id.replica == replica && !shown.contains(id) }
    func view(_ field: FieldName) -> FieldView? { fold.field(field, of: entity, schema: AuditSchema.current) }
    switch step {
    case .set(let field, _, let value, _, _):
      return facts.fields[field]?.writes.values.contains { isOwn($0.id) && $0.value == value } ?? false
    case .add(let field, _, let value):
      return view(field)?.members.contains { $0.value == value && $0.additions.contains(where: isOwn) } ?? false
    case .append(let field, _, let value, _):
      return view(field)?.entries.contains { $0.value == value && isOwn($0.id) } ?? false
    case .request(let act, _, _): return facts.requests.values.contains { isOwn($0.id) && $0.act == act }
    default: return false
    }
  }
}

/// Why a form was not written; the state is what it was.
enum ActSendingFault: Error, Equatable {
  /// None of the author's roles is one of the form's.
  case notEntitled
  /// Somebody wrote what the form changes after its page was shown.
  case stale([ActSending.StaleField])
  /// What it is about is an entry that was recorded already, as something else than this.
  case recorded
  /// This console wrote just this since the page was shown: the form came twice.
  case repeated(EntityID)
}

extension SeenVector {
  /// No more than there is, whatever a form says.
  func clamped(to most: SeenVector) -> SeenVector {
    var seen: [ReplicaID: Int] = [:]
    for (replica, seq) in last {
      if let held = most.last[replica] { seen[replica] = min(seq, held) }
    }
    return SeenVector(seen)
  }
}
