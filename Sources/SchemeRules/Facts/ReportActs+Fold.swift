public import SyncCore

extension AnswerReport: RuledAct {
  /// The facts of the audit asked about.
  public static func facts(_ ruled: ActCase) -> ReportFacts { ReportFacts(ruled) }
  /// The report is answered.
  public static func effects(_ ruled: ActCase) -> [Operation] { ruled.move(facts(ruled).move("T-QUAL-A09")) }
}

extension AwaitEvidence: RuledAct {
  /// The facts of the audit asked about.
  public static func facts(_ ruled: ActCase) -> ReportFacts { ReportFacts(ruled) }
  /// The report waits for evidence.
  public static func effects(_ ruled: ActCase) -> [Operation] { ruled.move(facts(ruled).move("T-QUAL-A11")) }
}

extension CloseReport: RuledAct {
  /// The facts of the audit asked about.
  public static func facts(_ ruled: ActCase) -> ReportFacts { ReportFacts(ruled) }
  /// The report is closed.
  public static func effects(_ ruled: ActCase) -> [Operation] {
    ruled.move(facts(ruled).move("T-QUAL-A10", "T-QUAL-A12"))
  }
  /// T-QUAL-A12 after a wait for evidence, else T-QUAL-A10.
  public static func transition(_ ruled: ActCase) -> RuleID {
    facts(ruled).move("T-QUAL-A10", "T-QUAL-A12")?.id ?? act.transition
  }
}

extension SubmitReport: RuledAct {
  /// The facts of the audit asked about.
  public static func facts(_ ruled: ActCase) -> ReportFacts { ReportFacts(ruled) }
  /// The audit is in decision.
  public static func effects(_ ruled: ActCase) -> [Operation] { ruled.move(transition(facts(ruled))) }
}

extension ActCase {
  /// The step of an audit's move; none where the table has no such move.
  fileprivate func move(_ move: StateTransition<QualiopiAuditState>?) -> [Operation] {
    move.map { [state("stage", of: entity, to: $0.to.rawValue)] } ?? []
  }
}
