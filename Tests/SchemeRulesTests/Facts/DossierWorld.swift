import AuditModel
import AuditSchema
import SchemeRules
import SyncCore
import WorkingDays

/// A dossier of a fictional body, folded by hand, whose acts are judged.
struct DossierWorld {
  static let lead = UserID("u-lead")!
  static let other = UserID("u-other")!
  static let audit = EntityID("audit/A1")!
  static let day = CivilDate("2026-05-13")!
  static let replica = ReplicaID(bits: 7)

  var fold: StreamFold
  /// People, competences and settings; nil where a device holds none.
  var directory: StreamFold?
  private(set) var seq = 0

  init(scheme: String = "qualiopi") {
    fold = StreamFold(stream: StreamID("dossier.\(scheme).999123458")!)
  }

  @discardableResult
  mutating func write(_ user: UserID, _ operations: [SyncCore.Operation]) -> ChangeID {
    seq += 1
    let id = ChangeID(replica: Self.replica, seq: seq)
    fold.apply(
      Change(
        id: id, salt: String(repeating: "0", count: 26), time: Int64(seq), by: user, stream: fold.stream,
        operations: operations))
    return id
  }

  static func set(_ field: FieldName, _ entity: EntityID, _ value: JSONValue) -> SyncCore.Operation {
    .set(field, on: entity, to: value, over: [], motive: nil)
  }

  /// A started surveillance of indicators 1 and 22, led by the lead.
  static func started() -> DossierWorld {
    var world = DossierWorld()
    world.write(
      other,
      [
        set("kind", audit, "surveillance"), set("lead", audit, .string(lead.description)),
        set("days", audit, .sorted([("first", "2026-05-12"), ("last", "2026-05-13")])),
        set("scope", audit, .array([1, 22])), set("pack", audit, "qualiopi-2026-01"),
        set("startedOn", audit, "2026-05-12"),
      ])
    return world
  }

  mutating func grade(_ indicator: Int, _ grade: String, lack: String? = nil, by user: UserID = lead) {
    let item = AuditNames.item(Self.audit, indicator: indicator)!
    write(user, [Self.set("grade", item, .string(grade))] + (lack.map { [Self.set("lack", item, .string($0))] } ?? []))
  }

  /// Asks for an act and judges it.
  mutating func ask(
    _ act: ActName, on entity: EntityID = audit, by user: UserID = lead, roles: Set<Role> = [.auditor],
    seat: ActJudge.Seat = .server, isStale: Bool = false
  ) -> ActRuling {
    let id = write(user, [.request(act, on: entity, seen: SeenVector())])
    return ActJudge.judge(
      ActCase(
        request: fold.entities[entity]!.requests[id]!, entity: entity,
        context: ActContext(dossier: fold, directory: directory, today: Self.day),
        actor: ActActor(user: user, roles: roles)),
      seat: seat, isStale: isStale)
  }
}
