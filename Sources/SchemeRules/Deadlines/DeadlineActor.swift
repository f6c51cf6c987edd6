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
  public var name: DeadlineText {
    switch self {
    case .instance: DeadlineText(french: "Instance", english: "Instance")
    case .service: DeadlineText(french: "service compétent", english: "competent service")
    case .certifPro: DeadlineText(french: "Certif Pro", english: "Certif Pro")
    case .automatic: DeadlineText(french: "automatique", english: "automatic")
    case .body: DeadlineText(french: "organisme habilité", english: "habilitated body")
    case .candidateBody: DeadlineText(french: "organisme candidat", english: "candidate body")
    case .person: DeadlineText(french: "personne évaluée", english: "person assessed")
    case .planning: DeadlineText(french: "planification", english: "planning")
    case .provider: DeadlineText(french: "prestataire", english: "provider")
    case .auditor: DeadlineText(french: "auditeur", english: "auditor")
    case .client: DeadlineText(french: "organisme audité", english: "audited client")
    case .certifier: DeadlineText(french: "certificateur", english: "certifier")
    case .publicList: DeadlineText(french: "liste publique", english: "public list")
    case .committee: DeadlineText(french: "commission", english: "committee")
    }
  }
}
