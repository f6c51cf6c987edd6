public import AuditModel

/// Where the certificate of a body stands (RULEBOOK §3.2.2); the raw value is the wire name.
public enum CertificateStanding: String, Sendable, Hashable, CaseIterable {
  /// No certificate was granted yet.
  case notGranted = "none"
  case active, suspended
  /// An end.
  case withdrawn
  /// Left by a late renewal only (T-QUAL-C12).
  case expired
  /// An end: an initial audit that led to no certificate.
  case refused

  /// Whether nothing but a new initial audit or, once expired, a late renewal follows (R-QUAL-86, R-QUAL-142).
  public var isEnded: Bool { self == .withdrawn || self == .expired || self == .refused }

  /// Whether the certificate left the public list (R-QUAL-55, T-QUAL-C08, T-QUAL-C09).
  public var hasLeftPublicList: Bool {
    (self == .withdrawn || self == .expired) && RuleSwitches.isOn("R-QUAL-55")
  }

  /// The standing a decision starts from: an initial audit after an end is for a new certificate (R-QUAL-86).
  func start(forInitialAudit isInitial: Bool) -> CertificateStanding {
    isInitial && isEnded && RuleSwitches.isOn("R-QUAL-86") ? .notGranted : self
  }

  /// The words on screen.
  public var words: LocalizedText {
    switch self {
    case .notGranted: LocalizedText(fr: "aucun certificat", en: "no certificate")
    case .active: LocalizedText(fr: "actif", en: "active")
    case .suspended: LocalizedText(fr: "suspendu", en: "suspended")
    case .withdrawn: LocalizedText(fr: "retiré", en: "withdrawn")
    case .expired: LocalizedText(fr: "expiré", en: "expired")
    case .refused: LocalizedText(fr: "refusé", en: "refused")
    }
  }
}
