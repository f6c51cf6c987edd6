import AuditModel
import AuditSchema
import SchemeRules
import SyncCore
import WorkingDays

/// A dossier whose facts start clocks.
struct DeadlineWorld {
  static let dossier = AuditNames.dossier("999123458")!
  static let title = AuditNames.title("999123458")!
  static let audit = EntityID("audit/A1")!
  var world = DossierWorld()
  var directory = StreamFold(stream: .directory)
  private var seq = 0

  mutating func write(_ operations: SyncCore.Operation...) { world.write(DossierWorld.other, operations) }

  mutating func set(_ field: FieldName, _ entity: EntityID, _ value: JSONValue) {
    let over = world.fold.field(field, of: entity, schema: AuditSchema.current)?.over ?? []
    write(.set(field, on: entity, to: value, over: over, motive: nil))
  }

  mutating func set(_ field: FieldName, _ value: JSONValue) { set(field, Self.dossier, value) }

  mutating func state(_ machine: FieldName, _ entity: EntityID, _ state: String) {
    let over = world.fold.field(machine, of: entity, schema: AuditSchema.current)?.over ?? []
    write(.state(machine, on: entity, to: state, over: over))
  }

  /// An audit of one kind with its days, begun.
  mutating func hold(_ kind: String, _ first: String, _ last: String, as audit: EntityID = audit) {
    set("kind", audit, .string(kind))
    set("days", audit, .sorted([("first", .string(first)), ("last", .string(last))]))
    set("startedOn", audit, .string(first))
  }

  /// A non-conformity of the audit.
  mutating func raise(_ grade: String, _ state: String = "raised", as id: String = "N1") {
    let entity = EntityID("nonconformity/\(id)")!
    set("grade", entity, .string(grade))
    set("origin", entity, .string(Self.audit.description))
    self.state("stage", entity, state)
  }

  /// A letter; its entity.
  mutating func mail(_ name: String, _ fields: [(FieldName, String)]) -> JSONValue {
    let id = EntityID("mail/\(name)")!
    for (field, value) in fields { set(field, id, .string(value)) }
    return .sorted([("mail", .string(id.description))])
  }

  /// A setting from a day on.
  mutating func setting(_ name: String, _ value: String, from day: String) {
    seq += 1
    directory.apply(
      Change(
        id: ChangeID(replica: ReplicaID(bits: 9), seq: seq), salt: String(repeating: "0", count: 26), time: Int64(seq),
        by: DossierWorld.other, stream: .directory,
        operations: [
          .add(
            "values", on: SettingValue.entity(name)!,
            value: SettingValue(from: CivilDate(day)!, text: value).json)
        ]))
  }

  func context(on today: String) -> ActContext {
    ActContext(dossier: world.fold, directory: directory, today: CivilDate(today)!)
  }

  func all(on today: String) -> [RunningDeadline] { QualiopiDeadlines.all(in: context(on: today)) }

  /// `state due` of a deadline; nil where nothing starts it.
  func line(_ id: DeadlineID, on today: String) -> String? {
    all(on: today).first { $0.id == id }.map { "\($0.state.rawValue) \($0.due?.description ?? "—")" }
  }
}
