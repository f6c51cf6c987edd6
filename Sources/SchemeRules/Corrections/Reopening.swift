import AuditModel
public import SyncCore
public import WorkingDays

/// A decision or automatic effect whose grounds no longer hold on the facts known now: « à reprendre » (R-ROLE-18).
///
/// The state it gave holds until a person entitled to decide records a correction.
public struct Reopening: Sendable, Hashable {
  /// What is to be taken up again.
  public enum Subject: Sendable, Hashable {
    /// An accepted act, with the change that ruled on it.
    case act(ActName, on: EntityID, ruling: ChangeID)
    /// An automatic effect.
    case lapse(DeadlineID, on: EntityID, due: CivilDate)
  }

  /// What no longer holds.
  public enum Cause: String, Sendable, Hashable, CaseIterable {
    /// Who decided took part in the audit: somebody else corrects.
    case independence
    /// The facts it rested on.
    case facts
  }

  /// What a machine was moved to.
  public struct Move: Sendable, Hashable {
    /// The entity.
    public let entity: EntityID
    /// The machine.
    public let machine: FieldName
    /// The wire name of the state.
    public let state: String
  }

  /// What it is.
  public let subject: Subject
  /// The states it gave.
  public let gave: [Move]
  /// Whoever recorded it; the server for an automatic effect.
  public let by: UserID
  /// The day it was ruled on, or the due day of an automatic effect.
  public let day: CivilDate
  /// What is known now and no correction has answered.
  public let facts: [NewFact]
  /// What no longer holds.
  public let cause: Cause
  /// The rule whose grounds are gone.
  public let rule: RuleID
  /// Who may not correct it: the person whose independence is the cause.
  public let barred: Set<UserID>

  func with(_ facts: [NewFact]) -> Reopening {
    Reopening(
      subject: subject, gave: gave, by: by, day: day, facts: facts, cause: cause, rule: rule, barred: barred)
  }
}

extension Reopening.Subject {
  /// Reads a key back; nil for a text that is none.
  public init?(key: String) {
    let parts = key.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard let entity = parts.first.flatMap({ EntityID($0) }) else { return nil }
    if parts.count == 3, let deadline = DeadlineID(rawValue: parts[1]), let due = CivilDate(parts[2]) {
      self = .lapse(deadline, on: entity, due: due)
    } else if parts.count == 4, let act = ActName(parts[1]), let ruling = ChangeID("\(parts[2]):\(parts[3])") {
      self = .act(act, on: entity, ruling: ruling)
    } else {
      return nil
    }
  }

  /// The entity it is on.
  public var entity: EntityID {
    switch self {
    case .act(_, let entity, _), .lapse(_, let entity, _): entity
    }
  }

  /// The name a correction gives it in `of`: `decision/D1:decision.record:REPLICA:5` or `title/…:DL-QUAL-06:2027-06-30`.
  public var key: String {
    switch self {
    case .act(let act, let entity, let ruling): "\(entity):\(act):\(ruling)"
    case .lapse(let deadline, let entity, let due): "\(entity):\(deadline):\(due)"
    }
  }
}
