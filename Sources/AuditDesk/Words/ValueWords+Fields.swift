import AuditModel
import SchemeRules

extension ValueWords {
  /// The words of values that mean something only in their own field; nil for text people wrote and for codes of a newer
  /// version.
  /// - Parameters:
  ///   - place: type path and field, such as `audit.kind`.
  ///   - scheme: the scheme of the dossier it stands in; nil where it stands in none.
  static func words(of code: String, in place: String, of scheme: Scheme? = nil) -> LocalizedText? {
    switch place {
    case "audit.kind": QualiopiAuditKind(rawValue: code)?.words
    case "audit.mode": AuditMode(rawValue: code)?.words
    case "audit.stage", "audit/report.stage": QualiopiAuditState(rawValue: code)?.words
    case "audit.documents": DueDocument(rawValue: code)?.label
    case "contract.categories", "audit.addedCategories", "title.categories", "competence.categories":
      ActionCategory(rawValue: code)?.words
    case "contract.documents": QuoteDocument(rawValue: code)?.label
    case "contract.options": ContractOption(rawValue: code)?.words
    case "dossier.structure": SiteStructure(rawValue: code)?.words
    case "title.standing":
      scheme == .certifIAG
        ? CertifIAGHabilitationState(rawValue: code)?.words : CertificateStanding(rawValue: code)?.words
    case "decision.measure": DecisionMeasure(rawValue: code)?.words
    case "declaration.documents": UpdateCertificate.Item(rawValue: code)?.words
    case "nonconformity.stage": QualiopiNonConformityState(rawValue: code)?.words
    case "correction.outcome": CorrectionOutcome(rawValue: code)?.words
    case "correction.standing": CorrectedMachine.words(of: code)
    case "complaint.kind": ComplaintChoices.kinds.first { $0.code == code }?.words
    case "mail.direction": MailChoices.directions.first { $0.code == code }?.words
    case "mail.channel": MailChoices.channels.first { $0.code == code }?.words
    case "decision.outcome": DecisionOutcome(rawValue: code)?.words
    case "audit/evidence.held": EvidenceStanding(held: code).words
    case "person.roles", "competence.role": Role(rawValue: code)?.words
    case "subcontract.items": SubcontractItem(rawValue: code)?.words
    case "audit/item.grade", "audit/point.grade", "nonconformity.grade": all[code]
    default: ofFields[place]?[code]
    }
  }

  private static let ofFields: [String: [String: LocalizedText]] = [
    "situation.subject": [
      "address": LocalizedText(fr: "adresse", en: "address"),
      "name": LocalizedText(fr: "dénomination", en: "legal name"),
      "director": LocalizedText(fr: "dirigeant", en: "director"),
    ],
    "situation.answer": [
      "accepted": LocalizedText(fr: "accepté par le service", en: "accepted by the office"),
      "set-aside": LocalizedText(fr: "écarté par le service", en: "set aside by the office"),
    ],
    "declaration.subject": [
      "address": LocalizedText(fr: "adresse", en: "address"),
      "name": LocalizedText(fr: "dénomination", en: "legal name"),
      "director": LocalizedText(fr: "dirigeant", en: "director"),
      "contact": LocalizedText(fr: "contact", en: "contact"),
    ],
    "nonconformity.assessment": [
      "sufficient": LocalizedText(fr: "preuves suffisantes", en: "evidence sufficient"),
      "insufficient": LocalizedText(fr: "preuves insuffisantes", en: "evidence insufficient"),
    ],
    "proposal.kind": ["suspension": LocalizedText(fr: "suspension", en: "suspension")],
    "body.actionCategories": [
      "training-actions": ActionCategory.training.words, "skills-assessments": ActionCategory.skillsAssessment.words,
      "prior-experience": ActionCategory.priorExperience.words, "apprenticeships": ActionCategory.apprenticeship.words,
    ],
  ]
}
