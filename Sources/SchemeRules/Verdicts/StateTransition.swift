/// One move of a state machine of the rulebook: from where to where, by whom.
public struct StateTransition<State: Sendable & Hashable>: Sendable, Hashable {
  /// The transition of the rulebook; one id may stand for several moves.
  public let id: RuleID
  /// The state before, or nil where the thing comes into being.
  public let from: State?
  /// The state after.
  public let to: State
  /// Who may make the move; any of them.
  public let actors: Set<TransitionActor>

  init(_ id: RuleID, from: State?, to: State, by actors: Set<TransitionActor>) {
    self.id = id
    self.from = from
    self.to = to
    self.actors = actors
  }
}
