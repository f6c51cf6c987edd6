public import AuditModel

/// A line for accounting to invoice, before VAT; it bears no invoice number, which accounting gives.
public struct BillingLine: Sendable, Hashable, Identifiable {
  /// What names the line: the audit or request, and the code; the same on every device.
  public let id: String
  /// What it charges for.
  public let code: BillingCode
  /// What is printed.
  public let label: LocalizedText
  /// How much of it.
  public let quantity: BillingQuantity
  /// The price of one day, started day or unit.
  public let unitPrice: EuroCents
  /// The amount; negative for a correction.
  public let amount: EuroCents
  /// The rule that sets the price.
  public let rule: RuleID
  /// The line this one corrects, or nil.
  public let corrects: String?

  init(
    _ code: BillingCode, of subject: String, _ label: LocalizedText, _ quantity: BillingQuantity,
    unitPrice: EuroCents, amount: EuroCents, rule: RuleID
  ) {
    id = AuditNames.derivedName(subject, mark: code.rawValue)
    self.code = code
    self.label = label
    self.quantity = quantity
    self.unitPrice = unitPrice
    self.amount = amount
    self.rule = rule
    corrects = nil
  }

  /// A line read back from a dossier.
  public init(
    id: String, code: BillingCode, label: LocalizedText, quantity: BillingQuantity, unitPrice: EuroCents,
    amount: EuroCents, rule: RuleID, corrects: String?
  ) {
    self.id = id
    self.code = code
    self.label = label
    self.quantity = quantity
    self.unitPrice = unitPrice
    self.amount = amount
    self.rule = rule
    self.corrects = corrects
  }
}
