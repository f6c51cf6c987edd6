import AuditModel
import AuditSchema
import SyncCore
import Testing
import WorkingDays

@testable import SchemeRules

/// The certificate of a fictional body and the decisions on it: folded by hand, judged and applied as a server does.
struct CertificateWorld {
  static let title = AuditNames.title("999123458")!
  static let dossier = AuditNames.dossier("999123458")!
  static let audit = DossierWorld.audit
  static let decider = UserID("u-decider")!

  var world = DossierWorld()
  var today: CivilDate
  var settings = QualiopiSettings.standard
  private var decisions = 0

  /// A body certified for training on a day, whose decider is competent.
  init(validFrom: String?, to end: String? = nil, on today: String) {
    self.today = CivilDate(today)!
    let competence = EntityID("competence/C1")!
    var directory = StreamFold(stream: .directory)
    directory.apply(
      Change(
        id: ChangeID(replica: ReplicaID(bits: 9), seq: 1), salt: String(repeating: "0", count: 26), time: 1,
        by: .server, stream: .directory,
        operations: [
          DossierWorld.set("person", competence, .string(Self.decider.description)),
          DossierWorld.set("role", competence, "decider"),
          DossierWorld.set("categories", competence, .array(["AF", "CFA"])),
          DossierWorld.set("period", competence, .sorted([("from", "2020-01-01"), ("until", "2035-12-31")])),
        ]))
    world.directory = directory
    var steps = [DossierWorld.set("profile", Self.dossier, .sorted([("categories", .array(["AF"]))]))]
    if let validFrom { steps.append(DossierWorld.set("validFrom", Self.dossier, .string(validFrom))) }
    if let end { steps.append(DossierWorld.set("certificateEnd", Self.dossier, .string(end))) }
    world.write(DossierWorld.other, steps)
  }

  /// An audit whose report is closed.
  mutating func audit(_ kind: QualiopiAuditKind, _ day: String, id: EntityID = audit, state: String = "reportClosed") {
    world.write(
      DossierWorld.other,
      [
        DossierWorld.set("kind", id, .string(kind.rawValue)), DossierWorld.set("lead", id, "u-lead"),
        DossierWorld.set("days", id, .sorted([("first", .string(day)), ("last", .string(day))])),
        DossierWorld.set("startedOn", id, .string(day)),
        .state("stage", on: id, to: state, over: []),
      ])
  }

  /// A major of the audit, lifted on evidence received on a day, or still open.
  mutating func major(on indicator: Int = 17, evidence day: String? = nil, of audit: EntityID = audit) {
    let id = EntityID("nonconformity/\(audit.localName).\(indicator)")!
    var steps: [SyncCore.Operation] = [
      DossierWorld.set("indicator", id, .integer(Int64(indicator))), DossierWorld.set("grade", id, "major"),
      DossierWorld.set("origin", id, .string(audit.description)),
      .state("stage", on: id, to: day == nil ? "notLifted" : "lifted", over: over("stage", id)),
    ]
    if let day { steps.append(.add("evidence", on: id, value: .sorted([("handedOn", .string(day))]))) }
    world.write(DossierWorld.other, steps)
  }

  /// Moves the title as a decision of another day did.
  mutating func stand(_ standing: CertificateStanding, suspension: JSONValue? = nil) {
    var steps: [SyncCore.Operation] = [
      .state("standing", on: Self.title, to: standing.rawValue, over: over("standing", Self.title))
    ]
    if let suspension { steps.append(set("suspension", Self.title, suspension)) }
    world.write(.server, steps)
  }

  /// Writes what is due by date, as the server does before it rules.
  mutating func lapse() {
    for effect in AutomaticEffects.due(in: context) { world.write(.server, effect.operations) }
  }

  /// Asks for a decision and applies what follows from it.
  @discardableResult
  mutating func decide(
    _ measure: DecisionMeasure, on day: String? = nil, audit: EntityID? = Self.audit, motive: String? = "motif",
    _ fields: [(FieldName, JSONValue)] = [], by user: UserID = decider, stateBefore: SyncCore.Digest? = nil
  ) -> ActRuling {
    decisions += 1
    let decision = EntityID("decision/D\(decisions)")!
    if let day { today = CivilDate(day)! }
    lapse()
    var steps = [
      set("measure", decision, .string(measure.rawValue)), set("outcome", decision, .string(measure.outcome.rawValue)),
    ]
    if !fields.contains(where: { $0.0 == "decidedOn" }) {
      steps.append(set("decidedOn", decision, .string(today.description)))
    }
    if let audit { steps.append(set("audit", decision, .string(audit.description))) }
    if let motive { steps.append(set("motive", decision, .string(motive))) }
    steps += fields.map { set($0.0, decision, $0.1) }
    steps.append(.request("decision.record", on: decision, seen: SeenVector()))
    let id = world.write(user, steps)
    let ruling = ActJudge.judge(
      ActCase(
        request: world.fold.entities[decision]!.requests[id]!, entity: decision, context: context,
        actor: ActActor(user: user, roles: [.decider]), stateBefore: stateBefore),
      seat: .server)
    world.write(
      .server,
      [
        .rule(
          Ruling(
            request: id, verdict: ruling.verdict, rules: ruling.rules, pack: ruling.pack, reasons: ruling.reasons))
      ] + ruling.effects)
    return ruling
  }

  var context: ActContext {
    ActContext(dossier: world.fold, directory: world.directory, today: today, settings: settings)
  }
  var record: CertificateRecord { CertificateRecord(world.fold, settings: settings) }

  func text(_ field: FieldName, of entity: EntityID) -> String? {
    world.fold.field(field, of: entity, schema: AuditSchema.current)?.shown?.text
  }

  private func over(_ field: FieldName, _ entity: EntityID) -> [ChangeID] {
    world.fold.field(field, of: entity, schema: AuditSchema.current)?.over ?? []
  }

  private func set(_ field: FieldName, _ entity: EntityID, _ value: JSONValue) -> SyncCore.Operation {
    .set(field, on: entity, to: value, over: over(field, entity), motive: nil)
  }
}

extension ActRuling {
  /// Rules and codes that refuse, in order; each must be worded in both languages, with nothing left open in the text.
  var codes: [String] {
    RulingReasons.read(reasons).map { reason in
      #expect(ReasonPhrase.of(code: reason.code, rule: reason.rule) != nil, "\(reason.code) is not worded")
      for language in Language.allCases {
        let text = reason.text.sentences(in: language)
        #expect(!text.contains("{") && !text.contains("()") && !text.contains("«\u{202F}\u{202F}»"), "\(text)")
      }
      return "\(reason.rule) \(reason.code)"
    }
  }
}
