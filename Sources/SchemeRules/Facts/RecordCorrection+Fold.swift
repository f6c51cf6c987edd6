import AuditModel
public import SyncCore
import WorkingDays

extension RecordCorrection: RuledAct {
  /// The correction asked for, beside what is « à reprendre » in its dossier.
  public static func facts(_ ruled: ActCase) -> Facts {
    let reading = ruled.reading
    let of = reading.text("of") ?? ""
    let context = ruled.context
    let reopening = Reopenings.all(in: context).first { $0.subject.key.utf8.elementsEqual(of.utf8) }
    let certificate = CertificateRecord(context)
    let audit = reopening.flatMap { Self.audit(of: $0.subject.entity, in: context) }
    let judged = AuditContract(of: audit, named: nil, in: context).categoriesJudged(certificate.categories)
    func day(_ value: JSONValue?) -> CivilDate? { value?.text.flatMap { CivilDate($0) } }
    return Facts(
      reopening: reopening,
      cited: AcceptedCorrection.cited(reading),
      outcome: reading.reading("outcome") { $0.text.flatMap(CorrectionOutcome.init(rawValue:)) },
      standing: reading.reading("standing", \.text),
      from: reading.reading("from") { $0.text.flatMap { CivilDate($0) } },
      motive: reading.reading("motive", \.text), requester: ruled.actor.user, roles: ruled.actor.roles,
      letter: reading.reading("condition") {
        DecisionTerms.Letter(condition: $0["text"]?.text, from: day($0["from"]), until: day($0["until"]))
      },
      reissuedEnd: reading.reading("validity") { day($0["end"]) }, certificate: certificate, today: context.today,
      conductors: audit.map { AuditConductors(of: $0, in: context.dossier).people } ?? [],
      competenceGap: context.directory.map {
        CompetenceGap(
          of: Set(judged),
          lacking: CompetenceRegister($0).lacking(
            Set(judged), person: ruled.actor.user.description, role: .decider, on: context.today,
            settings: context.settings))
      },
      stateShown: StateShown(ruled))
  }

  /// The audit that what is corrected is about: itself, the one decided on, or the one that raised it.
  private static func audit(of entity: EntityID, in context: ActContext) -> EntityID? {
    if entity.typePath == "audit" { return entity }
    let reading = context.reading(entity)
    return (reading.text("audit") ?? reading.text("origin")).flatMap { EntityID($0) }
  }

  /// Maintained, nothing moves; replaced, the machine takes the state the true facts give.
  ///
  /// A reissued validity is written down. What was decided stays where it is: both stay readable.
  public static func effects(_ ruled: ActCase) -> [Operation] {
    let facts = facts(ruled)
    guard facts.outcome.value == .replaced, let reopening = facts.reopening, let state = facts.standing.value,
      let machine = CorrectedMachine.all(of: reopening.subject).first(where: { $0.states.contains(state) }),
      let entity = entity(of: machine, reopening, ruled)
    else { return [ruled.freeze(ruled.entity)] }
    var steps = [ruled.state(machine.field, of: entity, to: state)]
    if machine == .certificate, let from = facts.from.value {
      steps.append(ruled.set("since", of: entity, to: .string(from.description)))
    }
    if machine == .certificate { steps += suspension(facts, reopening, ruled, title: entity) }
    return steps + validity(ruled) + [ruled.freeze(ruled.entity)]
  }

  /// The letter of a suspension that takes a state's place; a certificate active again has none in force.
  private static func suspension(
    _ facts: Facts, _ reopening: Reopening, _ ruled: ActCase, title: EntityID
  ) -> [Operation] {
    switch facts.standing.value.flatMap(CertificateStanding.init(rawValue:)) {
    case .suspended:
      let before = facts.certificate.suspension
      let corrected = reopening.subject.entity
      let isOnAudit = audit(of: corrected, in: ruled.context) != nil
      let transition = isOnAudit ? "T-QUAL-C05" : before?.transition ?? "T-QUAL-C06"
      guard var suspension = facts.suspension(transition) else { return [] }
      suspension.decision = corrected.typePath == "decision" ? corrected : before?.decision
      return [ruled.set("suspension", of: title, to: suspension.json)]
    case .active: return facts.certificate.suspension == nil ? [] : [ruled.set("suspension", of: title, to: .null)]
    default: return []
    }
  }

  private static func entity(of machine: CorrectedMachine, _ reopening: Reopening, _ ruled: ActCase) -> EntityID? {
    switch machine {
    case .certificate: ruled.context.title
    case .nonConformity: reopening.subject.entity
    case .audit:
      reopening.subject.entity.typePath == "audit"
        ? reopening.subject.entity
        : ruled.context.reading(reopening.subject.entity).text("audit").flatMap { EntityID($0) }
    }
  }

  /// The dates of the reissued certificate, as far as they are given: nothing else changes a printed date.
  private static func validity(_ ruled: ActCase) -> [Operation] {
    guard let validity = ruled.reading.view("validity")?.shown, let dossier = ruled.context.dossierEntity else {
      return []
    }
    return [("from", "validFrom"), ("end", "certificateEnd")].compactMap { key, field in
      guard let day = validity[key]?.text, CivilDate(day) != nil, let field = FieldName(field) else { return nil }
      return ruled.set(field, of: dossier, to: .string(day))
    }
  }
}
