public import WorkingDays

extension AuditPreparation {
  /// A day that matters for the audit prepared.
  public struct DatedDeadline: Sendable, Hashable {
    /// The deadline.
    public let id: DeadlineID
    /// The day.
    public let due: CivilDate
    /// The rule that words it.
    public var ruleID: String { DeadlineTable.standard[id].ruleID }
  }

  /// The window the audit is held in, then what will run from its last day, by the readings in force at each trigger.
  public func dates(in context: ActContext) -> [DatedDeadline] {
    func due(_ id: DeadlineID, from day: CivilDate?) -> DatedDeadline? {
      day.flatMap { context.due(id, from: .date($0), certificateEnd: certificateEnd)?.parisDate }
        .map { DatedDeadline(id: id, due: $0) }
    }
    let end = certificateEnd ?? due(.qual06, from: validFrom)?.due
    let window: [DatedDeadline?] =
      switch kind {
      case .surveillance: [.qual02, .qual03, .qual04].map { due($0, from: validFrom) }
      case .renewal: [due(.qual08, from: end), end.map { DatedDeadline(id: .qual06, due: $0) }]
      case .initial, .extension: []
      }
    let after = [DeadlineID.qual09, .qual11, .qual12, .qual14].map { due($0, from: days?.last) }
    return (window + after).compactMap { $0 }
  }
}
