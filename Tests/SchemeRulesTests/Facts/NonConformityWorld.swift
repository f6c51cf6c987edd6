import AuditModel
import AuditSchema
import SchemeRules
import SyncCore
import WorkingDays

/// What a dossier holds once an audit raised non-conformities: letters, plans, evidence, and days that pass.
extension DossierWorld {
  /// An audit that raised non-conformities, closed on 2026-05-13 by `audit.close` itself.
  static func closed(_ grades: [Int: String], kind: String = "initial") -> DossierWorld {
    var world = DossierWorld()
    world.write(
      other,
      [
        set("kind", audit, .string(kind)), set("lead", audit, .string(lead.description)),
        set("days", audit, .sorted([("first", "2026-05-12"), ("last", "2026-05-13")])),
        set("scope", audit, .array(grades.keys.sorted().map { .integer(Int64($0)) })),
        set("startedOn", audit, "2026-05-12"),
      ])
    for (indicator, grade) in grades.sorted(by: { $0.key < $1.key }) {
      world.grade(indicator, grade, lack: "rien montré")
    }
    world.accept("audit.close")
    return world
  }

  static func found(_ mark: String) -> EntityID { EntityID("nonconformity/A1.\(mark)")! }

  /// Asks and, when accepted, writes the effects as the server does.
  @discardableResult
  mutating func accept(
    _ act: ActName, on entity: EntityID = audit, by user: UserID = lead, roles: Set<Role> = [.auditor],
    today: CivilDate = day, settings: QualiopiSettings = .standard, with steps: [SyncCore.Operation] = []
  ) -> ActRuling {
    lapse(today: today, settings: settings)
    let id = write(user, steps + [.request(act, on: entity, seen: SeenVector([Self.replica: seq]))])
    let ruling = ActJudge.judge(
      ActCase(
        request: fold.entities[entity]!.requests[id]!, entity: entity,
        context: ActContext(dossier: fold, directory: directory, today: today, settings: settings),
        actor: ActActor(user: user, roles: roles)), seat: .server)
    let answer = Ruling(
      request: id, verdict: ruling.verdict, rules: ruling.rules, pack: ruling.pack, reasons: ruling.reasons)
    write(.server, [.rule(answer)] + ruling.effects)
    return ruling
  }

  /// Writes the automatic effects that are due, as the server does before a ruling and the broom after midnight.
  @discardableResult
  mutating func lapse(today: CivilDate, settings: QualiopiSettings = .standard) -> [AutomaticEffect] {
    let due = AutomaticEffects.due(
      in: ActContext(dossier: fold, directory: directory, today: today, settings: settings))
    for effect in due { write(.server, effect.operations) }
    return due
  }

  /// A letter or e-mail in or out.
  @discardableResult
  mutating func mail(_ name: String, received: String? = nil, sent: String? = nil, corrects: String? = nil) -> EntityID
  {
    let id = EntityID("mail/\(name)")!
    write(
      Self.other,
      [Self.set("direction", id, received == nil ? "out" : "in")]
        + (received.map { [Self.set("received", id, .string($0))] } ?? [])
        + (sent.map { [Self.set("sent", id, .string($0))] } ?? [])
        + (corrects.map { [Self.set("corrects", id, .string("mail/\($0)"))] } ?? []))
    return id
  }

  /// The body's plan, in a letter.
  @discardableResult
  mutating func plan(_ mark: String, received: String = "2026-05-20", today: CivilDate = day) -> ActRuling {
    let letter = mail("plan-\(mark)", received: received)
    write(Self.other, [Self.set("planMail", Self.found(mark), .string(letter.description))])
    return accept("nonconformity.plan", on: Self.found(mark), today: today)
  }

  /// Evidence in a letter, recorded as a fact and asked for as an act.
  @discardableResult
  mutating func evidence(_ mark: String, received: String, recordedOn today: String) -> ActRuling {
    let letter = mail("evidence-\(mark)-\(received)", received: received)
    write(Self.other, [.add("evidence", on: Self.found(mark), value: .sorted([("mail", .string(letter.description))]))])
    return accept("nonconformity.evidence", on: Self.found(mark), today: CivilDate(today)!)
  }

  /// The auditor's ruling on all the evidence there is.
  @discardableResult
  mutating func lift(_ mark: String, today: String) -> ActRuling {
    write(Self.lead, [assessment(mark, "sufficient")])
    return accept("nonconformity.lift", on: Self.found(mark), today: CivilDate(today)!)
  }

  /// A ruling on all the evidence there is, as the form writes it.
  func assessment(_ mark: String, _ found: String, reason: String? = nil) -> SyncCore.Operation {
    let references = facts(mark).evidence.map(\.reference).sorted().map { JSONValue.string($0) }
    return Self.set(
      "assessment", Self.found(mark),
      .sorted(
        [("found", .string(found)), ("on", .array(references))] + (reason.map { [("reason", .string($0))] } ?? [])))
  }

  func stage(_ entity: EntityID) -> String? {
    fold.field("stage", of: entity, schema: AuditSchema.current)?.shown?.text
  }

  func facts(_ mark: String, settings: QualiopiSettings = .standard) -> NonConformityFacts {
    NonConformityReading(fold, settings: settings).facts(of: Self.found(mark))!
  }
}
