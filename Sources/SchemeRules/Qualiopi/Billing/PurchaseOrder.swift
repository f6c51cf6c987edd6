public import AuditModel
public import WorkingDays

/// A client's purchase order, as recorded (R-QUAL-95).
public struct PurchaseOrder: Sendable, Hashable {
  /// What an order may lack; the raw value is the stable code.
  public enum Lack: String, Sendable, Hashable, CaseIterable {
    case billingSIRET = "billing-siret"
    /// A billing SIRET is given, but it is not fourteen digits with a right key.
    case validBillingSIRET = "valid-billing-siret"
    case orderNumber = "order-number"
    case payingDepartment = "paying-department"

    /// What is lacking, on screen.
    public var words: LocalizedText {
      switch self {
      case .billingSIRET: LocalizedText(fr: "SIRET de facturation", en: "billing SIRET")
      case .validBillingSIRET: LocalizedText(fr: "SIRET de facturation exact", en: "correct billing SIRET")
      case .orderNumber: LocalizedText(fr: "numéro de commande", en: "order number")
      case .payingDepartment: LocalizedText(fr: "service payeur", en: "paying department")
      }
    }
  }

  /// The establishment to invoice, as written.
  public var billingSIRET: String?
  /// The order's number.
  public var number: String?
  /// The department that pays.
  public var payingDepartment: String?
  /// The day it was received.
  public var receivedOn: CivilDate?

  /// Describes an order.
  public init(billingSIRET: String?, number: String?, payingDepartment: String?, receivedOn: CivilDate?) {
    self.billingSIRET = billingSIRET
    self.number = number
    self.payingDepartment = payingDepartment
    self.receivedOn = receivedOn
  }

  /// What it lacks, in the order of the list; empty when complete.
  public var lacks: [Lack] {
    var lacks: [Lack] = []
    if let written = Self.filled(billingSIRET) {
      if SIRET(written)?.hasValidKey != true { lacks.append(.validBillingSIRET) }
    } else {
      lacks.append(.billingSIRET)
    }
    if Self.filled(number) == nil { lacks.append(.orderNumber) }
    if Self.filled(payingDepartment) == nil { lacks.append(.payingDepartment) }
    return lacks
  }

  /// What is said of a client's order before its audit.
  ///
  /// No guard: the invoice is issued as it stands when the order is not there or not complete.
  /// - Parameters:
  ///   - order: the order, or nil when there is none.
  ///   - firstDay: the first day of the audit, once planned.
  public static func advice(on order: PurchaseOrder?, before firstDay: CivilDate?) -> [RuleVerdict] {
    guard let order else { return [.notApplicable("R-QUAL-95")] }
    let lacks = order.lacks
    var verdicts: [RuleVerdict] = [
      .check(
        lacks.isEmpty, "R-QUAL-95",
        orElse: RuleReason(
          rule: "R-QUAL-95", code: "purchase-order-incomplete", facts: ["orderLacks": lacks.map(\.rawValue)]))
    ]
    if let received = order.receivedOn, let firstDay {
      verdicts.append(
        .check(
          received < firstDay, "R-QUAL-95",
          orElse: RuleReason(
            rule: "R-QUAL-95", code: "purchase-order-late",
            facts: ["received": [received.description], "opens": [firstDay.description]])))
    }
    return verdicts
  }

  private static func filled(_ text: String?) -> String? {
    guard let text, text.contains(where: { !$0.isWhitespace }) else { return nil }
    return text
  }
}
