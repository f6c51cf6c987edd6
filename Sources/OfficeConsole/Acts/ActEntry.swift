import AuditDesk
import AuditSchema
import SyncCore

/// Whether a form may be filled in on an entity.
enum ActEntry: Sendable, Equatable {
  /// It is there to be filled in; or nothing is named and the form makes something new.
  case open
  /// An entry of a register that this very console made and the server took: its sending may be answered again.
  case recorded
  /// Nothing the form is about.
  case none

  /// An entity of the form's type that stands; for a form that makes entries, only what this very console made and the
  /// server then refused, to be asked for once more.
  init(_ entity: EntityID?, of form: ActForm, in fold: StreamFold, _ replica: ReplicaID) {
    guard let entity else {
      self = form.createsEntity ? .open : .none
      return
    }
    guard entity.typePath.utf8.elementsEqual(form.entityType.utf8),
      let view = fold.entity(entity, schema: AuditSchema.current), view.life != .deleted
    else {
      self = .none
      return
    }
    guard form.createsEntity, !ActPlace.growingTypes.contains(form.entityType) else {
      self = .open
      return
    }
    let own = view.requests.filter { $0.id.replica == replica && $0.act == form.act }
    if own.isEmpty {
      self = .none
    } else {
      self = own.allSatisfy { fold.rulings[$0.id]?.ruling.verdict == .refused } ? .open : .recorded
    }
  }
}
