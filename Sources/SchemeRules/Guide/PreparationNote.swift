public import AuditModel
public import WorkingDays

/// What an auditor keeps in mind for the whole audit, with the rule that says so.
public struct PreparationNote: Sendable, Hashable {
  /// The rule.
  public let rule: RuleID
  /// The note.
  public let words: LocalizedText

  init(_ rule: RuleID, fr: String, en: String) {
    self.rule = rule
    words = LocalizedText(fr: fr, en: en)
  }
}

extension AuditPreparation {
  /// What is looked at first, and what holds for the whole audit, in the order of the day.
  public var notes: [PreparationNote] {
    let all = first + whole + conduct
    return all.filter { RuleSwitches.isOn($0.rule) }
  }

  private var first: [PreparationNote] {
    var notes: [PreparationNote] = []
    if kind == .initial {
      notes.append(
        PreparationNote(
          "R-QUAL-34", fr: "une visite d'évaluation, s'il y en a eu une, ne donne ni cotation ni droit",
          en: "an assessment visit, if there was one, gives neither grade nor right"))
    } else if !previous.isEmpty {
      let numbers = FactWords.list(previous.map(\.indicator.description), in: .french)
      let english = FactWords.list(previous.map(\.indicator.description), in: .english)
      notes.append(
        PreparationNote(
          "R-QUAL-61", fr: "d'abord les actions correctives de l'audit précédent\u{202F}: \(numbers)",
          en: "first the corrective actions of the previous audit: \(english)"))
    }
    if kind == .surveillance {
      notes.append(
        PreparationNote(
          "R-QUAL-62", fr: "usage de la marque Qualiopi\u{202F}: site, documents, catégorie certifiée jointe",
          en: "use of the Qualiopi mark: website, documents, with the certified category"))
    }
    return notes
  }

  private var whole: [PreparationNote] {
    guard sites.count > 1 else { return [] }
    return [
      PreparationNote(
        "R-QUAL-64", fr: "\(sites.count) sites\u{202F}: les mêmes critères sur chacun",
        en: "\(sites.count) sites: the same criteria on each")
    ]
  }

  private var conduct: [PreparationNote] {
    [
      PreparationNote(
        "R-QUAL-22",
        fr: "moyens de preuve\u{202F}: entretiens, analyse de données et de pratiques, observation de séances",
        en: "means of evidence: interviews, analysis of data and practice, observation of sessions"),
      PreparationNote(
        "R-QUAL-21", fr: "ce qui ne peut pas être prouvé le jour de l'audit est une non-conformité",
        en: "what cannot be proved on the day of the audit is a non-conformity"),
      PreparationNote(
        "R-QUAL-59", fr: "le plan d'audit part avant l'audit", en: "the audit plan goes out before the audit"),
    ]
  }

  /// The notes of the reading guide on the indicators of the scope, ascending.
  public func indicatorNotes(on firstDay: CivilDate) -> [IndicatorNote] {
    let notes = IndicatorNotes(
      profile: profile, samples: samples, isNewEntrant: isNewEntrant, guide: ReadingGuide.inForce(on: firstDay))
    return scope.indicators.flatMap(notes.on)
  }
}
