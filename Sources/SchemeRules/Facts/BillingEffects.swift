import AuditModel
import SyncCore

/// The steps that put lines onto the billing list of a dossier.
enum BillingEffects {
  /// One entity for each line, named by the line: the same on every device.
  static func steps(_ lines: [BillingLine], audit: EntityID?, _ ruled: ActCase) -> [Operation] {
    lines.flatMap { line -> [Operation] in
      guard let id = EntityID("billing/\(line.id)") else { return [] }
      return (audit.map { [ruled.set("audit", of: id, to: .string($0.description))] } ?? [])
        + [ruled.set("item", of: id, to: line.itemValue), ruled.set("amount", of: id, to: line.amountValue)]
    }
  }

  /// The line of a change of the certificate asked for by the client, once its request is accepted (R-QUAL-116); none on
  /// a day no tariff is known for.
  static func certificateChange(_ ruled: ActCase) -> [Operation] {
    guard let tariff = QualiopiTariff.inForce(on: ruled.context.today) else { return [] }
    return steps(
      [QualiopiBilling.certificateChange(request: ruled.entity.localName, tariff: tariff)], audit: nil, ruled)
  }
}
