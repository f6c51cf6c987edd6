import AuditDesk
import AuditModel
import SchemeRules
import SyncCore

/// What is to be invoiced, to the cent; a correction is a line of its own.
extension RegisterReader {
  var billing: Register {
    let view = BillingView(fold)
    return Register(
      anchor: "billing", title: say("À facturer", "To invoice"),
      caption: say("Lignes sans numéro de facture", "Lines without an invoice number"),
      columns: [
        label("item", in: "billing"), label("audit", in: "billing"), say("Prix unitaire", "Unit price"),
        label("amount", in: "billing"),
      ], rows: view.rows.map { row($0, view) },
      total: view.rows.isEmpty
        ? nil : say("Total : \(euros(view.total))", "Total: \(euros(view.total))"))
  }

  private func row(_ row: BillingView.Row, _ view: BillingView) -> Register.Row {
    let order = row.audit.flatMap { view.orders[$0] }
    var lines =
      row.line.corrects.flatMap { EntityID("billing/\($0)") }
      .map { [say("Corrige : \(wording.name($0))", "Corrects: \(wording.name($0))")] } ?? []
    if let motive = row.motive { lines.append(say("Motif : \(motive)", "Motive: \(motive)")) }
    let isDisputed = (["item", "amount"] as [FieldName]).contains { wording.isDisputed($0, of: row.id) }
    return Register.Row(
      entity: row.id,
      cells: [
        Register.Cell(say(row.line.label), tags: isDisputed ? [disputed] : [], lines: lines),
        Register.Cell(row.audit.map { wording.name($0) }, lines: order?.advice.map { say($0.text.what) } ?? []),
        Register.Cell("\(say(row.line.quantity.words)) × \(euros(row.line.unitPrice))"),
        Register.Cell(euros(row.line.amount), lines: [row.line.rule.description]),
      ])
  }

  private func euros(_ amount: EuroCents) -> String { amount.text(in: wording.phrasing.language) }
}
