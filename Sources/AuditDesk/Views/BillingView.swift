public import SchemeRules
public import SyncCore

/// What a dossier has to invoice, for accounting: lines, corrections, sums; invoice numbers are accounting's (R-QUAL-94).
public struct BillingView: Sendable {
  /// A line with the audit it belongs to and the motive of a correction.
  public struct Row: Sendable, Identifiable {
    /// The entity.
    public let id: EntityID
    /// The line.
    public let line: BillingLine
    /// The audit; nil for a change of the certificate.
    public let audit: EntityID?
    /// Why, for a correction.
    public let motive: String?
  }

  /// The lines, those of one audit together, a correction after the line it corrects.
  public let rows: [Row]
  /// The sum of all lines.
  public let total: EuroCents
  /// What to know of the purchase order of each audit on the list.
  public let orders: [EntityID: OrderView]

  /// An audit's purchase order and what follows of it (R-QUAL-95, R-QUAL-96).
  public struct OrderView: Sendable {
    /// How the invoice reaches the client.
    public let transfer: InvoiceTransfer
    /// What is to be said of the order; empty when there is nothing.
    public let advice: [RuleReason]
  }

  /// Reads the list of a dossier.
  public init(_ fold: StreamFold) {
    let account = BillingAccount(fold)
    let rows = account.lines.compactMap { line -> Row? in
      guard let id = EntityID("billing/\(line.id)") else { return nil }
      return Row(
        id: id, line: line, audit: FactView("audit", of: id, in: fold).value?.text.flatMap { EntityID($0) },
        motive: FactView("motive", of: id, in: fold).value?.text)
    }
    self.rows = rows.sorted { Self.place($0) < Self.place($1) }
    total = account.total
    orders = Dictionary(uniqueKeysWithValues: Set(rows.compactMap(\.audit)).map { ($0, Self.order($0, in: fold)) })
  }

  private static func place(_ row: Row) -> (String, String, String) {
    (row.audit?.description ?? "~", row.line.corrects ?? row.line.id, row.line.corrects == nil ? "" : row.line.id)
  }

  private static func order(_ audit: EntityID, in fold: StreamFold) -> OrderView {
    let order = PurchaseOrder(of: audit, in: fold)
    let firstDay = BillAudit.Facts(audit, in: fold, roles: []).billing.days.map(\.date).min()
    return OrderView(
      transfer: InvoiceTransfer(order: order),
      advice: PurchaseOrder.advice(on: order, before: firstDay).compactMap(\.reason))
  }
}
