import AuditDesk
import AuditModel
import AuditSchema
import SchemeRules
import SyncCore
import WorkingDays

/// A dossier written by people and by the server, each on their own replica, filled in through forms where there is one.
struct OfficeWorld {
  static let siren = "999123458"
  static let audit = EntityID("audit/A1")!
  static let major = EntityID("nonconformity/A1.4")!
  static let decision = EntityID("decision/D1")!
  static let office = UserID("u-office")!
  static let lead = UserID("u-lead")!
  static let decider = UserID("u-decider")!
  static let second = UserID("u-second")!
  static let names: [UserID: String] = [
    office: "Alix Morel", lead: "Claude Renaud", decider: "Dominique Vasseur", second: "Camille Thévenet",
  ]
  @Sendable static func name(_ user: UserID) -> String? { names[user] }

  var fold = StreamFold(stream: StreamID("dossier.qualiopi.\(siren)")!)
  var seen = SeenVector()
  private var device = 0
  private var server = 0

  @discardableResult
  mutating func write(_ user: UserID, on day: String, _ operations: [SyncCore.Operation]) -> ChangeID {
    let isServer = user == .server
    if isServer { server += 1 } else { device += 1 }
    let id = ChangeID(replica: ReplicaID(bits: isServer ? 1 : 7), seq: isServer ? server : device)
    fold.apply(
      Change(
        id: id, salt: String(repeating: "0", count: 26),
        time: CivilDate(day)!.startInParis.millisecondsSince1970 + 36_000_000, by: user, stream: fold.stream,
        operations: operations))
    seen.insert(id)
    return id
  }

  mutating func set(
    _ entity: EntityID, by user: UserID = office, on day: String = "2026-05-13", _ values: [FieldName: JSONValue]
  ) {
    write(
      user, on: day,
      values.sorted { $0.key.description < $1.key.description }.map { field, value in
        .set(field, on: entity, to: value, over: heads(field, entity), motive: nil)
      })
  }

  /// Fills in a form as somebody.
  @discardableResult
  mutating func fill(
    _ name: String, on entity: EntityID? = nil, by user: UserID = office, roles: Set<Role> = [.office],
    recorded day: String = "2026-09-01", _ given: [String: String]
  ) throws -> EntityID {
    let form = ActForm.required(name)
    let answers = try form.answers(to: given.mapValues { [$0] })
    let next = device + 1
    let desk = CaptureDesk(
      fold: fold, author: WriteAuthor(user: user, roles: roles), seen: seen, shown: { _, _ in [] },
      newEntity: { type, number in EntityID("\(type)/N\(next)-\(number)")! })
    let target = entity ?? desk.fresh(form.entityType)
    write(user, on: day, form.steps(desk, on: target, answers))
    return target
  }

  /// Rules on the last request on an entity as the server would, and writes what follows.
  @discardableResult
  mutating func rule(on entity: EntityID, roles: Set<Role>, day: String = "2026-09-01") -> ActRuling {
    let request = fold.entities[entity]!.requests.values.max { $0.id < $1.id }!
    let ruling = ActJudge.judge(
      ActCase(
        request: request, entity: entity,
        context: ActContext(dossier: fold, directory: nil, today: CivilDate(day)!),
        actor: ActActor(user: request.by, roles: roles)))
    write(
      .server, on: day,
      [
        .rule(
          Ruling(
            request: request.id, verdict: ruling.verdict, rules: ruling.rules, pack: ruling.pack,
            reasons: ruling.reasons))
      ] + ruling.effects)
    return ruling
  }

  /// An audit with a major not lifted in time.
  static func lapsedMajor() -> OfficeWorld {
    var world = OfficeWorld()
    world.set(
      audit,
      [
        "kind": "initial", "lead": .string(lead.description), "mode": "on-site",
        "days": .sorted([("first", "2026-05-12"), ("last", "2026-05-13")]),
      ])
    world.set(
      major, by: .server,
      ["indicator": 4, "grade": "major", "origin": .string(audit.description), "raisedOn": "2026-05-13"])
    world.write(
      .server, on: "2026-08-14",
      [
        .lapse(deadline: "DL-QUAL-12", on: major, due: "2026-08-13"),
        .state("stage", on: major, to: "notLifted", over: []),
      ])
    return world
  }

  /// The same, evidence of 12 August recorded on 20 August.
  static func reopened() throws -> OfficeWorld {
    var world = lapsedMajor()
    let mail = try world.fill(
      "mail.record", recorded: "2026-08-20", ["direction": "reçu", "about": "preuves", "received": "2026-08-12"])
    world.write(
      office, on: "2026-08-20", [.add("evidence", on: major, value: .sorted([("mail", .string(mail.description))]))])
    return world
  }

  /// An unfavourable decision, accepted.
  static func decided(kind: String = "initial", _ more: [FieldName: JSONValue] = [:]) -> OfficeWorld {
    var world = lapsedMajor()
    if kind != "initial" {
      world.set(audit, ["kind": .string(kind)])
      world.set(AuditNames.dossier(siren)!, ["validFrom": "2025-01-15"])
    }
    world.write(.server, on: "2026-08-20", [.state("stage", on: audit, to: "inDecision", over: [])])
    world.set(
      decision, by: decider, on: "2026-08-21",
      [
        "audit": .string(audit.description), "outcome": "unfavourable", "motive": "La majeure n'est pas levée.",
        "decidedOn": "2026-08-21",
      ].merging(more) { $1 })
    world.write(decider, on: "2026-08-21", [.request("decision.record", on: decision, seen: world.seen)])
    world.rule(on: decision, roles: [.decider], day: "2026-08-21")
    return world
  }

  func text(_ field: FieldName, of entity: EntityID) -> String? {
    fold.field(field, of: entity, schema: AuditSchema.current)?.shown?.text
  }

  func heads(_ field: FieldName, _ entity: EntityID) -> [ChangeID] {
    fold.field(field, of: entity, schema: AuditSchema.current)?.over ?? []
  }
}
