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
    let record = CertificateRecord(context)
    self.record = record
    surveillance =
      record.standing.isEnded
      ? nil
      : record.validity.flatMap { SurveillanceWindow(validFrom: $0.from, settings: context.settings(on: $0.from)) }
    proposals = CertificateProposals.due(context)
    let allowed = NextAuditKinds.allowed(standing: record.standing)
    nextAudits = QualiopiAuditKind.allCases.filter(allowed.contains)
    duties = CertificateDuty.all(for: record.standing)
    isOver = AutomaticEffects.due(in: context).contains { $0.transition == "T-QUAL-C09" }
  }

  /// One thing said of a certificate: what it is about, and the words.
  public struct Entry: Sendable, Hashable {
    /// What it is about, as the head of a row.
    public let label: String
    /// What is said.
    public let text: String
    /// Whether the text is a sentence that needs no label before it.
    public let isSentence: Bool
    /// Whether somebody has to do something about it.
    public let isOpen: Bool
  }

  /// The lines of a screen, in a language; each says one thing.
  public func lines(_ phrasing: Phrasing) -> [String] {
    entries(phrasing).map { $0.isSentence ? $0.text : phrasing.say("\($0.label)\u{202F}: ", "\($0.label): ") + $0.text }
  }

  /// What there is to say, in the order of a screen.
  public func entries(_ phrasing: Phrasing) -> [Entry] {
    standingEntries(phrasing) + validityEntries(phrasing) + nextEntries(phrasing)
      + proposals.map {
        Entry(
          label: phrasing.say("Proposition", "Proposal"), text: $0.sentence(phrasing), isSentence: true, isOpen: true)
      }
  }

  private func standingEntries(_ phrasing: Phrasing) -> [Entry] {
    let since = record.since.map { phrasing.say(" depuis le ", " since ") + phrasing.day($0.description) } ?? ""
    return [
      entry("État", "Standing", record.standing.words.text(in: phrasing.language) + since, phrasing),
      entry("Numéro", "Number", record.number, phrasing),
      entry("Cycle", "Cycle", record.cycle.map(String.init), phrasing),
      entry("Catégories certifiées", "Certified categories", list(record.categories.map(\.words), phrasing), phrasing),
    ].compactMap(\.self)
  }

  private func validityEntries(_ phrasing: Phrasing) -> [Entry] {
    func sentence(_ label: String, _ fr: String, _ en: String, isOpen: Bool) -> Entry {
      Entry(label: label, text: phrasing.say(fr, en), isSentence: true, isOpen: isOpen)
    }
    let label = phrasing.say("Validité", "Validity")
    let validity = record.validity.map { phrasing.days($0.from.description, $0.to.description) }
    return [
      record.isValidityInConflict
        ? sentence(
          label, "Validité\u{202F}: divergence ouverte, à trancher", "Validity: a divergence is open, to be settled",
          isOpen: true)
        : entry("Validité", "Validity", validity, phrasing),
      isOver
        ? sentence(
          label, "La validité est finie\u{202F}: le certificat expire, ce que le serveur enregistrera (T-QUAL-C09)",
          "The validity is over: the certificate expires, as the server will record (T-QUAL-C09)", isOpen: true) : nil,
      record.gapDays > 0
        ? sentence(
          phrasing.say("Interruption", "Gap"),
          "Sans certificat pendant \(record.gapDays) jours avant ce cycle (R-QUAL-142)",
          "Without certificate for \(record.gapDays) days before this cycle (R-QUAL-142)", isOpen: false) : nil,
    ].compactMap(\.self)
  }

  private func nextEntries(_ phrasing: Phrasing) -> [Entry] {
    let window = surveillance.map { phrasing.days($0.opens.description, $0.closes.description) }
    let isHeld = !record.standing.isEnded && record.standing != .notGranted
    let remote = record.isRemoteSurveillanceAllowed ? phrasing.say("permise", "allowed") : phrasing.say("non", "no")
    return [
      entry("Fenêtre de surveillance", "Surveillance window", window, phrasing),
      entry("Prochaine surveillance à distance", "Next surveillance remote", isHeld ? remote : nil, phrasing),
      record.standing == .suspended
        ? record.suspension.map {
          Entry(
            label: phrasing.say("Suspension", "Suspension"), text: suspension($0, phrasing), isSentence: true,
            isOpen: true)
        } : nil,
      entry("Audits possibles", "Audits possible", list(nextAudits.map(\.words), phrasing), phrasing),
    ].compactMap(\.self)
  }

  private func entry(_ fr: String, _ en: String, _ text: String?, _ phrasing: Phrasing) -> Entry? {
    text.map { Entry(label: phrasing.say(fr, en), text: $0, isSentence: false, isOpen: false) }
  }

  private func list(_ words: [LocalizedText], _ phrasing: Phrasing) -> String? {
    words.isEmpty ? nil : words.map { $0.text(in: phrasing.language) }.joined(separator: ", ")
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
