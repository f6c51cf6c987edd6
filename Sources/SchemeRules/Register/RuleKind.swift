public import AuditModel

/// What an entry of the register is about; the raw value is the word of `constat rule list --kind`.
public enum RuleKind: String, Sendable, Hashable, CaseIterable {
  /// The software refuses, or warns.
  case `guard`
  /// A delay or a window.
  case deadline
  /// A state, or an effect on one.
  case state
  /// Who may.
  case authority
  /// A document due or kept.
  case document
  case fee
  /// A notice or a publication.
  case notification
  /// Something an audit looks at.
  case checklist
  /// Something held or shown.
  case information
  /// A move of a state machine.
  case transition
  /// How a silent or contradictory source is read.
  case reading

  /// The rulebook's letter, or nil for transitions and readings, which their ids tell apart.
  public var tag: Character? {
    switch self {
    case .guard: "G"
    case .deadline: "D"
    case .state: "S"
    case .authority: "A"
    case .document: "P"
    case .fee: "F"
    case .notification: "N"
    case .checklist: "C"
    case .information: "I"
    case .transition, .reading: nil
    }
  }

  /// The word on screen.
  public var words: LocalizedText {
    switch self {
    case .guard: LocalizedText(fr: "garde-fou", en: "guard")
    case .deadline: LocalizedText(fr: "échéance", en: "deadline")
    case .state: LocalizedText(fr: "état", en: "state")
    case .authority: LocalizedText(fr: "autorité", en: "authority")
    case .document: LocalizedText(fr: "document", en: "document")
    case .fee: LocalizedText(fr: "tarif", en: "fee")
    case .notification: LocalizedText(fr: "notification", en: "notification")
    case .checklist: LocalizedText(fr: "point d'audit", en: "checklist")
    case .information: LocalizedText(fr: "information", en: "information")
    case .transition: LocalizedText(fr: "transition", en: "transition")
    case .reading: LocalizedText(fr: "lecture", en: "reading")
    }
  }
}
