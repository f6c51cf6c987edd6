public import AuditModel
public import WorkingDays

/// How long a clock runs, in words: « 10 jours calendaires », “6 months”.
public enum DelayWords {
  /// A delay in words, its steps one after the other.
  ///
  /// A step of a count only the case gives says « un nombre donné de … ».
  public static func words(_ expression: DeadlineExpression) -> LocalizedText {
    let steps = expression.steps.map(words)
    var fr = steps.map(\.fr).joined(separator: ", puis ")
    var en = steps.map(\.en).joined(separator: ", then ")
    if expression.earlierDateName != nil {
      fr += ", ou une date antérieure"
      en += ", or an earlier date"
    }
    if expression.rolls {
      fr += ", reporté au prochain jour ouvré"
      en += ", moved to the next working day"
    }
    return LocalizedText(fr: fr, en: en)
  }

  private static func words(_ step: DeadlineStep) -> LocalizedText {
    switch step {
    case .endOfMonth: LocalizedText(fr: "fin du mois", en: "end of the month")
    case .endOfYear: LocalizedText(fr: "fin de l'année", en: "end of the year")
    case .sameDay: LocalizedText(fr: "le jour même", en: "the same day")
    case .move(let unit, let direction, let count):
      direction == .forward ? counted(count, unit) : before(counted(count, unit))
    }
  }

  private static func before(_ text: LocalizedText) -> LocalizedText {
    LocalizedText(fr: "\(text.fr) avant", en: "\(text.en) before")
  }

  private static func counted(_ count: DeadlineStep.Count, _ unit: DeadlineStep.Unit) -> LocalizedText {
    let (un, plusieurs, one, many) = names(unit)
    return switch count {
    case .parameter:
      LocalizedText(
        fr: "un nombre donné " + (isElided(unit) ? "d'" : "de ") + plusieurs, en: "a given number of \(many)")
    case .fixed(let number):
      LocalizedText(fr: "\(number) \(number < 2 ? un : plusieurs)", en: "\(number) \(number == 1 ? one : many)")
    }
  }

  private static func isElided(_ unit: DeadlineStep.Unit) -> Bool { unit == .years || unit == .hours }

  private static func names(_ unit: DeadlineStep.Unit) -> (String, String, String, String) {
    switch unit {
    case .workingDays: ("jour ouvré", "jours ouvrés", "working day", "working days")
    case .calendarDays: ("jour calendaire", "jours calendaires", "calendar day", "calendar days")
    case .months: ("mois", "mois", "month", "months")
    case .years: ("an", "ans", "year", "years")
    case .hours: ("heure", "heures", "hour", "hours")
    }
  }
}
