public import AuditModel

/// How an invoice reaches its client; nobody deposits it by hand on a platform (R-QUAL-95, R-QUAL-96).
public enum InvoiceTransfer: String, Sendable, Hashable, CaseIterable {
  /// The order is complete: the transfer to the client's platform is automatic.
  case automatic
  /// No order, or one that lacks something: the invoice is issued as it stands.
  case asItStands = "as-it-stands"

  /// The way an order's invoice takes.
  public init(order: PurchaseOrder?) {
    self = order?.lacks.isEmpty == true ? .automatic : .asItStands
  }

  /// The rule that says so.
  public var rule: RuleID { self == .automatic ? "R-QUAL-96" : "R-QUAL-95" }

  /// What is said of it on screen.
  public var words: LocalizedText {
    switch self {
    case .automatic:
      LocalizedText(
        fr: "bon de commande complet\u{202F}: transmission automatique, sans dépôt manuel",
        en: "complete purchase order: automatic transfer, nothing deposited by hand")
    case .asItStands:
      LocalizedText(
        fr: "à facturer en l'état, sans dépôt manuel sur une plateforme",
        en: "invoiced as it stands, nothing deposited by hand on a platform")
    }
  }
}
