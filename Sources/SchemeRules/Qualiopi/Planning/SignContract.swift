import AuditModel

/// The act `audit.contract`: the client's signed quote is received, the audit has its contract (T-QUAL-A01).
public enum SignContract: GuardedAct {
  /// The act's row.
  public static let act = Act(
    "audit.contract", .qualiopi, roles: [.office], freezes: false, isBinding: false, transition: "T-QUAL-A01",
    resultingState: QualiopiAuditState.contracted.rawValue, fr: "enregistrer le contrat signé",
    en: "record the signed contract")

  /// What the guard looks at.
  public struct Facts: Sendable, Hashable {
    /// Where the audit stands.
    public var path: AuditPathFacts
    /// Whether another initial or renewal audit, not cancelled, rests on the same contract.
    public var contractServedAnotherCycle: Bool
    /// The cycle of the certificate; nil where there is none.
    public var certificateCycle: Int?

    /// Gathers the facts.
    public init(path: AuditPathFacts, contractServedAnotherCycle: Bool = false, certificateCycle: Int? = nil) {
      self.path = path
      self.contractServedAnotherCycle = contractServedAnotherCycle
      self.certificateCycle = certificateCycle
    }
  }

  /// State, office, contract with the signed quote received, quote documents (R-QUAL-26), new cycle (R-QUAL-56).
  public static func verdicts(_ facts: Facts) -> [RuleVerdict] {
    [
      facts.path.checkStanding(.quoted, "T-QUAL-A01", code: "audit-not-quoted"),
      facts.path.checkOffice("T-QUAL-A01"),
    ] + facts.path.checkContract("T-QUAL-A01") + [documents(facts), newCycle(facts)]
  }

  private static func documents(_ facts: Facts) -> RuleVerdict {
    guard let terms = facts.path.contract.value else { return .notApplicable("R-QUAL-26") }
    let missing = QuoteDocument.allCases.filter { !terms.documents.contains($0) }
    return .check(
      missing.isEmpty, "R-QUAL-26",
      orElse: RuleReason(
        rule: "R-QUAL-26", code: "quote-documents-missing", facts: ["quoteDocuments": missing.map(\.rawValue)]))
  }

  private static func newCycle(_ facts: Facts) -> RuleVerdict {
    if facts.path.kind.isInConflict { return .notMet(QualiopiAuditFacts.conflictOpen("R-QUAL-56", field: "kind")) }
    guard let kind = facts.path.kind.value, kind == .initial || kind == .renewal, let terms = facts.path.contract.value
    else { return .notApplicable("R-QUAL-56") }
    let isPast =
      kind == .renewal && (terms.cycle.flatMap { cycle in facts.certificateCycle.map { cycle <= $0 } } ?? false)
    return .check(
      !facts.contractServedAnotherCycle && !isPast, "R-QUAL-56",
      orElse: RuleReason(rule: "R-QUAL-56", code: "contract-of-past-cycle", facts: ["kind": [kind.rawValue]]))
  }
}
