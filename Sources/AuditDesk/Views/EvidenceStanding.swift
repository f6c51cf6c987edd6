public import AuditModel

/// Where a piece of evidence is.
public enum EvidenceStanding: String, Sendable, CaseIterable {
  /// Looked at and left on site.
  case seen
  /// Its file is on a device and has not come yet.
  case waitingToBeSent = "waiting-to-be-sent"

  /// Reads the field `held`.
  public init(held: String?) { self = held == "taken" ? .waitingToBeSent : .seen }

  /// What a screen says.
  public var words: LocalizedText {
    switch self {
    case .seen: LocalizedText(fr: "vue, laissée sur place", en: "seen, left on site")
    case .waitingToBeSent: LocalizedText(fr: "gardée, en attente d'envoi", en: "kept, waiting to be sent")
    }
  }
}
