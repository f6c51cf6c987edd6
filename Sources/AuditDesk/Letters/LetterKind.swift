public import AuditModel
import SchemeRules
public import SyncCore

/// The letters Constat writes (RULEBOOK §3.2.7); the raw value is what people type, in English.
public enum LetterKind: String, Sendable, Hashable, CaseIterable {
  /// The notice of an audit.
  case auditNotice = "audit-notice"
  /// The provisional report goes to the body.
  case reportSent = "report-sent"
  /// A decision.
  case decision
  /// A suspension, with its delay and its condition.
  case suspension
  /// A correction.
  case correction
  /// A complaint or an appeal was received.
  case complaintAcknowledgement = "complaint-acknowledgement"

  /// What it is called.
  public var words: LocalizedText {
    switch self {
    case .auditNotice: LocalizedText(fr: "notification d'audit", en: "audit notice")
    case .reportSent: LocalizedText(fr: "envoi du rapport", en: "sending of the report")
    case .decision: LocalizedText(fr: "lettre de décision", en: "decision letter")
    case .suspension: LocalizedText(fr: "lettre de suspension", en: "suspension letter")
    case .correction: LocalizedText(fr: "lettre de reprise", en: "correction letter")
    case .complaintAcknowledgement:
      LocalizedText(fr: "accusé de réception d'une réclamation", en: "acknowledgement of a complaint")
    }
  }

  /// The type of the entity it is written from.
  public var entityType: String {
    switch self {
    case .auditNotice, .reportSent: "audit"
    case .decision, .suspension: "decision"
    case .correction: "correction"
    case .complaintAcknowledgement: "complaint"
    }
  }

  /// Writes the letter from the dossier.
  /// - Parameters:
  ///   - entity: the audit, decision, correction or complaint.
  ///   - directory: people and settings; nil where they are not held, then the standard settings.
  ///   - person: what a person is called.
  /// - Throws: what the dossier lacks for it; a letter with a gap is not written.
  public func letter(
    from entity: EntityID, in fold: StreamFold, directory: StreamFold? = nil, _ frame: LetterFrame,
    person: @escaping (UserID) -> String?
  ) throws(LetterFault) -> Letter {
    guard entity.typePath == entityType else { throw .wrongEntity(self, entity) }
    let source = LetterSource(
      entity: entity, context: ActContext(dossier: fold, directory: directory, today: frame.day), person: person)
    let draft: LetterDraft =
      switch self {
      case .auditNotice: try source.auditNotice()
      case .reportSent: try source.reportSent()
      case .decision: try source.decision()
      case .suspension: try source.suspension()
      case .correction: try source.correction()
      case .complaintAcknowledgement: try source.complaintAcknowledgement()
      }
    return Letter(
      kind: self, day: frame.day, subject: LetterText.line("\(draft.subject) — \(frame.body)"),
      paragraphs: ["À l'attention de \(frame.body)", "Madame, Monsieur,"] + draft.paragraphs + [
        "Veuillez agréer, Madame, Monsieur, nos salutations distinguées.", frame.certifier,
      ])
  }
}
