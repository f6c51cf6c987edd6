import AuditSchema
public import SyncCore
public import WorkingDays

/// An effect that comes by itself when a day is over, and changes what others may do.
///
/// It is written once for each (entity, deadline, due day) as a `lapse`, from 00:00 in Paris of the day after (DESIGN §6).
public struct AutomaticEffect: Sendable, Hashable {
  /// The transition of the rulebook.
  public let transition: RuleID
  /// The deadline that is over.
  public let deadline: DeadlineID
  /// Its last day.
  public let due: CivilDate
  /// What it comes over.
  public let entity: EntityID
  /// The steps, the lapse first.
  public let operations: [Operation]

  init(
    _ transition: RuleID, _ deadline: DeadlineID, due: CivilDate, on entity: EntityID, _ effects: [Operation]
  ) {
    self.transition = transition
    self.deadline = deadline
    self.due = due
    self.entity = entity
    operations = [.lapse(deadline: deadline.rawValue, on: entity, due: due.description)] + effects
  }
}

/// The automatic effects of a dossier, derived from its state and the date.
public enum AutomaticEffects {
  /// The effects that are due today and not written yet, in the order they came due.
  ///
  /// Pure: the same context gives the same effects; a device shows them as announced, the server writes them.
  public static func due(in context: ActContext) -> [AutomaticEffect] {
    guard case .dossier("qualiopi", _) = context.dossier.stream.family else { return [] }
    let all = nonConformities(context) + certificate(context)
    return all.filter { RuleSwitches.isOn($0.transition) && $0.due < context.today && !isWritten($0, in: context) }
      .sorted { ($0.due, $0.entity.description) < ($1.due, $1.entity.description) }
  }

  private static func isWritten(_ effect: AutomaticEffect, in context: ActContext) -> Bool {
    let lapses = context.dossier.entity(effect.entity, schema: AuditSchema.current)?.lapses ?? []
    return lapses.contains { lapse in
      lapse.deadline.utf8.elementsEqual(effect.deadline.rawValue.utf8)
        && lapse.due.utf8.elementsEqual(effect.due.description.utf8)
    }
  }
}
