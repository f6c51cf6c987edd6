import SyncCore
import WorkingDays

/// The audits a suspension in force rests on: the one its decision was on, and the surveillances held since it was
/// pronounced for want of one.
struct SuspensionAudits {
  /// The audit of the decision that suspended; nil for a surveillance not held.
  let suspendedOn: EntityID?
  /// The surveillances held since, for a suspension for want of one (T-QUAL-C06), the earliest first.
  let heldSince: [EntityID]

  init(_ suspension: CertificateRecord.Suspension?, _ conditions: AuditConditions) {
    suspendedOn = suspension?.decision.flatMap { conditions.context.reading($0).text("audit") }
      .flatMap { EntityID($0) }
    guard let suspension, suspension.transition == "T-QUAL-C06" else {
      heldSince = []
      return
    }
    heldSince = conditions.heldSurveillances.filter { $0.days.last >= suspension.from }
      .sorted { ($0.days.last, $0.audit) < ($1.days.last, $1.audit) }.map(\.audit)
  }

  /// All of them.
  var all: [EntityID] { (suspendedOn.map { [$0] } ?? []) + heldSince }

  /// The surveillance that meets the condition, where it is not the audit the decision names.
  func cure(besides named: EntityID?) -> EntityID? {
    if let named, heldSince.contains(named) { return nil }
    return heldSince.first
  }
}
