import AuditModel
import SyncCore
import WorkingDays

/// The decisions a dossier waits for: derived from its state and the date, never written.
public enum CertificateProposals {
  /// What is proposed today, soonest deadline first.
  public static func due(_ context: ActContext) -> [CertificateProposal] {
    let certificate = CertificateRecord(context)
    return
      (missedSurveillance(certificate, context) + delayOver(certificate, context) + majors(certificate, context))
      .sorted { ($0.due, $0.transition) < ($1.due, $1.transition) }
  }

  /// The day after DL-QUAL-04 with no surveillance held (T-QUAL-C06).
  private static func missedSurveillance(
    _ certificate: CertificateRecord, _ context: ActContext
  ) -> [CertificateProposal] {
    let held = AuditConditions(context: context, certificate: certificate).surveillancesHeld
    guard let move = DecisionMeasure.suspend.move(from: certificate.standing, onAudit: false),
      let start = certificate.validity?.from,
      let window = certificate.missedWindow(held: held, on: context.today, settings: context.settings(on: start))
    else { return [] }
    return [CertificateProposal(.suspend, move.id, .qual04, due: window.closes)]
  }

  /// The day after the letter's delay (T-QUAL-C08).
  private static func delayOver(_ certificate: CertificateRecord, _ context: ActContext) -> [CertificateProposal] {
    guard let move = DecisionMeasure.withdraw.move(from: certificate.standing, onAudit: false),
      let until = certificate.suspension?.until, until < context.today
    else { return [] }
    return [CertificateProposal(.withdraw, move.id, .qual13, due: until)]
  }

  /// Reports not decided whose majors outlived their delay (R-QUAL-83).
  private static func majors(_ certificate: CertificateRecord, _ context: ActContext) -> [CertificateProposal] {
    guard RuleSwitches.isOn("R-QUAL-83"), RuleSwitches.isOn(DeadlineID.qual12) else { return [] }
    return context.dossier.standing(ofType: "audit").compactMap { audit in
      let reading = context.reading(audit)
      guard let kind = reading.text("kind").flatMap(QualiopiAuditKind.init(rawValue:)),
        let state = reading.text("stage").flatMap(QualiopiAuditState.init(rawValue:)),
        !state.isBefore(.done), state.isBefore(.decided), let days = QualiopiAuditFacts.days(reading).value,
        let due = majorDue(kind, days, certificate, context.settings(on: days.last)), due < context.today
      else { return nil }
      let majors = MajorsStanding(
        QualiopiDecisionFacts.raised(by: audit, in: context), minorMax: context.settings(on: days.first).minorMax)
      guard majors.isAnyOpen || !majors.lifted(after: due).isEmpty else { return nil }
      let measure = DecisionMeasure.meant(by: .unfavourable, on: kind, from: certificate.standing)
      let start = certificate.standing.start(forInitialAudit: kind == .initial)
      let transition = measure.move(from: start, onAudit: true)?.id ?? RecordDecision.act.transition
      return CertificateProposal(measure, transition, .qual12, due: due, audit: audit)
    }
  }

  /// The last day for evidence on the majors of an audit, by the readings in force on its last day (R-TIME-19, A-94).
  private static func majorDue(
    _ kind: QualiopiAuditKind, _ days: AuditDays, _ certificate: CertificateRecord, _ settings: QualiopiSettings
  ) -> CivilDate? {
    guard kind == .initial else {
      return RuleDueDate.of(.qual12, from: days.last, certificateEnd: certificate.validity?.to, settings: settings)
    }
    return RuleDueDate.of(.qual12, from: days.last, settings: settings)?
      .adding(months: settings.initialSecondChanceMonths)
  }
}
