import AuditDesk
import AuditModel
import AuditSchema
import SchemeRules
import SyncCore
import WorkingDays

/// A dossier of a fictional body written through forms by people of several roles, folded as it grows.
struct DeskWorld {
  static let siren = "999123458"
  static let dossier = EntityID("dossier/\(siren)")!
  private static let replica = ReplicaID(bits: 7)

  var fold = StreamFold(stream: StreamID("dossier.qualiopi.\(siren)")!)
  var directory = StreamFold(stream: .directory)
  private var seq = 0

  /// Fills in a form as somebody, on an entity that is there or, for a form that makes one, a fresh one.
  /// - Parameter each: the answers given several times.
  /// - Returns: the entity.
  @discardableResult
  mutating func fill(
    _ name: String, on entity: EntityID? = nil, as user: UserID = UserID("u-office")!, roles: Set<Role> = [.office],
    _ given: [String: String] = [:], each: [String: [String]] = [:]
  ) throws -> EntityID {
    try fillAll(name, on: entity, as: user, roles: roles, given.mapValues { [$0] }.merging(each) { $1 })
  }

  /// The same, with answers given several times.
  @discardableResult
  mutating func fillAll(
    _ name: String, on entity: EntityID? = nil, as user: UserID = UserID("u-office")!, roles: Set<Role> = [.office],
    _ given: [String: [String]]
  ) throws -> EntityID {
    let form = ActForm.required(name)
    let answers = try form.answers(to: given)
    seq += 1
    let id = ChangeID(replica: Self.replica, seq: seq)
    let written = form.stream == .directory ? directory : fold
    let desk = CaptureDesk(
      fold: written, author: WriteAuthor(user: user, roles: roles), seen: SeenVector(), shown: { _, _ in [] },
      newEntity: { type, number in EntityID("\(type)/\(id.replica)-\(id.seq)-\(number)-00000000")! })
    let target = entity ?? desk.fresh(form.entityType)
    let change = Change(
      id: id, salt: String(repeating: "0", count: 26), time: Int64(seq), by: user, stream: written.stream,
      operations: form.steps(desk, on: target, answers))
    if form.stream == .directory { directory.apply(change) } else { fold.apply(change) }
    return target
  }

  /// Rules the last request on an entity as the server would, and writes what follows.
  @discardableResult
  mutating func rule(
    on entity: EntityID, as user: UserID = UserID("u-office")!, roles: Set<Role> = [.office], on day: CivilDate
  ) -> ActRuling {
    let request = fold.entities[entity]!.requests.values.max { $0.id < $1.id }!
    let ruling = ActJudge.judge(
      ActCase(
        request: request, entity: entity, context: ActContext(dossier: fold, directory: directory, today: day),
        actor: ActActor(user: user, roles: roles)),
      seat: .server)
    seq += 1
    fold.apply(
      Change(
        id: ChangeID(replica: Self.replica, seq: seq), salt: String(repeating: "0", count: 26), time: Int64(seq),
        by: .server, stream: fold.stream,
        operations: [
          .rule(
            Ruling(
              request: request.id, verdict: ruling.verdict, rules: ruling.rules, pack: ruling.pack,
              reasons: ruling.reasons))
        ] + ruling.effects))
    return ruling
  }

  /// Writes steps as the server does: effects, states.
  mutating func write(_ operations: [SyncCore.Operation]) {
    seq += 1
    fold.apply(
      Change(
        id: ChangeID(replica: Self.replica, seq: seq), salt: String(repeating: "0", count: 26), time: Int64(seq),
        by: .server, stream: fold.stream, operations: operations))
  }

  /// Writes steps as somebody.
  mutating func write(_ steps: [SyncCore.Operation], by user: UserID) {
    seq += 1
    fold.apply(
      Change(
        id: ChangeID(replica: Self.replica, seq: seq), salt: String(repeating: "0", count: 26), time: Int64(seq),
        by: user, stream: fold.stream, operations: steps))
  }

  func text(_ field: FieldName, of entity: EntityID) -> String? {
    fold.field(field, of: entity, schema: AuditSchema.current)?.shown?.text
  }

  // MARK: facts written without a form, and acts judged

  func set(_ field: FieldName, _ entity: EntityID, _ value: JSONValue) -> SyncCore.Operation {
    .set(field, on: entity, to: value, over: [], motive: nil)
  }

  func heads(_ field: FieldName, of entity: EntityID) -> [ChangeID] {
    fold.field(field, of: entity, schema: AuditSchema.current)?.over ?? []
  }

  @discardableResult
  mutating func write(_ operations: [SyncCore.Operation], as user: UserID = UserID("u-office")!) -> ChangeID {
    seq += 1
    let id = ChangeID(replica: Self.replica, seq: seq)
    fold.apply(
      Change(
        id: id, salt: String(repeating: "0", count: 26), time: Int64(seq), by: user, stream: fold.stream,
        operations: operations))
    return id
  }

  /// Fills in the form of an act, judges the request as the server would, and writes what follows.
  mutating func judged(
    _ name: String, on entity: EntityID? = nil, as user: UserID = UserID("u-office")!, roles: Set<Role> = [.office],
    _ given: [String: String] = [:], today: CivilDate = CivilDate("2026-06-15")!
  ) throws -> ActRuling {
    let target = try fill(name, on: entity, as: user, roles: roles, given)
    let id = ChangeID(replica: Self.replica, seq: seq)
    let ruling = ActJudge.judge(
      ActCase(
        request: fold.entities[target]!.requests[id]!, entity: target,
        context: ActContext(dossier: fold, directory: directory, today: today),
        actor: ActActor(user: user, roles: roles)),
      seat: .server)
    if !ruling.effects.isEmpty { write(ruling.effects, as: .server) }
    return ruling
  }
}
