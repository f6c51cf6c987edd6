/// Which audit may come next (R-QUAL-86, RULEBOOK §5.4).
public enum NextAuditKinds {
  /// The kinds a certificate of this standing leaves open: after an end, and before any certificate, an initial audit
  /// only; while suspended, no extension.
  public static func allowed(standing: CertificateStanding) -> Set<QualiopiAuditKind> {
    switch standing {
    case .active: [.surveillance, .renewal, .extension]
    case .suspended: [.surveillance, .renewal]
    case .notGranted: [.initial]
    case .withdrawn, .expired, .refused:
      RuleSwitches.isOn("R-QUAL-86") ? [.initial] : Set(QualiopiAuditKind.allCases)
    }
  }
}
