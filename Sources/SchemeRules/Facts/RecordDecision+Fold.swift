import AuditModel
public import SyncCore
import WorkingDays

extension RecordDecision: RuledAct {
  /// The facts of the decision asked about.
  public static func facts(_ ruled: ActCase) -> QualiopiDecisionFacts { QualiopiDecisionFacts(ruled) }

  /// The move of the certificate; that of the audit where the certificate stays as it is.
  public static func transition(_ ruled: ActCase) -> RuleID {
    let facts = facts(ruled)
    return facts.meantMeasure.flatMap { facts.move($0)?.id } ?? act.transition
  }

  /// The audit decided, the certificate moved with its validity, its cycle or its suspension, the decision frozen.
  public static func effects(_ ruled: ActCase) -> [Operation] {
    let facts = facts(ruled)
    let audit = ruled.reading.text("audit").flatMap { EntityID($0) }
    var steps = audit.map { [ruled.state("stage", of: $0, to: act.resultingState)] } ?? []
    if let title = ruled.context.title, let measure = facts.meantMeasure, let move = facts.move(measure),
      !facts.isRefusalAfterExpiry(measure)
    {
      let since = measure == .suspend ? facts.suspension()?.from : nil
      steps += [
        ruled.state("standing", of: title, to: move.to.rawValue),
        ruled.set("since", of: title, to: .string((since ?? facts.terms.day).description)),
      ]
      steps += cycle(measure, facts, ruled, title: title, audit: audit)
      steps += suspension(measure, facts, ruled, title: title)
      if measure == .extend {
        let contract = ruled.reading.text("contract").flatMap { EntityID($0) }
        let categories = AuditContract(of: audit, named: contract, in: ruled.context).categories
        steps.append(ruled.set("categories", of: title, to: ActionCategory.json(categories)))
      }
    }
    return steps + [ruled.freeze(ruled.entity)]
  }

  /// A new cycle: validity, number of the cycle, categories of the contract, what the decision says of the next
  /// surveillance (R-QUAL-33, R-QUAL-02, R-QUAL-90).
  private static func cycle(
    _ measure: DecisionMeasure, _ facts: QualiopiDecisionFacts, _ ruled: ActCase, title: EntityID, audit: EntityID?
  ) -> [Operation] {
    guard let validity = facts.validity(measure), let dossier = ruled.context.dossierEntity else { return [] }
    // A certificate taken over without its cycle's number is in its first as far as anybody knows.
    let before = facts.certificate.cycle ?? (facts.certificate.standing == .notGranted ? 0 : 1)
    let categories = AuditContract(of: audit, named: nil, in: ruled.context).categories
    var steps = [
      ruled.set("validFrom", of: dossier, to: .string(validity.from.description)),
      ruled.set("certificateEnd", of: dossier, to: .string(validity.to.description)),
      ruled.set("cycle", of: title, to: .integer(Int64(before + 1))),
      ruled.set("categories", of: title, to: ActionCategory.json(categories)),
    ]
    if RuleSwitches.isOn("R-QUAL-90") {
      steps.append(ruled.set("remoteSurveillance", of: title, to: .bool(facts.terms.remoteSurveillance == true)))
    }
    if let number = facts.terms.printed.value?.number {
      steps.append(ruled.set("number", of: title, to: .string(number)))
    }
    return steps
  }

  /// The letter's condition and delay while it is in force; nothing once lifted or a new certificate is granted.
  private static func suspension(
    _ measure: DecisionMeasure, _ facts: QualiopiDecisionFacts, _ ruled: ActCase, title: EntityID
  ) -> [Operation] {
    switch measure {
    case .suspend:
      guard var suspension = facts.suspension() else { return [] }
      suspension.decision = ruled.entity
      return [ruled.set("suspension", of: title, to: suspension.json)]
    case .reinstate, .grant, .renew:
      return facts.certificate.suspension == nil ? [] : [ruled.set("suspension", of: title, to: .null)]
    case .refuse, .maintain, .withdraw, .extend: return []
    }
  }
}
