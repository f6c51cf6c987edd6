import AuditModel

/// A correction of a billing line: a negative line that names the line corrected; nothing is edited (R-QUAL-94).
public enum BillingCorrection {
  /// What the guard looks at.
  public struct Facts: Sendable, Hashable {
    /// The lines there are.
    public var account: BillingAccount
    /// The id of the line to correct.
    public var corrected: String
    /// What comes off, as an amount above zero.
    public var reduction: EuroCents
    /// Why.
    public var motive: String?

    /// Gathers the facts.
    public init(account: BillingAccount, corrected: String, reduction: EuroCents, motive: String?) {
      self.account = account
      self.corrected = corrected
      self.reduction = reduction
      self.motive = motive
    }
  }

  /// The line exists and is no correction, the amount is above zero and no more than what is left, a motive is given.
  public static func verdicts(_ facts: Facts) -> [RuleVerdict] {
    guard let left = facts.account.remainder(of: facts.corrected) else {
      return [.notMet(RuleReason(rule: "R-QUAL-94", code: "no-line-to-correct", facts: ["line": [facts.corrected]]))]
    }
    let amounts = ["line": [facts.corrected], "amount": [facts.reduction.factValue], "left": [left.factValue]]
    return [
      .check(
        facts.reduction > .zero && facts.reduction <= left, "R-QUAL-94",
        orElse: RuleReason(
          rule: "R-QUAL-94", code: facts.reduction > .zero ? "correction-above-line" : "correction-of-nothing",
          facts: amounts)),
      .check(
        facts.motive?.contains { !$0.isWhitespace } ?? false, "R-QUAL-94",
        orElse: RuleReason(rule: "R-QUAL-94", code: "correction-motive-missing")),
    ]
  }

  /// The verdicts and what follows of them.
  public static func judge(_ facts: Facts) -> ActJudgement { ActJudgement(verdicts(facts)) }

  /// The negative line, or nil when there is no line to correct.
  /// - Parameter mark: what tells this correction from others of the same line; the request's local name.
  public static func line(_ facts: Facts, mark: String) -> BillingLine? {
    guard let original = facts.account.original(facts.corrected) else { return nil }
    return BillingLine(
      id: AuditNames.derivedName(original.id, mark: mark), code: original.code,
      label: LocalizedText(fr: "Correction\u{202F}: \(original.label.fr)", en: "Correction: \(original.label.en)"),
      quantity: .units(1), unitPrice: -facts.reduction, amount: -facts.reduction, rule: original.rule,
      corrects: original.id)
  }
}
