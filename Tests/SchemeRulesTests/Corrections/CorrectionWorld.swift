import AuditModel
import AuditSchema
import SchemeRules
import SyncCore
import WorkingDays

/// A dossier with the server's own replica beside a device's, so that what the server wrote has its place in its chain.
struct CorrectionWorld {
  static let lead = UserID("u-lead")!
  static let office = UserID("u-office")!
  static let decider = UserID("u-decider")!
  static let second = UserID("u-second")!
  static let audit = EntityID("audit/A1")!
  static let major = EntityID("nonconformity/A1.4")!
  static let decision = EntityID("decision/D1")!
  static let siren = "999123458"
  static let title = EntityID("title/\(siren)")!
  static let dossier = EntityID("dossier/\(siren)")!

  var fold = StreamFold(stream: StreamID("dossier.qualiopi.\(siren)")!)
  var seen = SeenVector()
  private var device = 0
  private var server = 0

  /// Writes steps as a person or, with the server's replica, as the server.
  @discardableResult
  mutating func write(_ user: UserID, on day: String = "2026-05-13", _ operations: [SyncCore.Operation]) -> ChangeID {
    let isServer = user == .server
    if isServer { server += 1 } else { device += 1 }
    let id = ChangeID(replica: ReplicaID(bits: isServer ? 1 : 7), seq: isServer ? server : device)
    fold.apply(
      Change(
        id: id, salt: String(repeating: "0", count: 26), time: CivilDate(day)!.startInParis.millisecondsSince1970 + 1,
        by: user, stream: fold.stream, operations: operations))
    seen.insert(id)
    return id
  }

  /// Writes fields, each over what is there.
  @discardableResult
  mutating func set(
    _ entity: EntityID, by user: UserID = office, on day: String = "2026-05-13", _ values: [FieldName: JSONValue]
  ) -> ChangeID {
    let steps = values.sorted { $0.key.description < $1.key.description }.map { field, value in
      SyncCore.Operation.set(field, on: entity, to: value, over: heads(field, entity), motive: nil)
    }
    return write(user, on: day, steps)
  }

  /// Moves a machine as the server.
  mutating func move(_ entity: EntityID, _ machine: FieldName, to state: String, on day: String = "2026-05-13") {
    write(.server, on: day, [.state(machine, on: entity, to: state, over: heads(machine, entity))])
  }

  /// A lapse with the state it gives, as the server writes the two.
  mutating func lapse(_ deadline: String, on entity: EntityID, due: String, gives: (EntityID, FieldName, String)) {
    write(
      .server, on: due,
      [
        .lapse(deadline: deadline, on: entity, due: due),
        .state(gives.1, on: gives.0, to: gives.2, over: heads(gives.1, gives.0)),
      ])
  }

  /// Asks for an act and has it ruled on as the server would.
  @discardableResult
  mutating func ask(
    _ act: ActName, on entity: EntityID, by user: UserID, roles: Set<Role>, day: String,
    directory: StreamFold? = nil, before: SyncCore.Digest? = nil
  ) -> ActRuling {
    let id = write(user, on: day, [.request(act, on: entity, seen: seen)])
    let ruling = ActJudge.judge(
      ActCase(
        request: fold.entities[entity]!.requests[id]!, entity: entity,
        context: ActContext(dossier: fold, directory: directory, today: CivilDate(day)!),
        actor: ActActor(user: user, roles: roles), stateBefore: before))
    write(
      .server, on: day,
      [
        .rule(
          Ruling(
            request: id, verdict: ruling.verdict, rules: ruling.rules, pack: ruling.pack, reasons: ruling.reasons))
      ] + ruling.effects)
    return ruling
  }

  /// Accepts a request without judging it, with the steps that follow: an act of another area.
  mutating func accept(
    _ act: ActName, on entity: EntityID, by user: UserID, day: String, _ effects: [SyncCore.Operation] = []
  ) {
    let id = write(user, on: day, [.request(act, on: entity, seen: seen)])
    write(
      .server, on: day,
      [.rule(Ruling(request: id, verdict: .accepted, rules: [], pack: "none", reasons: .null))] + effects)
  }

  /// Records a correction and asks for it.
  @discardableResult
  mutating func correct(
    _ reopening: Reopening?, _ name: String = "X1", as user: UserID = second, roles: Set<Role> = [.decider],
    outcome: CorrectionOutcome? = .maintained, motive: String? = "la preuve était à temps", standing: String? = nil,
    from: String? = nil, end: String? = nil, facts: [String]? = nil, condition: String? = nil,
    day: String = "2026-09-01", directory: StreamFold? = nil,
    shown: SyncCore.Digest? = nil, before: SyncCore.Digest? = nil
  ) -> ActRuling {
    let id = EntityID("correction/\(name)")!
    let cited = facts ?? reopening?.facts.map(\.citation) ?? []
    let values: [FieldName: JSONValue?] = [
      "of": .string(reopening?.subject.key ?? "audit/A9:DL-QUAL-11:2026-01-01"),
      "fact": cited.isEmpty ? nil : .array(cited.map { .string($0) }),
      "outcome": outcome.map { .string($0.rawValue) }, "motive": motive.map { .string($0) },
      "standing": standing.map { .string($0) }, "from": from.map { .string($0) },
      "validity": end.map { .sorted([("end", .string($0))]) },
      "condition": condition.map { .sorted([("text", .string($0))]) },
      "shownState": shown.map { .string($0.description) },
    ]
    set(id, by: user, on: day, values.compactMapValues { $0 })
    return ask("correction.record", on: id, by: user, roles: roles, day: day, directory: directory, before: before)
  }

  var reopenings: [Reopening] { Reopenings.all(in: fold) }

  func text(_ field: FieldName, _ entity: EntityID) -> String? {
    fold.field(field, of: entity, schema: AuditSchema.current)?.shown?.text
  }

  func heads(_ field: FieldName, _ entity: EntityID) -> [ChangeID] {
    fold.field(field, of: entity, schema: AuditSchema.current)?.over ?? []
  }
}

extension CorrectionWorld {
  /// An audit of 12 and 13 May 2026 with a major of indicator 4, evidence due on 13 August, not lifted that day.
  static func lapsedMajor() -> CorrectionWorld {
    var world = audited()
    world.lapse("DL-QUAL-12", on: major, due: "2026-08-13", gives: (major, "stage", "notLifted"))
    return world
  }

  /// The same before the effect is written.
  static func audited() -> CorrectionWorld {
    var world = CorrectionWorld()
    world.set(
      audit,
      [
        "kind": "initial", "lead": .string(lead.description),
        "days": .sorted([("first", "2026-05-12"), ("last", "2026-05-13")]), "scope": .array([1, 4]),
        "startedOn": "2026-05-12",
      ])
    world.set(
      major, by: .server,
      ["indicator": 4, "grade": "major", "origin": .string(audit.description), "raisedOn": "2026-05-13"])
    world.move(major, "stage", to: "raised")
    return world
  }

  /// Evidence of the major by letter.
  @discardableResult
  mutating func evidence(received: String, mail: String = "M1", recorded day: String) -> EntityID {
    let item = EntityID("mail/\(mail)")!
    set(item, on: day, ["direction": "in", "received": .string(received)])
    write(
      Self.office, on: day, [.add("evidence", on: Self.major, value: .sorted([("mail", .string(item.description))]))])
    return item
  }

  /// A favourable decision on the audit, its major lifted on evidence of June, accepted on 2 July 2026.
  static func decided() -> CorrectionWorld {
    var world = audited()
    world.evidence(received: "2026-06-10", recorded: "2026-06-10")
    world.set(major, ["plan": "former l'équipe"])
    world.move(major, "stage", to: "lifted", on: "2026-06-20")
    world.move(audit, "stage", to: "inDecision", on: "2026-06-21")
    world.set(
      decision, by: decider,
      [
        "audit": .string(audit.description), "outcome": "favourable", "decidedOn": "2026-07-02",
      ])
    world.ask("decision.record", on: decision, by: decider, roles: [.decider], day: "2026-07-02")
    return world
  }
}
