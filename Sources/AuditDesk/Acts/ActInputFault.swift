public import AuditModel

/// Why what was filled in is not taken: nothing was written.
public enum ActInputFault: Error, Sendable {
  /// A required answer lacks.
  case missing(ActInput)
  /// The form asks nothing of that name.
  case unknown(String)
  /// An answer is none the input allows.
  case notAllowed(ActInput, String)
  /// Given twice where once is all.
  case twice(ActInput)

  /// What happened, why, what to do next.
  public var sentence: LocalizedText {
    switch self {
    case .missing(let input):
      LocalizedText(
        fr:
          "Il manque «\u{202F}\(input.words.fr)\u{202F}» (\(input.name)). Rien n'a été enregistré : complétez, puis recommencez.",
        en: "“\(input.words.en)” (\(input.name)) is missing. Nothing was saved: fill it in, then try again.")
    case .unknown(let name):
      LocalizedText(
        fr: "«\u{202F}\(name)\u{202F}» n'est pas demandé ici. Rien n'a été enregistré.",
        en: "“\(name)” is not asked here. Nothing was saved.")
    case .notAllowed(let input, let given):
      LocalizedText(
        fr:
          "«\u{202F}\(given)\u{202F}» ne convient pas à «\u{202F}\(input.words.fr)\u{202F}» : \(input.expectation.fr). Rien n'a été enregistré.",
        en: "“\(given)” does not fit “\(input.words.en)”: \(input.expectation.en). Nothing was saved.")
    case .twice(let input):
      LocalizedText(
        fr: "«\u{202F}\(input.words.fr)\u{202F}» est donné deux fois. Rien n'a été enregistré.",
        en: "“\(input.words.en)” is given twice. Nothing was saved.")
    }
  }
}

extension ActInput {
  /// What an answer looks like.
  public var expectation: LocalizedText {
    switch kind {
    case .line, .reopening, .newFact, .evidence: LocalizedText(fr: "une ligne de texte", en: "one line of text")
    case .text: LocalizedText(fr: "un texte", en: "a text")
    case .day: LocalizedText(fr: "une date AAAA-MM-JJ", en: "a date YYYY-MM-DD")
    case .flag: LocalizedText(fr: "oui ou non", en: "yes or no")
    case .number(let range):
      LocalizedText(
        fr: "un nombre de \(range.lowerBound) à \(range.upperBound)",
        en: "a number from \(range.lowerBound) to \(range.upperBound)")
    case .euros: LocalizedText(fr: "un montant en euros, comme 980,00", en: "an amount in euros, such as 980.00")
    case .choice(let choices):
      LocalizedText(
        fr: choices.map(\.words.fr).joined(separator: ", "), en: choices.map(\.words.en).joined(separator: ", "))
    case .entity(let type): LocalizedText(fr: "un identifiant \(type)/…", en: "an id \(type)/…")
    case .entityOf(let types):
      LocalizedText(
        fr: "un identifiant \(types.map { "\($0)/…" }.joined(separator: ", "))",
        en: "an id \(types.map { "\($0)/…" }.joined(separator: ", "))")
    case .person: LocalizedText(fr: "l'identifiant d'une personne", en: "the id of a person")
    case .pair: LocalizedText(fr: "mot=valeur", en: "word=value")
    case .sample:
      LocalizedText(
        fr: "mot=titre;2,5j;certifiante;alternance;situation-de-travail;sous-traitée",
        en: "word=title;2.5d;certifying;alternating;work-based;subcontracted")
    case .count(let choices, let range):
      LocalizedText(
        fr: "mot=nombre, le mot parmi \(choices.map(\.words.fr).joined(separator: ", ")), le nombre de "
          + "\(range.lowerBound) à \(range.upperBound)",
        en: "word=number, the word among \(choices.map(\.words.en).joined(separator: ", ")), the number from "
          + "\(range.lowerBound) to \(range.upperBound)")
    case .halfDays:
      LocalizedText(
        fr: "AAAA-MM-JJ=1 ou AAAA-MM-JJ=2, suivi de « ,site » au besoin",
        en: "YYYY-MM-DD=1 or YYYY-MM-DD=2, followed by “,site” where it matters")
    case .month: LocalizedText(fr: "un mois AAAA-MM", en: "a month YYYY-MM")
    }
  }
}
