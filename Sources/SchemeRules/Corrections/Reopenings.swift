import AuditModel
import AuditSchema
public import SyncCore
import WorkingDays

/// What is « à reprendre » in a dossier (R-ROLE-18).
///
/// One principle: every accepted decision and every written automatic effect is judged again on the facts known now, at
/// the day it was made. An effect that was only announced needs nothing here: it is derived, and falls with the fact.
public enum Reopenings {
  /// What no correction has answered yet, in the order of the entities.
  ///
  /// Pure: the same dossier gives the same list on a device and on the server.
  public static func all(in context: ActContext) -> [Reopening] {
    guard case .dossier("qualiopi", _) = context.dossier.stream.family, RuleSwitches.isOn("R-ROLE-18"),
      mayExist(in: context.dossier)
    else { return [] }
    let found = lapses(context) + decisions(context) + cancellations(context)
    let answered = AcceptedCorrection.answers(in: context.dossier)
    return found.compactMap { reopening in
      let known = answered[reopening.subject.key] ?? []
      let open = reopening.facts.filter { !known.contains($0.citation) }
      return open.isEmpty ? nil : reopening.with(open)
    }.sorted { $0.subject.key < $1.subject.key }
  }

  /// Whether a dossier holds anything that could be taken up again: one look at its requests, nothing judged.
  ///
  /// That is an accepted decision or cancellation, or an automatic effect that was written.
  public static func mayExist(in dossier: StreamFold) -> Bool {
    func isRevisable(_ request: ActRequest) -> Bool {
      guard request.act == "decision.record" || request.act == "audit.cancel" else { return false }
      return request.acceptance(in: dossier) != nil
    }
    return dossier.entities.contains { _, record in
      !record.lapses.isEmpty || record.requests.values.contains(where: isRevisable)
    }
  }

  /// The same of a dossier; no day of today enters, since everything is judged at the day it was made.
  public static func all(
    in dossier: StreamFold, directory: StreamFold? = nil, settings: QualiopiSettings = .standard
  ) -> [Reopening] {
    all(in: ActContext(dossier: dossier, directory: directory, today: .latest, settings: settings))
  }

  /// The states a change of the server gave.
  static func moves(of change: ChangeID, on entities: [EntityID], in fold: StreamFold) -> [Reopening.Move] {
    entities.flatMap { entity -> [Reopening.Move] in
      (["standing", "stage"] as [FieldName]).compactMap { machine in
        guard let write = fold.entities[entity]?.fields[machine]?.writes[change], let state = write.value.text
        else { return nil }
        return Reopening.Move(entity: entity, machine: machine, state: state)
      }
    }
  }

  /// The heads of a field with what a freeze keeps out of sight: a late write is a fact known now.
  static func known(_ field: FieldName, of entity: EntityID, in context: ActContext) -> [Write] {
    guard let view = context.reading(entity).view(field) else { return [] }
    return view.heads + view.late
  }
}

extension ActRequest {
  /// The change that accepted the request; nil while it is not accepted.
  func acceptance(in fold: StreamFold) -> StreamFold.RulingRecord? {
    fold.rulings[id].flatMap { $0.ruling.verdict == .accepted ? $0 : nil }
  }

  /// Whether the asker knew of a change: seen, or their own before.
  func knew(_ change: ChangeID) -> Bool {
    seen.contains(change) || (change.replica == id.replica && change.seq <= id.seq)
  }
}

extension StreamFold {
  /// The last ruling that accepted an act on an entity; nil while none did: what was refused is no fact.
  func acceptance(of act: ActName, on entity: EntityID) -> RulingRecord? {
    (entities[entity]?.requests ?? [:]).values.filter { $0.act == act }.compactMap { $0.acceptance(in: self) }
      .max { $0.id < $1.id }
  }
}

extension StreamFold.RulingRecord {
  /// The day of the ruling in Paris.
  var day: CivilDate { Instant(clampingMillisecondsSince1970: time).parisDate }
}
