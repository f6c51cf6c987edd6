import AuditDesk
import AuditModel
import AuditSchema
import SchemeRules
import SyncCore
import WorkingDays

/// A dossier of a fictional body written through forms by people of several roles, folded as it grows.
struct DeskWorld {
  static let siren = "999123458"
  private static let replica = ReplicaID(bits: 7)

  var fold = StreamFold(stream: StreamID("dossier.qualiopi.\(siren)")!)
  var directory = StreamFold(stream: .directory)
  private var seq = 0

  /// Fills in a form as somebody, on an entity that is there or, for a form that makes one, a fresh one.
  /// - Returns: the entity.
  @discardableResult
  mutating func fill(
    _ name: String, on entity: EntityID? = nil, as user: UserID = UserID("u-office")!, roles: Set<Role> = [.office],
    _ given: [String: String] = [:]
  ) throws -> EntityID {
    let form = ActForm.required(name)
    let answers = try form.answers(to: given.mapValues { [$0] })
    seq += 1
    let id = ChangeID(replica: Self.replica, seq: seq)
    let desk = CaptureDesk(
      fold: fold, author: WriteAuthor(user: user, roles: roles), seen: SeenVector(), shown: { _, _ in [] },
      newEntity: { type, number in EntityID("\(type)/\(id.replica)-\(id.seq)-\(number)-00000000")! })
    let target = entity ?? desk.fresh(form.entityType)
    fold.apply(
      Change(
        id: id, salt: String(repeating: "0", count: 26), time: Int64(seq), by: user, stream: fold.stream,
        operations: form.steps(desk, on: target, answers)))
    return target
  }

  func text(_ field: FieldName, of entity: EntityID) -> String? {
    fold.field(field, of: entity, schema: AuditSchema.current)?.shown?.text
  }
}
