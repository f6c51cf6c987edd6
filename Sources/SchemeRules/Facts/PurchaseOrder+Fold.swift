import AuditModel
public import SyncCore
import WorkingDays

extension PurchaseOrder {
  /// The order recorded of an audit, or nil when there is none (R-QUAL-95).
  public init?(of audit: EntityID, in fold: StreamFold) {
    guard let followUp = AuditNames.followUp(audit),
      let order = FieldReading(fold: fold, entity: followUp).view("purchaseOrder")?.shown, order.members != nil
    else { return nil }
    self.init(
      billingSIRET: order["siret"]?.text, number: order["number"]?.text, payingDepartment: order["department"]?.text,
      receivedOn: order["received"]?.text.flatMap { CivilDate($0) })
  }
}
