public import AuditModel

/// Who makes a move of a state machine (column "who" of RULEBOOK §3).
public enum TransitionActor: String, Sendable, Hashable, CaseIterable {
  /// The audited provider, as the certifier's client.
  case client
  /// The certifier's planning desk.
  case planning
  /// The auditor, for an audit its lead.
  case auditor
  /// The decision expert or the decision committee.
  case decider
  /// The certifier's billing desk.
  case billing
  /// Nobody: a deadline is over.
  case automatic
  /// The certifier's staff.
  case certifier
  /// The certifier's internal committee.
  case committee
  /// The habilitated body.
  case body

  /// The word on screen.
  public var words: LocalizedText {
    switch self {
    case .client: LocalizedText(fr: "client", en: "client")
    case .planning: LocalizedText(fr: "planification", en: "planning")
    case .auditor: LocalizedText(fr: "auditeur", en: "auditor")
    case .decider: LocalizedText(fr: "expert décisionnaire", en: "decision expert")
    case .billing: LocalizedText(fr: "facturation", en: "billing")
    case .automatic: LocalizedText(fr: "automatique", en: "automatic")
    case .certifier: LocalizedText(fr: "certificateur", en: "certifier")
    case .committee: LocalizedText(fr: "commission interne", en: "internal committee")
    case .body: LocalizedText(fr: "organisme habilité", en: "habilitated body")
    }
  }
}
