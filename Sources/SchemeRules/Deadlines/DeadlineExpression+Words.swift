public import AuditModel
public import WorkingDays

extension DeadlineExpression {
  /// The delay counted from a fact, in words: « 5 jours ouvrés après "dernier jour de l'audit" ».
  public func words(from trigger: LocalizedText) -> LocalizedText {
    LocalizedText(
      fr: "\(words(.french)) « \(trigger.fr) »\(bound(.french))",
      en: "\(words(.english)) “\(trigger.en)”\(bound(.english))"
    ).spaced
  }

  /// How long it runs, in words: « 3 mois, fin de validité au plus tard ».
  public var words: LocalizedText {
    LocalizedText(
      fr: amounts(.french) + bound(.french), en: amounts(.english) + bound(.english)
    ).spaced
  }

  /// The steps, the first with its direction: « 18 mois moins 4 mois après ».
  private func words(_ language: Language) -> String {
    amounts(language) + " " + Self.direction(steps.first, language)
  }

  private func amounts(_ language: Language) -> String {
    let amounts = steps.enumerated().map { place, step in
      place == 0 ? Self.amount(step, language) : Self.joiner(step, language) + Self.amount(step, language)
    }
    return amounts.joined(separator: " ")
  }

  private func bound(_ language: Language) -> String {
    let french = language == .french
    let latest = earlierDateName.map { name in
      let date =
        name.utf8.elementsEqual("certificateEnd".utf8)
        ? (french ? "fin de validité" : "the end of validity") : "@\(name)"
      return french ? ", \(date) au plus tard" : ", \(date) at the latest"
    }
    let moved = rolls ? (french ? ", reporté à un jour ouvré" : ", moved to a working day") : ""
    return (latest ?? "") + moved
  }

  private static func amount(_ step: DeadlineStep, _ language: Language) -> String {
    let french = language == .french
    switch step {
    case .move(let unit, _, let count):
      let isOne = count == .fixed(1)
      return "\(count) \(french ? unit.frenchName(isOne: isOne) : unit.englishName(isOne: isOne))"
    case .endOfMonth: return french ? "fin du mois" : "end of the month"
    case .endOfYear: return french ? "fin de l'année" : "end of the year"
    case .sameDay: return french ? "le jour même" : "the same day"
    }
  }

  private static func joiner(_ step: DeadlineStep, _ language: Language) -> String {
    switch step {
    case .move(_, .forward, _): "plus "
    case .move(_, .backward, _): language == .french ? "moins " : "minus "
    case .endOfMonth, .endOfYear, .sameDay: language == .french ? "puis " : "then "
    }
  }

  private static func direction(_ step: DeadlineStep?, _ language: Language) -> String {
    switch step {
    case .move(_, .forward, _): language == .french ? "après" : "after"
    case .move(_, .backward, _): language == .french ? "avant" : "before"
    case .endOfMonth, .endOfYear, .sameDay, nil: language == .french ? "pour" : "for"
    }
  }
}

extension DeadlineStep.Unit {
  fileprivate func frenchName(isOne: Bool) -> String {
    switch self {
    case .workingDays: isOne ? "jour ouvré" : "jours ouvrés"
    case .calendarDays: isOne ? "jour calendaire" : "jours calendaires"
    case .months: "mois"
    case .years: isOne ? "an" : "ans"
    case .hours: isOne ? "heure" : "heures"
    }
  }

  fileprivate func englishName(isOne: Bool) -> String {
    let name =
      switch self {
      case .workingDays: "working day"
      case .calendarDays: "calendar day"
      case .months: "month"
      case .years: "year"
      case .hours: "hour"
      }
    return isOne ? name : name + "s"
  }
}
