import AuditModel
import SyncCore
import WorkingDays

/// How audits were held, against what the certificate allows (R-QUAL-35, R-QUAL-36, R-QUAL-49).
struct AuditConditions {
  let context: ActContext
  let certificate: CertificateRecord

  /// What was irregular in how an audit was held; a mode nobody recorded is the usual one, on site.
  func irregularities(of audit: EntityID) -> Set<QualiopiDecisionFacts.Irregularity> {
    AuditIrregularities.againstDecision(AuditIrregularities.Facts(audit: audit, in: context))
  }

  /// The surveillances held, each so that it counts: begun, not cancelled, nothing irregular in it.
  var surveillancesHeld: [AuditDays] { heldSurveillances.map(\.days) }

  /// The same, each with its audit.
  var heldSurveillances: [(audit: EntityID, days: AuditDays)] {
    context.dossier.standing(ofType: "audit").compactMap { audit in
      let reading = context.reading(audit)
      let state = QualiopiAuditState.standing(of: audit, in: context.dossier)
      guard reading.text("kind") == QualiopiAuditKind.surveillance.rawValue,
        let state, state != .cancelled, !state.isBefore(.inProgress), let days = days(of: audit),
        days.last <= context.today, irregularities(of: audit).isEmpty
      else { return nil }
      return (audit, days)
    }
  }

  private func days(of audit: EntityID) -> AuditDays? {
    QualiopiAuditFacts.days(context.reading(audit)).value
  }
}
