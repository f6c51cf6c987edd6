public import AuditModel

/// Where an audit stands (RULEBOOK §3.2.3), in order; the raw value is the wire name.
public enum QualiopiAuditState: String, Sendable, Hashable, CaseIterable {
  case quoted, contracted, planned, auditorNamed, noticed, noticeValidated, planSent, inProgress, done
  case reportProvisional, reportAnswered, evidencePending, reportClosed, inDecision, decided, invoiced
  /// The side end.
  case cancelled

  /// Where an audit stands once its start is a recorded fact: in progress, whatever step was skipped (T-QUAL-A06).
  ///
  /// A later state stays; an audit nobody planned (`recorded` nil) is in progress once started.
  public static func standing(recorded: QualiopiAuditState?, isStarted: Bool) -> QualiopiAuditState? {
    guard isStarted, RuleSwitches.isOn("T-QUAL-A06"), recorded.map({ $0.isBefore(.inProgress) }) ?? true else {
      return recorded
    }
    return .inProgress
  }

  /// Whether the state comes before another on the path; a cancelled audit is off the path.
  public func isBefore(_ other: QualiopiAuditState) -> Bool {
    self != .cancelled && other != .cancelled && place < other.place
  }

  private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// The words on screen.
  public var words: LocalizedText {
    switch self {
    case .quoted: LocalizedText(fr: "devis établi", en: "quoted")
    case .contracted: LocalizedText(fr: "contrat signé", en: "contracted")
    case .planned: LocalizedText(fr: "planifié", en: "planned")
    case .auditorNamed: LocalizedText(fr: "auditeur nommé", en: "auditor named")
    case .noticed: LocalizedText(fr: "notifié", en: "noticed")
    case .noticeValidated: LocalizedText(fr: "notification validée", en: "notice validated")
    case .planSent: LocalizedText(fr: "plan d'audit envoyé", en: "audit plan sent")
    case .inProgress: LocalizedText(fr: "en cours", en: "in progress")
    case .done: LocalizedText(fr: "clôturé", en: "closed on site")
    case .reportProvisional: LocalizedText(fr: "rapport provisoire présenté", en: "provisional report presented")
    case .reportAnswered: LocalizedText(fr: "réponse de l'organisme reçue", en: "report answered")
    case .evidencePending: LocalizedText(fr: "preuves attendues", en: "evidence pending")
    case .reportClosed: LocalizedText(fr: "rapport clos", en: "report closed")
    case .inDecision: LocalizedText(fr: "en attente de décision", en: "in decision")
    case .decided: LocalizedText(fr: "décision prise", en: "decided")
    case .invoiced: LocalizedText(fr: "facturation demandée", en: "invoiced")
    case .cancelled: LocalizedText(fr: "annulé", en: "cancelled")
    }
  }
}
