public import SyncCore

/// An act that is read from a dossier, judged, and followed by effects: what the catalogue needs of it.
///
/// Pure: the same case gives the same judgement and effects, on a device and on the server.
public protocol RuledAct: GuardedAct, SendableMetatype {
  /// What the guard looks at, read from the case.
  static func facts(_ ruled: ActCase) -> Facts
  /// What follows when it is accepted, on the same stream; at most one step for each register.
  static func effects(_ ruled: ActCase) -> [Operation]
  /// The transition the request makes, where an act makes several.
  static func transition(_ ruled: ActCase) -> RuleID
}

extension RuledAct {
  /// The one transition of the act's row.
  public static func transition(_ ruled: ActCase) -> RuleID { act.transition }
}

/// An act of the catalogue with its judge and its effects.
public struct ActDefinition: Sendable {
  /// The act's row.
  public let act: Act
  let judge: @Sendable (ActCase) -> ActJudgement
  let effects: @Sendable (ActCase) -> [Operation]
  let transition: @Sendable (ActCase) -> RuleID

  init<Ruled: RuledAct>(_: Ruled.Type) {
    act = Ruled.act
    judge = { Ruled.judge(Ruled.facts($0)) }
    effects = { Ruled.effects($0) }
    transition = { Ruled.transition($0) }
  }
}
