public import AuditModel

/// Where a CertifIAG habilitation stands (RULEBOOK §3.3.3); the raw value is the wire name.
public enum CertifIAGHabilitationState: String, Sendable, Hashable, CaseIterable {
  case active, suspended
  /// An end, final (R-CIAG-50).
  case withdrawn
  /// An end.
  case expired
  /// An end: the body refused new terms.
  case terminated

  /// Every move of a habilitation, T-CIAG-H01 to T-CIAG-H08; what is not here does not happen, corrections apart.
  public static let transitions: [StateTransition<CertifIAGHabilitationState>] =
    [
      StateTransition("T-CIAG-H01", from: nil, to: .active, by: [.certifier]),
      // The certifier's staff: an urgent suspension only, to be confirmed at the next session.
      StateTransition("T-CIAG-H02", from: .active, to: .suspended, by: [.committee, .certifier]),
      StateTransition("T-CIAG-H03", from: .suspended, to: .active, by: [.committee]),
      StateTransition("T-CIAG-H04", from: .suspended, to: .withdrawn, by: [.committee]),
    ]
    + [.active, .suspended].map { StateTransition("T-CIAG-H05", from: $0, to: .withdrawn, by: [.committee]) }
    + [.active, .suspended].map { StateTransition("T-CIAG-H06", from: $0, to: $0, by: [.committee]) }
    + [.active, .suspended].map { StateTransition("T-CIAG-H07", from: $0, to: .expired, by: [.automatic]) }
    + [.active, .suspended].map { StateTransition("T-CIAG-H08", from: $0, to: .terminated, by: [.body]) }

  /// The moves out of this state.
  public var transitionsFromHere: [StateTransition<CertifIAGHabilitationState>] {
    Self.transitions.filter { $0.from == self }
  }

  /// The word on screen.
  public var words: LocalizedText {
    switch self {
    case .active: LocalizedText(fr: "en vigueur", en: "active")
    case .suspended: LocalizedText(fr: "suspendue", en: "suspended")
    case .withdrawn: LocalizedText(fr: "retirée", en: "withdrawn")
    case .expired: LocalizedText(fr: "expirée", en: "expired")
    case .terminated: LocalizedText(fr: "résiliée", en: "terminated")
    }
  }
}
