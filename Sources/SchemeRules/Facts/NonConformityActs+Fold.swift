import AuditModel
public import SyncCore

extension ReceivePlan: RuledAct {
  /// The facts of the non-conformity asked about.
  public static func facts(_ ruled: ActCase) -> NonConformityCase { NonConformityCase(ruled) }
  /// The plan is received.
  public static func effects(_ ruled: ActCase) -> [Operation] {
    ruled.move(facts(ruled).nonConformity.move("T-QUAL-N02"))
  }
}

extension ReceiveEvidence: RuledAct {
  /// The facts of the non-conformity asked about.
  public static func facts(_ ruled: ActCase) -> NonConformityCase { NonConformityCase(ruled) }
  /// The evidence is received.
  public static func effects(_ ruled: ActCase) -> [Operation] {
    ruled.move(facts(ruled).nonConformity.move("T-QUAL-N03"))
  }
}

extension LiftNonConformity: RuledAct {
  /// The facts of the non-conformity asked about.
  public static func facts(_ ruled: ActCase) -> NonConformityCase { NonConformityCase(ruled) }

  /// It is lifted, and with it the cumulation of its audit once few enough minors are left (R-QUAL-73).
  public static func effects(_ ruled: ActCase) -> [Operation] {
    let facts = facts(ruled).nonConformity
    return ruled.move(move(facts)) + cumulation(after: facts, ruled)
  }

  /// T-QUAL-N08 once the delay is over, else T-QUAL-N04.
  public static func transition(_ ruled: ActCase) -> RuleID {
    move(facts(ruled).nonConformity)?.id ?? act.transition
  }

  private static func cumulation(after lifted: NonConformityFacts, _ ruled: ActCase) -> [Operation] {
    guard !lifted.isMajor, let origin = lifted.origin else { return [] }
    let raised = NonConformityReading(ruled.context).raised(by: origin)
    guard let cumulation = raised.first(where: \.isCumulation) else { return [] }
    let left = raised.count { !$0.isMajor && $0.state.isOpen && $0.entity != lifted.entity }
    guard
      let move = QualiopiNonConformityState.cumulationMove(
        from: cumulation.state, minorsLeft: left,
        max: ruled.context.settings.minorMax)
    else { return [] }
    return [ruled.state("stage", of: cumulation.entity, to: move.to.rawValue)]
  }
}

extension ReturnEvidence: RuledAct {
  /// The facts of the non-conformity asked about.
  public static func facts(_ ruled: ActCase) -> NonConformityCase { NonConformityCase(ruled) }
  /// It waits for evidence again.
  public static func effects(_ ruled: ActCase) -> [Operation] { ruled.move(move(facts(ruled).nonConformity)) }
}

extension NonConformityCase {
  /// Reads the non-conformity a request is on, and who leads what.
  init(_ ruled: ActCase) {
    let fold = ruled.context.dossier
    let facts =
      NonConformityReading(ruled.context).facts(of: ruled.entity)
      ?? NonConformityFacts(ruled.entity, nil, .absent, state: .raised)
    let settings = ruled.context.settings(of: facts)
    let originLead = facts.origin.map { AuditLead.of($0, in: fold) } ?? .absent
    let nextLeads = facts.isLeftToNextAudit ? Self.nextLeads(after: ruled.entity, in: fold) : []
    self.init(
      facts, leads: Set(originLead.value.map { [$0] } ?? []).union(nextLeads),
      isLeadInConflict: originLead.isInConflict, requester: ruled.actor.user.description,
      requesterRoles: ruled.actor.roles, today: ruled.context.today, majorClockStops: settings.majorClockStops)
  }

  /// The leads of later audits whose report is still to come, where the office named them for it: to open an audit makes
  /// nobody its lead (T-QUAL-A03).
  private static func nextLeads(after nonConformity: EntityID, in fold: StreamFold) -> Set<String> {
    Set(
      fold.standing(ofType: "audit").compactMap { audit in
        let reading = FieldReading(fold: fold, entity: audit)
        let state = reading.text("stage").flatMap(QualiopiAuditState.init(rawValue:))
        guard state.map({ $0.isBefore(.reportProvisional) }) ?? true,
          EarlierNonConformities(of: audit, in: fold).contains(nonConformity),
          let lead = reading.reading("lead", \.text).value,
          let named = reading.reading("named", \.text).value, named.utf8.elementsEqual(lead.utf8)
        else { return nil }
        return lead
      })
  }
}

extension ActCase {
  /// The step of a non-conformity's move; none where the table has no such move.
  fileprivate func move(_ move: StateTransition<QualiopiNonConformityState>?) -> [Operation] {
    move.map { [state("stage", of: entity, to: $0.to.rawValue)] } ?? []
  }
}
