extension CertificateStanding {
  /// Every move of a certificate, T-QUAL-C01 to T-QUAL-C12; what is not here does not happen, corrections apart.
  public static let transitions: [StateTransition<CertificateStanding>] =
    [
      StateTransition("T-QUAL-C01", from: .notGranted, to: .active, by: [.decider]),
      StateTransition("T-QUAL-C02", from: .notGranted, to: .refused, by: [.decider]),
      StateTransition("T-QUAL-C03", from: .active, to: .active, by: [.decider]),
      StateTransition("T-QUAL-C04", from: .active, to: .active, by: [.decider]),
      StateTransition("T-QUAL-C05", from: .active, to: .suspended, by: [.decider]),
      StateTransition("T-QUAL-C06", from: .active, to: .suspended, by: [.decider]),
      StateTransition("T-QUAL-C07", from: .suspended, to: .active, by: [.decider]),
      StateTransition("T-QUAL-C08", from: .suspended, to: .withdrawn, by: [.decider]),
    ]
    + [.active, .suspended].map { StateTransition("T-QUAL-C09", from: $0, to: .expired, by: [.automatic]) }
    + [
      StateTransition("T-QUAL-C10", from: .active, to: .active, by: [.decider]),
      StateTransition("T-QUAL-C11", from: .active, to: .active, by: [.planning]),
      StateTransition("T-QUAL-C12", from: .expired, to: .active, by: [.decider]),
    ]

  /// The moves out of this state.
  public var transitionsFromHere: [StateTransition<CertificateStanding>] {
    Self.transitions.filter { $0.from == self }
  }

  /// The move of a transition out of this state; nil for none.
  func move(_ transition: RuleID) -> StateTransition<CertificateStanding>? {
    guard RuleSwitches.isOn(transition) else { return nil }
    return transitionsFromHere.first { $0.id == transition }
  }
}
