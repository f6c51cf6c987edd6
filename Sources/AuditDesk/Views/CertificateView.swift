import AuditModel
public import SchemeRules
import SyncCore
import WorkingDays

/// The certificate of a body as people read it: where it stands, since when, until when, and what waits to be decided.
public struct CertificateView: Sendable {
  /// What is recorded.
  public let record: CertificateRecord
  /// The window of the next surveillance; nil without a validity, or once the certificate has ended.
  public let surveillance: SurveillanceWindow?
  /// The decisions proposed, none of them written by itself.
  public let proposals: [CertificateProposal]
  /// The kinds of audit that may come next.
  public let nextAudits: [QualiopiAuditKind]
  /// What is to be done and checked beside, in the order of the rulebook.
  public let duties: [CertificateDuty]

  /// Whether the validity is over without the lapse being written: a device sees it before the server's line comes.
  public let isOver: Bool

  /// Reads the certificate of a dossier; nil for another stream.
  public init?(_ context: ActContext) {
    guard case .dossier("qualiopi", _) = context.dossier.stream.family else { return nil }
    let record = CertificateRecord(context.dossier, settings: context.settings)
    self.record = record
    surveillance =
      record.standing.isEnded
      ? nil : record.validity.flatMap { SurveillanceWindow(validFrom: $0.from, settings: context.settings) }
    proposals = CertificateProposals.due(context)
    let allowed = NextAuditKinds.allowed(standing: record.standing)
    nextAudits = QualiopiAuditKind.allCases.filter(allowed.contains)
    duties = CertificateDuty.all(for: record.standing)
    isOver = AutomaticEffects.due(in: context).contains { $0.transition == "T-QUAL-C09" }
  }

  /// The lines of a screen, in a language; each says one thing.
  public func lines(_ phrasing: Phrasing) -> [String] {
    let language = phrasing.language
    func line(_ fr: String, _ en: String, _ value: String?) -> String? {
      value.map { phrasing.say(fr + "\u{202F}: ", en + ": ") + $0 }
    }
    func words(_ texts: [LocalizedText]) -> String? {
      texts.isEmpty ? nil : texts.map { $0.text(in: language) }.joined(separator: ", ")
    }
    let validity = record.validity.map { phrasing.days($0.from.description, $0.to.description) }
    let window = surveillance.map { phrasing.days($0.opens.description, $0.closes.description) }
    return [
      line(
        "État", "Standing",
        record.standing.words.text(in: language)
          + (record.since.map { phrasing.say(" depuis le ", " since ") + phrasing.day($0.description) } ?? "")),
      line("Numéro", "Number", record.number), line("Cycle", "Cycle", record.cycle.map(String.init)),
      line("Catégories certifiées", "Certified categories", words(record.categories.map(\.words))),
      record.isValidityInConflict
        ? phrasing.say(
          "Validité\u{202F}: divergence ouverte, à trancher", "Validity: a divergence is open, to be settled")
        : line("Validité", "Validity", validity),
      isOver
        ? phrasing.say(
          "La validité est finie\u{202F}: le certificat expire, ce que le serveur enregistrera (T-QUAL-C09)",
          "The validity is over: the certificate expires, as the server will record (T-QUAL-C09)") : nil,
      record.gapDays > 0
        ? phrasing.say(
          "Sans certificat pendant \(record.gapDays) jours avant ce cycle (R-QUAL-142)",
          "Without certificate for \(record.gapDays) days before this cycle (R-QUAL-142)") : nil,
      line("Fenêtre de surveillance", "Surveillance window", window),
      record.standing.isEnded || record.standing == .notGranted
        ? nil
        : line(
          "Prochaine surveillance à distance", "Next surveillance remote",
          record.isRemoteSurveillanceAllowed ? phrasing.say("permise", "allowed") : phrasing.say("non", "no")),
      record.standing == .suspended ? record.suspension.flatMap { suspension($0, phrasing) } : nil,
      line("Audits possibles", "Audits possible", words(nextAudits.map(\.words))),
    ].compactMap(\.self) + proposals.map { $0.sentence(phrasing) }
  }

  private func suspension(_ suspension: CertificateRecord.Suspension, _ phrasing: Phrasing) -> String {
    phrasing.say(
      "Suspension à compter du \(phrasing.day(suspension.from.description)), à lever jusqu'au "
        + "\(phrasing.day(suspension.until.description)) inclus\u{202F}: \(suspension.condition)",
      "Suspended from \(phrasing.day(suspension.from.description)), to be lifted by "
        + "\(phrasing.day(suspension.until.description)): \(suspension.condition)")
  }
}

extension CertificateProposal {
  /// What is proposed, by which deadline, under which rule; it becomes nothing by itself.
  public func sentence(_ phrasing: Phrasing) -> String {
    phrasing.say(
      "Proposé, à décider\u{202F}: \(measure.words.fr) (\(transition)), \(deadline) passé le \(phrasing.day(due.description))",
      "Proposed, to be decided: \(measure.words.en) (\(transition)), \(deadline) over on \(phrasing.day(due.description))"
    )
  }
}
