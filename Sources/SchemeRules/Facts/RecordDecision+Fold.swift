import AuditModel
public import SyncCore

extension RecordDecision: RuledAct {
  /// The facts of the decision asked about.
  public static func facts(_ ruled: ActCase) -> QualiopiDecisionFacts {
    var facts = QualiopiDecisionFacts(decision: ruled.entity, in: ruled.context.dossier, actor: ruled.actor)
    if let audit = ruled.reading.text("audit").flatMap({ EntityID($0) }) {
      facts.irregularities = AuditIrregularities.againstDecision(
        AuditIrregularities.Facts(audit: audit, in: ruled.context))
    }
    return facts
  }

  /// The audit is decided and the decision frozen.
  public static func effects(_ ruled: ActCase) -> [Operation] {
    guard let audit = ruled.reading.text("audit").flatMap({ EntityID($0) }) else { return [] }
    return [ruled.state("stage", of: audit, to: act.resultingState), ruled.freeze(ruled.entity)]
  }
}
