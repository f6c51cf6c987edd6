import AuditModel
import SchemeRules
import SyncCore
import WorkingDays

extension ActForm {
  /// Corrections.
  static let corrections: [ActForm] = [
    ActForm(
      "correction.record", on: "correction", creates: true,
      fr: "reprendre une décision ou un effet automatique qu'un fait nouveau contredit",
      en: "take up again a decision or an automatic effect that a new fact contradicts", roles: [.decider],
      act: "correction.record",
      inputs: [
        ActInput("of", .reopening, fr: "ce qui est repris", en: "what is corrected", required: true),
        ActInput("outcome", .choice(CorrectionChoices.outcomes), fr: "sens", en: "outcome", required: true),
        ActInput("motive", .text, fr: "motif", en: "motive", required: true),
        ActInput("standing", .choice(CorrectionChoices.states), fr: "nouvel état", en: "new state"),
        ActInput("from", .day, fr: "à compter du", en: "counting from"),
        ActInput("valid-from", .day, fr: "début de validité réimprimé", en: "start of validity reissued"),
        ActInput("valid-until", .day, fr: "fin de validité réimprimée", en: "end of validity reissued"),
        ActInput("condition", .text, fr: "condition de la suspension", en: "condition of the suspension"),
        ActInput("until", .day, fr: "délai, s'il n'est pas de trois mois", en: "delay, unless three months"),
        ActInput("fact", .newFact, fr: "fait nouveau cité", en: "new fact cited", repeated: true),
        ActInput("letter", .entity("mail"), fr: "courrier de la reprise", en: "letter of the correction"),
      ],
      documents: LocalizedText(
        fr: "le fait nouveau, au registre du courrier ou dans le dossier ; la lettre de reprise",
        en: "the new fact, in the mail register or the dossier; the letter of the correction"),
      rules: ["T-QUAL-X01", "R-ROLE-18", "R-ROLE-17", "R-ROLE-01", "R-ROLE-22", "R-QUAL-87"]
    ) { desk, correction, answers in
      let typed = answers.text("of") ?? ""
      let reopening = CorrectionChoices.meant(by: typed, in: desk.fold)
      // Whoever names no fact answers those their screen showed.
      let shown = reopening?.facts.map(\.citation) ?? []
      let facts = answers.texts("fact").isEmpty ? shown : answers.texts("fact")
      let validity = [("end", answers.day("valid-until")), ("from", answers.day("valid-from"))]
        .compactMap { key, day in day.map { (key, JSONValue.string($0.description)) } }
      let written: [(FieldName, JSONValue?)] = [
        ("of", .string(reopening?.subject.key ?? typed)),
        ("fact", facts.isEmpty ? nil : .array(facts.map { .string($0) })),
        ("outcome", answers.text("outcome").map { .string($0) }),
        ("standing", answers.text("standing").map { .string($0) }),
        ("from", answers.day("from").map { .string($0.description) }),
        ("validity", validity.isEmpty ? nil : .sorted(validity)),
        (
          "condition",
          object([
            ("text", answers.text("condition").map { .string($0) }),
            ("until", answers.day("until").map { .string($0.description) }),
          ])
        ),
        ("motive", answers.text("motive").map { .string($0) }),
        ("letter", answers.entity("letter").map { .string($0.description) }),
      ]
      return written.compactMap { field, value in value.map { desk.write(field, on: correction, $0) } }
        + [desk.write("shownState", on: correction, .string(desk.stateShown.description))]
    }
  ]
}

/// What a correction may say.
enum CorrectionChoices {
  static let outcomes = CorrectionOutcome.allCases.map { ActChoice($0.rawValue, $0.words) }
  static let states = CorrectedMachine.allCases.flatMap(\.states).compactMap { state in
    CorrectedMachine.words(of: state).map { ActChoice(state, $0) }
  }

  /// What is « à reprendre » under its key, or under the id of its entity where that names one line only.
  static func meant(by typed: String, in fold: StreamFold) -> Reopening? {
    let open = Reopenings.all(in: fold)
    if let named = open.first(where: { $0.subject.key.utf8.elementsEqual(typed.utf8) }) { return named }
    let onEntity = open.filter { $0.subject.entity.description.utf8.elementsEqual(typed.utf8) }
    return onEntity.count == 1 ? onEntity.first : nil
  }
}
