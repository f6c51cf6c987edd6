public import AuditModel

/// One move of a state machine in words: from where to where, by whom.
public struct RuleMove: Sendable, Hashable {
  /// The state before, or nil where the thing comes into being.
  public let from: LocalizedText?
  /// The state after.
  public let to: LocalizedText
  /// The wire name of the state before, or nil where the thing comes into being.
  public let fromCode: String?
  /// The wire name of the state after.
  public let toCode: String
  /// Who may make the move, in the order of `TransitionActor`.
  public let actors: [TransitionActor]

  /// The moves a transition of the rulebook stands for, from the tables of the machines; empty for a transition that no
  /// table holds.
  static func moves(of id: RuleID) -> [RuleMove] {
    found(id, in: QualiopiAuditState.transitions, words: \.words)
      + found(id, in: QualiopiNonConformityState.transitions, words: \.words)
      + found(id, in: CertificateStanding.transitions, words: \.words)
  }

  private static func found<State: RawRepresentable<String>>(
    _ id: RuleID, in transitions: [StateTransition<State>], words: (State) -> LocalizedText
  ) -> [RuleMove] {
    transitions.filter { $0.id == id }.map { transition in
      RuleMove(
        from: transition.from.map(words), to: words(transition.to), fromCode: transition.from?.rawValue,
        toCode: transition.to.rawValue, actors: TransitionActor.allCases.filter(transition.actors.contains))
    }
  }
}
