import AuditModel
import AuditSchema
import SchemeRules
import SyncCore

/// The dossier of a CFA in its first cycle, with the contract, letters and documents a surveillance asks for.
extension DossierWorld {
  static let office = UserID("u-office")!
  static let contract = EntityID("contract/C1")!
  static let body = AuditNames.dossier("999123458")!
  static let title = AuditNames.title("999123458")!

  static func quoted() -> DossierWorld {
    var world = DossierWorld()
    world.directory = directory(categories: ["CFA"], until: "2026-12-31")
    world.write(
      office,
      [
        set("profile", body, .sorted([("categories", .array(["CFA"])), ("subcontracting", true)])),
        set("validFrom", body, "2024-11-15"), set("cycle", title, 1), set("standing", title, "active"),
        set("categories", contract, .array(["CFA"])), set("turnoverCents", contract, 10_000_000),
        set("cycle", contract, 1), set("signed", contract, "mail/M1"),
        set("durations", contract, .sorted([("initial", 3), ("surveillance", 3)])),
      ] + ["nda", "kbis", "bpf", "rib"].map { .add("documents", on: contract, value: .string($0)) })
    world.mail("M1", .incoming, "2026-04-01")
    world.mail("M2", .outgoing, "2026-05-10")
    world.mail("M3", .incoming, "2026-05-11")
    world.mail("M4", .outgoing, "2026-05-12")
    world.mail("M5", .incoming, "2026-05-04")
    world.planned(audit, days: ("2026-06-02", "2026-06-03"))
    for document in DueDocument.before(.surveillance, usesPurchaseOrders: false) {
      let id = audit.child("document", document.rawValue)!
      world.write(
        office, [set("mail", id, "mail/M5"), set("current", id, true), set("turnoverCents", id, 12_000_000)])
    }
    return world
  }

  static func directory(categories: [String], until: String) -> StreamFold {
    var directory = StreamFold(stream: .directory)
    let competence = EntityID("competence/K1")!
    directory.apply(
      Change(
        id: ChangeID(replica: ReplicaID(bits: 8), seq: 1), salt: String(repeating: "0", count: 26), time: 1, by: office,
        stream: .directory,
        operations: [
          set("person", competence, .string(lead.description)), set("role", competence, "auditor"),
          set("categories", competence, .array(categories.map { .string($0) })),
          set("period", competence, .sorted([("from", "2025-01-01"), ("until", .string(until))])),
        ]))
    return directory
  }

  mutating func mail(_ name: String, _ direction: MailItem.Direction, _ day: String) {
    let id = EntityID("mail/\(name)")!
    write(
      Self.office,
      [
        Self.set("direction", id, .string(direction.rawValue)),
        Self.set(direction == .incoming ? "received" : "sent", id, .string(day)),
      ])
  }

  mutating func planned(_ audit: EntityID, days: (String, String)) {
    let preparation = AuditPreparation(fold: fold, dossier: Self.body, kind: .surveillance, added: [])
    write(
      Self.office,
      [
        Self.set("kind", audit, "surveillance"), Self.set("mode", audit, "on-site"),
        Self.set("contract", audit, "contract/C1"), Self.set("lead", audit, .string(Self.lead.description)),
        Self.set("scope", audit, .array(preparation.scope.indicators.map { .integer(Int64($0.number)) })),
        Self.set("place", audit, "12 rue des Essais, 75010 Paris"), Self.set("notice", audit, "mail/M2"),
        Self.set("contact", audit, "planification"), Self.set("validation", audit, "mail/M3"),
        Self.set("planSent", audit, "mail/M4"),
      ] + preparation.documents.map { .add("documents", on: audit, value: .string($0.rawValue)) })
    move(audit, to: days)
  }

  /// Moves the days: a fact.
  mutating func move(_ audit: EntityID = audit, to days: (String, String)) {
    func half(_ day: String, _ count: Int64) -> JSONValue {
      .sorted([("date", .string(day)), ("halfDays", .integer(count)), ("site", "siege")])
    }
    overwrite("days", audit, .sorted([("first", .string(days.0)), ("last", .string(days.1))]))
    overwrite("schedule", audit, .array([half(days.0, 2), half(days.1, 1)]))
  }

  /// Writes over what is there.
  mutating func overwrite(_ field: FieldName, _ entity: EntityID, _ value: JSONValue, by user: UserID = office) {
    let over = fold.field(field, of: entity, schema: AuditSchema.current)?.over ?? []
    write(user, [.set(field, on: entity, to: value, over: over, motive: nil)])
  }

  /// Asks for an act and writes what the server would.
  @discardableResult
  mutating func perform(
    _ act: ActName, on entity: EntityID = audit, by user: UserID = office, roles: Set<Role> = [.office]
  ) -> ActRuling {
    let ruling = ask(act, on: entity, by: user, roles: roles)
    let request = fold.entities[entity]!.requests.keys.max()!
    write(
      .server,
      [
        .rule(
          Ruling(
            request: request, verdict: ruling.verdict, rules: ruling.rules, pack: ruling.pack, reasons: ruling.reasons))
      ] + ruling.effects)
    return ruling
  }

  func stage(of audit: EntityID = audit) -> String? {
    fold.field("stage", of: audit, schema: AuditSchema.current)?.shown?.text
  }

  /// What is marked on the audit.
  func marks(on audit: EntityID = audit) -> [String] {
    AuditIrregularities.reasons(
      AuditIrregularities.Facts(
        audit: audit, in: ActContext(dossier: fold, directory: directory, today: Self.day))
    ).map { "\($0.rule) \($0.code)" }
  }
}
