import AuditModel
public import SyncCore

extension CorrectBilling: RuledAct {
  /// The facts of the correction asked about, which stands beside the line it corrects.
  public static func facts(_ ruled: ActCase) -> Facts {
    let reading = ruled.reading
    let amount = reading.view("amount")?.shown?["amountCents"]?.number.flatMap(EuroCents.init(cents:))
    return Facts(
      correction: BillingCorrection.Facts(
        account: BillingAccount(ruled.context.dossier),
        corrected: reading.text("corrects").flatMap { EntityID($0)?.localName } ?? "",
        reduction: amount.map { -$0 } ?? .zero, motive: reading.text("motive")),
      isLine: reading.view("item")?.shown != nil, requesterRoles: ruled.actor.roles)
  }

  /// What was asked for becomes a negative line of the audit whose line it corrects.
  public static func effects(_ ruled: ActCase) -> [Operation] {
    let facts = facts(ruled).correction
    guard let line = BillingCorrection.line(facts, mark: ruled.entity.localName),
      let corrected = EntityID("billing/\(facts.corrected)")
    else { return [] }
    let audit = ruled.context.reading(corrected).text("audit")
    return (audit.map { [ruled.set("audit", of: ruled.entity, to: .string($0))] } ?? [])
      + [
        ruled.set("item", of: ruled.entity, to: line.itemValue),
        ruled.set("amount", of: ruled.entity, to: line.amountValue),
      ]
  }
}
