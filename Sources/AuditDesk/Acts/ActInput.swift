public import AuditModel

/// One thing a person fills in for an intention: its name, how it reads, what it may be.
public struct ActInput: Sendable {
  /// What an answer may be.
  public indirect enum Kind: Sendable {
    /// One line of text.
    case line
    /// A text of several lines.
    case text
    /// A civil date, `YYYY-MM-DD`.
    case day
    /// Yes or no.
    case flag
    /// A whole number within a range.
    case number(ClosedRange<Int>)
    /// An amount in euros, to the cent.
    case euros
    /// One of some codes, each with its words.
    case choice([ActChoice])
    /// An entity of the dossier, of one type.
    case entity(String)
    /// An entity of the dossier, of one of some types.
    case entityOf([String])
    /// A person of the directory, by opaque id.
    case person
    /// What is « à reprendre » in the dossier, by its key or the id of its entity.
    case reopening
    /// A fact known now that what is « à reprendre » did not rest on, by its citation.
    case newFact
    /// Evidence received on a non-conformity, by its reference: a mail item, evidence captured or the day it was handed over.
    case evidence
    /// A service looked at, `word=title;2.5d;certifying…`.
    case sample
    /// `word=value` pairs, such as `siege=Siège`.
    case pair
    /// `word=number` pairs, the word one of some codes, such as `surveillance=1`.
    case count([ActChoice], ClosedRange<Int>)
    /// The half-days of a date, `YYYY-MM-DD=number`, with `,site` where it matters.
    case halfDays
    /// A month, `YYYY-MM`.
    case month
  }

  /// The name: the option of a command, the field of a page, the key of a scenario.
  public let name: String
  /// What it is called.
  public let words: LocalizedText
  /// What it may be.
  public let kind: Kind
  /// Whether nothing happens without it.
  public let isRequired: Bool
  /// Whether it may be given several times.
  public let isRepeated: Bool

  init(
    _ name: String, _ kind: Kind, fr: String, en: String, required isRequired: Bool = false,
    repeated isRepeated: Bool = false
  ) {
    self.name = name
    self.kind = kind
    words = LocalizedText(fr: fr, en: en)
    self.isRequired = isRequired
    self.isRepeated = isRepeated
  }
}

/// One code a choice allows, with its words.
public struct ActChoice: Sendable, Hashable {
  /// The code written into the change.
  public let code: String
  /// What people read and, with or without accents, may type.
  public let words: LocalizedText

  /// Pairs a code with words.
  public init(_ code: String, _ words: LocalizedText) {
    self.code = code
    self.words = words
  }

  init(_ code: String, fr: String, en: String) { self.init(code, LocalizedText(fr: fr, en: en)) }
}
