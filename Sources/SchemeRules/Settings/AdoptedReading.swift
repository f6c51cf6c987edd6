public import AuditModel

/// How the rulebook reads a place where its sources are silent or contradict each other (RULEBOOK §6).
public struct AdoptedReading: Sendable, Hashable {
  /// Whether a certifier may choose another reading.
  public enum Choice: Sendable, Hashable {
    /// The setting of that name switches it.
    case setting(String)
    /// Nothing switches it.
    case fixed(FixedReason)
  }

  /// Why nothing switches a reading.
  public enum FixedReason: String, Sendable, Hashable, CaseIterable {
    /// It says what a word of the sources means.
    case meaning
    /// It is a row of the table of deadlines, which no source gives another delay.
    case deadlineRow = "deadline-row"
    /// It is how days are counted everywhere.
    case arithmetic
    /// It is a guard: the other reading would let through what the sources forbid.
    case guardOnly = "guard"
    /// Every replica has to merge alike.
    case merge

    /// The reason on screen.
    public var words: LocalizedText {
      switch self {
      case .meaning:
        LocalizedText(fr: "sens d'un mot des sources", en: "the meaning of a word of the sources")
      case .deadlineRow:
        LocalizedText(fr: "ligne de la table des échéances", en: "a row of the table of deadlines")
      case .arithmetic: LocalizedText(fr: "calcul des jours, le même partout", en: "how days are counted everywhere")
      case .guardOnly:
        LocalizedText(
          fr: "garde\u{202F}: l'autre lecture permettrait l'interdit", en: "a guard: otherwise what is forbidden passes"
        )
      case .merge:
        LocalizedText(fr: "tous les postes doivent lire de même", en: "every device has to read alike")
      }
    }
  }

  /// The id, such as `A-37`.
  public let id: String
  /// Whether a certifier may choose another.
  public let choice: Choice
  /// The reading.
  public let words: LocalizedText

  init(_ id: String, _ choice: Choice, fr: String, en: String) {
    self.id = id
    self.choice = choice
    words = LocalizedText(fr: fr, en: en)
  }
}
