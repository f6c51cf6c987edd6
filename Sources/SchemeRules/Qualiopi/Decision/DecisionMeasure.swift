public import AuditModel

/// What a decision does to the certificate (T-QUAL-C01 to T-QUAL-C12); the raw value is the wire name.
public enum DecisionMeasure: String, Sendable, Hashable, CaseIterable {
  case grant, refuse, maintain, renew, suspend, reinstate, withdraw
  case extend

  /// The moves of the certificate it may make, the first that starts from the standing found.
  public var transitions: [RuleID] {
    switch self {
    case .grant: ["T-QUAL-C01"]
    case .refuse: ["T-QUAL-C02"]
    case .maintain: ["T-QUAL-C03"]
    case .renew: ["T-QUAL-C04", "T-QUAL-C12"]
    case .suspend: ["T-QUAL-C05", "T-QUAL-C06"]
    case .reinstate: ["T-QUAL-C07"]
    case .withdraw: ["T-QUAL-C08"]
    case .extend: ["T-QUAL-C10"]
    }
  }

  /// Which way a decision of this measure goes.
  public var outcome: DecisionOutcome {
    switch self {
    case .grant, .maintain, .renew, .reinstate, .extend: .favourable
    case .refuse, .suspend, .withdraw: .unfavourable
    }
  }

  /// The kinds of audit it may be decided on.
  public var auditKinds: Set<QualiopiAuditKind> {
    switch self {
    case .grant: [.initial]
    // The renewal audit of a certificate already expired: nothing is left to suspend (RULEBOOK §5.4).
    case .refuse: [.initial, .renewal]
    case .maintain: [.surveillance]
    case .renew: [.renewal]
    case .suspend, .withdraw: [.surveillance, .renewal, .extension]
    case .reinstate: [.surveillance]
    case .extend: [.extension]
    }
  }

  /// Whether it is decided on an audit's report only; the others may do without one.
  public var needsAudit: Bool {
    switch self {
    case .grant, .refuse, .maintain, .renew: true
    case .suspend, .reinstate, .withdraw, .extend: false
    }
  }

  /// Whether it opens a cycle, with a validity of its own and a word on the next surveillance (R-QUAL-33, R-QUAL-90).
  public var opensCycle: Bool { self == .grant || self == .renew }

  /// What a decision that names no measure means: its outcome, the audit's kind and the standing found say so.
  public static func meant(
    by outcome: DecisionOutcome, on kind: QualiopiAuditKind, from standing: CertificateStanding
  ) -> DecisionMeasure {
    switch (outcome, kind) {
    case (.favourable, .initial): .grant
    case (.favourable, .surveillance): standing == .suspended ? .reinstate : .maintain
    case (.favourable, .renewal): .renew
    case (.favourable, .extension): .extend
    case (.unfavourable, .initial): .refuse
    case (.unfavourable, .renewal) where standing == .expired: .refuse
    case (.unfavourable, _): standing == .suspended ? .withdraw : .suspend
    }
  }

  /// The move it makes from a standing, nil for none: without a report, a suspension is one for a missed surveillance.
  func move(from standing: CertificateStanding, onAudit isOnAudit: Bool) -> StateTransition<CertificateStanding>? {
    let made = self == .suspend ? [transitions[isOnAudit ? 0 : 1]] : transitions
    return made.lazy.compactMap { standing.move($0) }.first
  }

  /// The words on screen, as an order.
  public var words: LocalizedText {
    switch self {
    case .grant: LocalizedText(fr: "délivrer", en: "grant")
    case .refuse: LocalizedText(fr: "refuser", en: "refuse")
    case .maintain: LocalizedText(fr: "maintenir", en: "maintain")
    case .renew: LocalizedText(fr: "renouveler", en: "renew")
    case .suspend: LocalizedText(fr: "suspendre", en: "suspend")
    case .reinstate: LocalizedText(fr: "lever la suspension", en: "lift the suspension")
    case .withdraw: LocalizedText(fr: "retirer", en: "withdraw")
    case .extend: LocalizedText(fr: "étendre", en: "extend")
    }
  }
}
