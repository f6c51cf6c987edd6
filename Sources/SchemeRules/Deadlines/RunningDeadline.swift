public import AuditModel
public import SyncCore
public import WorkingDays

/// A deadline of the table as it runs in a dossier: from which fact, until when, and where it stands.
public struct RunningDeadline: Sendable, Hashable {
  /// Where it stands on a day.
  public enum State: String, Sendable, Hashable, CaseIterable {
    /// The duty waits and is in time.
    case running
    /// The due moment is over and nobody did what was due.
    case missed
    /// The duty is done: nothing is left to watch.
    case done

    /// The word on screen.
    public var words: LocalizedText {
      switch self {
      case .running: LocalizedText(fr: "en cours", en: "running")
      case .missed: LocalizedText(fr: "dépassée", en: "missed")
      case .done: LocalizedText(fr: "faite", en: "done")
      }
    }
  }

  /// The row of the table.
  public let id: DeadlineID
  /// What it runs for: the dossier, an audit, a non-conformity or the certificate.
  public let subject: EntityID
  /// The audit it comes from; nil for one of the dossier itself.
  public let audit: EntityID?
  /// The fact that started it (R-TIME-14).
  public let trigger: DeadlineMoment
  /// The due moment by the readings in force at the trigger (R-TIME-19); nil outside the calendar.
  public let due: DeadlineMoment?
  /// Where it stands.
  public let state: State
  /// Working days left, zero once due (R-TIME-20).
  public let workingDaysLeft: Int

  /// The row: who acts, what follows when missed, whether it is indicative.
  public var row: DeadlineRule { DeadlineTable.standard[id] }
  /// The rule that words it.
  public var ruleID: String { row.ruleID }

  /// Whether somebody has to do with it: the office with all, a decision expert with what leads to a decision, an
  /// auditor with the auditor's and the client's of audits they are in.
  public func concerns(_ actor: ActActor, team: Set<String>) -> Bool {
    if !actor.roles.isDisjoint(with: [.office, .administrator]) { return true }
    if actor.roles.contains(.decider), [.qual04, .qual06, .qual12, .qual13, .qual14].contains(id) { return true }
    guard actor.roles.contains(.auditor), audit != nil else { return false }
    return team.contains { $0.utf8.elementsEqual(actor.user.description.utf8) }
      && !Set(row.actors).isDisjoint(with: [.auditor, .client])
  }
}
