public import AuditModel

/// An item a subcontract holds in writing (R-QUAL-134), in the order of the list; the raw value is the wire name.
public enum SubcontractItem: String, Sendable, Hashable, CaseIterable {
  case missions, content
  /// What ends the training: certificate, attestation (sanction de la formation).
  case sanction
  /// Human, teaching and technical means.
  case means
  /// Conditions of performance and follow-up.
  case conditions
  case duration, period, amount

  /// What it is, on screen.
  public var words: LocalizedText {
    switch self {
    case .missions: LocalizedText(fr: "missions exercées", en: "missions")
    case .content: LocalizedText(fr: "contenu de la formation", en: "content")
    case .sanction: LocalizedText(fr: "sanction de la formation", en: "sanction of the training")
    case .means:
      LocalizedText(fr: "moyens humains, pédagogiques et techniques", en: "human, teaching and technical means")
    case .conditions:
      LocalizedText(fr: "conditions de réalisation et de suivi", en: "conditions of performance and follow-up")
    case .duration: LocalizedText(fr: "durée", en: "duration")
    case .period: LocalizedText(fr: "période de réalisation", en: "period")
    case .amount: LocalizedText(fr: "montant", en: "amount")
    }
  }
}
