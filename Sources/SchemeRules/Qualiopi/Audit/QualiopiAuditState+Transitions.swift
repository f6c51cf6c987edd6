extension QualiopiAuditState {
  /// Every move of an audit, T-QUAL-A01 to T-QUAL-A14; what is not here does not happen.
  public static let transitions: [StateTransition<QualiopiAuditState>] = table.filter { RuleSwitches.isOn($0.id) }

  private static let table: [StateTransition<QualiopiAuditState>] =
    [
      StateTransition("T-QUAL-A01", from: .quoted, to: .contracted, by: [.client]),
      StateTransition("T-QUAL-A02", from: .contracted, to: .planned, by: [.planning]),
      StateTransition("T-QUAL-A03", from: .planned, to: .auditorNamed, by: [.planning]),
      StateTransition("T-QUAL-A04", from: .auditorNamed, to: .noticed, by: [.planning]),
      StateTransition("T-QUAL-A04", from: .noticed, to: .noticeValidated, by: [.client]),
      StateTransition("T-QUAL-A05", from: .noticeValidated, to: .planSent, by: [.auditor]),
    ]
    + [.contracted, .planned, .auditorNamed, .noticed, .noticeValidated, .planSent].map {
      StateTransition("T-QUAL-A06", from: $0, to: .inProgress, by: [.auditor])
    }
    + [
      StateTransition("T-QUAL-A07", from: .inProgress, to: .done, by: [.auditor]),
      StateTransition("T-QUAL-A08", from: .done, to: .reportProvisional, by: [.auditor]),
      StateTransition("T-QUAL-A09", from: .reportProvisional, to: .reportAnswered, by: [.client]),
      StateTransition("T-QUAL-A10", from: .reportAnswered, to: .reportClosed, by: [.auditor]),
      StateTransition("T-QUAL-A11", from: .reportAnswered, to: .evidencePending, by: [.auditor]),
      StateTransition("T-QUAL-A12", from: .evidencePending, to: .reportClosed, by: [.auditor]),
      // The body never answered: what lacks evidence after its delay goes as it stands all the same (R-QUAL-83).
      StateTransition("T-QUAL-A12", from: .reportProvisional, to: .reportClosed, by: [.auditor]),
      StateTransition("T-QUAL-A13", from: .reportClosed, to: .inDecision, by: [.auditor]),
      StateTransition("T-QUAL-A13", from: .inDecision, to: .decided, by: [.decider]),
      StateTransition("T-QUAL-A14", from: .decided, to: .invoiced, by: [.billing]),
    ]

  /// The moves out of this state.
  public var transitionsFromHere: [StateTransition<QualiopiAuditState>] { Self.transitions.filter { $0.from == self } }
}
