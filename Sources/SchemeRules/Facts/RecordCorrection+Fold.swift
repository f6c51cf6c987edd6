import AuditModel
public import SyncCore
import WorkingDays

extension RecordCorrection: RuledAct {
  /// The correction asked for, beside what is « à reprendre » in its dossier.
  public static func facts(_ ruled: ActCase) -> Facts {
    let reading = ruled.reading
    let of = reading.text("of") ?? ""
    return Facts(
      reopening: Reopenings.all(in: ruled.context).first { $0.subject.key.utf8.elementsEqual(of.utf8) },
      cited: AcceptedCorrection.cited(reading),
      outcome: reading.reading("outcome") { $0.text.flatMap(CorrectionOutcome.init(rawValue:)) },
      standing: reading.reading("standing", \.text),
      from: reading.reading("from") { $0.text.flatMap { CivilDate($0) } },
      motive: reading.reading("motive", \.text), requester: ruled.actor.user, roles: ruled.actor.roles)
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
    return steps + validity(ruled) + [ruled.freeze(ruled.entity)]
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
