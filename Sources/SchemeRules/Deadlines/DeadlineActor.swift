public import AuditModel

/// Who must act before a deadline, or for whom it runs (column "who" of RULEBOOK §4.3).
public enum DeadlineActor: String, Sendable, Hashable, CaseIterable {
  /// The deciding Instance of CléA: Certif Pro or a CPNE.
  case instance
  /// The competent service that instructs for the Instance.
  case service
  case certifPro
  /// Nobody: the effect comes by itself the day after.
  case automatic
  /// The habilitated body.
  case body
  /// The body whose application was refused.
  case candidateBody
  /// The person assessed.
  case person
  /// The certifier's planning desk.
  case planning
  /// The training provider under Qualiopi.
  case provider
  case auditor
  /// The audited provider, as the certifier's client.
  case client
  case certifier
  /// The ministry, for its public list.
  case publicList
  /// The certifier's internal committee.
  case committee

  /// The name on screen.
  public var name: LocalizedText {
    switch self {
    case .instance: LocalizedText(fr: "Instance", en: "Instance")
    case .service: LocalizedText(fr: "service compétent", en: "competent service")
    case .certifPro: LocalizedText(fr: "Certif Pro", en: "Certif Pro")
    case .automatic: LocalizedText(fr: "automatique", en: "automatic")
    case .body: LocalizedText(fr: "organisme habilité", en: "habilitated body")
    case .candidateBody: LocalizedText(fr: "organisme candidat", en: "candidate body")
    case .person: LocalizedText(fr: "personne évaluée", en: "person assessed")
    case .planning: LocalizedText(fr: "planification", en: "planning")
    case .provider: LocalizedText(fr: "prestataire", en: "provider")
    case .auditor: LocalizedText(fr: "auditeur", en: "auditor")
    case .client: LocalizedText(fr: "organisme audité", en: "audited client")
    case .certifier: LocalizedText(fr: "certificateur", en: "certifier")
    case .publicList: LocalizedText(fr: "liste publique", en: "public list")
    case .committee: LocalizedText(fr: "commission", en: "committee")
    }
  }
}
