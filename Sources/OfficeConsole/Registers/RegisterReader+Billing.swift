import AuditDesk
import SyncCore

/// What is to be invoiced, to the cent; a correction is a line of its own.
extension RegisterReader {
  var billing: Register {
    let plain = table(
      "billing", of: "billing", title: say("À facturer", "To invoice"),
      caption: say("Lignes sans numéro de facture", "Lines without an invoice number"),
      columns: ["item", "audit", "amount"], lines: ["corrects", "motive"])
    var register = Register(
      anchor: plain.anchor, title: plain.title, caption: plain.caption, columns: plain.columns,
      rows: plain.rows.map { row in
        guard let line = row.entity, let cents = Self.cents(FactView("amount", of: line, in: fold).value) else {
          return row
        }
        return Register.Row(
          entity: line, cells: row.cells.dropLast() + [amount(cents, of: line)])
      })
    let cents = fold.standing(ofType: "billing").compactMap { Self.cents(FactView("amount", of: $0, in: fold).value) }
    if !cents.isEmpty {
      let sum = Euros.words(cents.reduce(0, +), wording.phrasing)
      register.total = say("Total : \(sum)", "Total: \(sum)")
    }
    return register
  }

  private func amount(_ cents: Int64, of line: EntityID) -> Register.Cell {
    let quantity = FactView("amount", of: line, in: fold).value?["quantity"]?.number
    let euros = Euros.words(cents, wording.phrasing)
    return Register.Cell(
      quantity.map { "\($0) × \(euros)" } ?? euros,
      tags: wording.isDisputed("amount", of: line) ? [disputed] : [])
  }

  /// The amount of a line, alone or beside its quantity.
  private static func cents(_ amount: JSONValue?) -> Int64? {
    amount?.number ?? amount?["cents"]?.number ?? amount?["amountCents"]?.number
  }
}
