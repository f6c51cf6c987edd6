import AuditModel
import AuditSchema
import SyncCore
import WorkingDays

extension Reopenings {
  /// Accepted decisions whose guard is not met on the facts of now.
  static func decisions(_ context: ActContext) -> [Reopening] {
    let fold = context.dossier
    return fold.standing(ofType: "decision").flatMap { decision -> [Reopening] in
      (fold.entities[decision]?.requests ?? [:]).values.compactMap { request in
        guard request.act == "decision.record", let ruling = request.acceptance(in: fold) else { return nil }
        return reopening(of: request, on: decision, ruling, context)
      }
    }
  }

  /// Why a decision would not be accepted had one known, its machines as they stood before a change of the server.
  static func grounds(
    of request: ActRequest, on decision: EntityID, before change: ChangeID, of types: [String] = PastDossier.everything,
    day: CivilDate, _ context: ActContext
  ) -> [RuleReason] {
    let past = PastDossier(context.dossier, before: change, of: types)
    let known = context.past(past.fold, on: day)
    // The roles of then are those that let it through; who holds them today says nothing of it.
    return grounds(
      of: ActCase(
        request: request, entity: decision, context: known,
        actor: ActActor(user: request.by, roles: RecordDecision.act.roles)
      ).pinned)
  }

  /// What the guard of a decision has against it, but for the state of the machines.
  static func grounds(of decision: ActCase) -> [RuleReason] {
    RecordDecision.judge(RecordDecision.facts(decision)).reasons.filter { !ofState.contains($0.code) }
  }

  /// Codes that say where the file stood, not what it rested on.
  private static let ofState: Set<String> = ["report-not-closed"]

  private static func reopening(
    of request: ActRequest, on decision: EntityID, _ ruling: StreamFold.RulingRecord, _ context: ActContext
  ) -> Reopening? {
    let reading = context.reading(decision)
    let audit = reading.text("audit").flatMap { EntityID($0) }
    let part = audit.map { parts(of: request.by, in: $0, context) } ?? []
    let reasons = grounds(of: request, on: decision, before: ruling.id, day: ruling.day, context)
      .filter { $0.rule != "R-ROLE-01" || part.isEmpty }
    let sources = recordedSince(request, decision: decision, audit: audit, context)
    let facts = part + reasons.map { NewFact($0, sources: sources) }
    guard let rule = part.isEmpty ? reasons.first?.rule : "R-ROLE-01", !facts.isEmpty else { return nil }
    let isIndependence = !part.isEmpty || rule == "R-ROLE-01"
    return Reopening(
      subject: .act(request.act, on: decision, ruling: ruling.id),
      gave: moves(of: ruling.id, on: [context.title, audit].compactMap { $0 }, in: context.dossier), by: request.by,
      day: ruling.day, facts: facts, cause: isIndependence ? .independence : .facts, rule: rule,
      barred: isIndependence ? [request.by] : [])
  }

  /// Where the dossier says that a person conducted an audit (R-ROLE-01).
  private static func parts(of user: UserID, in audit: EntityID, _ context: ActContext) -> [NewFact] {
    guard RuleSwitches.isOn("R-ROLE-01") else { return [] }
    return AuditConductors(of: audit, in: context.dossier).parts(of: user).map { NewFact($0) }
  }

  /// What people recorded of the audit and its non-conformities that the decider did not know.
  private static func recordedSince(
    _ request: ActRequest, decision: EntityID, audit: EntityID?, _ context: ActContext
  ) -> [NewFact.Source] {
    let fold = context.dossier
    let raised = fold.standing(ofType: "nonconformity").filter {
      audit != nil && context.reading($0).text("origin") == audit?.description
    }
    let entities = [context.dossierEntity, audit].compactMap { $0 } + raised + fold.standing(ofType: "mail")
    return entities.flatMap { entity -> [NewFact.Source] in
      (fold.entities[entity]?.fields.keys.sorted { $0.description < $1.description } ?? []).flatMap { field in
        guard let view = context.reading(entity).view(field) else { return [NewFact.Source]() }
        let additions = view.members.flatMap(\.additions).compactMap {
          NewFact.Source(entity, field, added: $0, in: fold)
        }
        return (view.heads.map { NewFact.Source(entity, field, $0) } + additions)
          .filter { $0.by != .server && !request.knew($0.change) }
      }
    }
  }
}
