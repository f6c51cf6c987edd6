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
    ] + grading + [
      PreparationNote(
        "R-QUAL-59", fr: "le plan d'audit part avant l'audit", en: "the audit plan goes out before the audit")
    ]
  }

  /// What a finding is graded: by how far the indicator is met, and whether the quality of the service is at stake.
  private var grading: [PreparationNote] {
    func graded(_ extent: IndicatorFinding.Extent, _ grade: QualiopiGrade) -> [String] {
      scope.indicators.filter { IndicatorFinding($0, extent).grade == grade }.map(\.description)
    }
    let minors = graded(.partial, .minor)
    let majors = graded(.partial, .major)
    var notes: [PreparationNote] = []
    if graded(.notMet, .major).count == scope.indicators.count, !scope.indicators.isEmpty {
      notes.append(
        PreparationNote(
          "R-QUAL-70", fr: "indicateur non respecté, ou respecté en partie avec la qualité en cause\u{202F}: majeure",
          en: "indicator not met, or partly met with quality at stake: major"))
    }
    if !minors.isEmpty {
      notes.append(
        PreparationNote(
          "R-QUAL-69",
          fr: "respecté en partie, qualité non en cause\u{202F}: mineure sur \(FactWords.list(minors, in: .french))",
          en: "partly met, quality not at stake: minor on \(FactWords.list(minors, in: .english))"))
    }
    if !majors.isEmpty {
      notes.append(
        PreparationNote(
          "R-QUAL-71",
          fr: "respecté en partie\u{202F}: majeure dans tous les cas sur \(FactWords.list(majors, in: .french))",
          en: "partly met: major in any case on \(FactWords.list(majors, in: .english))"))
    }
    return notes
  }

  /// What the dossier says of the last request to funders, for indicator 30 (R-QUAL-15).
  private func funders(on day: CivilDate) -> [IndicatorNote] {
    guard let request = lastFunderRequest, RuleSwitches.isOn("R-QUAL-15"), scope.indicators.contains(30) else {
      return []
    }
    let (fr, en) = (FactWords.date(request, in: .french), FactWords.date(request, in: .english))
    return FunderAppreciation.isProved(lastRequest: request, on: day)
      ? [
        IndicatorNote(
          30, "R-QUAL-15", fr: "financeurs\u{202F}: demande du \(fr), moins d'un an, leur part est prouvée",
          en: "funders: request of \(en), within a year, their part is proved")
      ]
      : [
        IndicatorNote(
          30, "R-QUAL-15", fr: "financeurs\u{202F}: dernière demande du \(fr), plus d'un an, une autre est à montrer",
          en: "funders: last request of \(en), over a year ago, another is to be shown")
      ]
  }

  /// The notes of the reading guide on the indicators of the scope, ascending.
  public func indicatorNotes(on firstDay: CivilDate) -> [IndicatorNote] {
    let notes = IndicatorNotes(
      profile: profile, samples: samples, isNewEntrant: isNewEntrant, guide: ReadingGuide.inForce(on: firstDay))
    return scope.indicators.flatMap { notes.on($0) + ($0 == 30 ? funders(on: firstDay) : []) }
  }
}
