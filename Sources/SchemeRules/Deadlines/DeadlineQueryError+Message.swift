public import AuditModel
internal import WorkingDays

extension DeadlineQueryError {
  /// What happened, why, and what to do next; what was given is quoted, at most 64 characters of it, unescaped.
  public var message: LocalizedText {
    switch self {
    case .unknownDeadline(let id):
      LocalizedText(
        fr: "L'échéance \(quoted(id).fr) n'existe pas. "
          + "Choisissez-en une dans la liste, ou donnez une expression.",
        en: "There is no deadline \(quoted(id).en). Choose one of the list, or give an expression.")
    case .badExpression(let error):
      expressionMessage(error)
    case .badDate(let field, let text):
      LocalizedText(
        fr: "\(field)\u{202F}: \(quoted(text).fr) n'est pas une date du calendrier. "
          + "Écrivez AAAA-MM-JJ, par exemple 2026-04-29.",
        en: "\(field): \(quoted(text).en) is no date of the calendar. Write YYYY-MM-DD, such as 2026-04-29.")
    case .badInstant(let field, let text):
      LocalizedText(
        fr: "\(field)\u{202F}: \(quoted(text).fr) n'est pas un instant en temps universel. "
          + "Écrivez-le comme 2026-04-28T22:30:00Z.",
        en: "\(field): \(quoted(text).en) is no instant in UTC. Write it as 2026-04-28T22:30:00Z.")
    case .missingNumber:
      LocalizedText(
        fr: "Cette échéance revient chaque fois que n augmente, et n manque. Donnez n (1 pour la première).",
        en: "This deadline recurs with n, and n is missing. Give n (1 for the first).")
    case .badNumber(let text):
      LocalizedText(
        fr: "n vaut \(quoted(text).fr), or il compte à partir de 1. "
          + "Donnez un nombre entier de 1 à \(DeadlineExpression.countMax).",
        en: "n is \(quoted(text).en), but it counts from 1. "
          + "Give a whole number from 1 to \(DeadlineExpression.countMax).")
    case .instantNeeded:
      LocalizedText(
        fr: "Un délai en heures court depuis un instant, pas depuis une date. "
          + "Donnez l'instant, par exemple 2026-10-24T10:00:00Z.",
        en: "A delay in hours runs from an instant, not from a date. "
          + "Give the instant, such as 2026-10-24T10:00:00Z.")
    case .outsideCalendar:
      LocalizedText(
        fr: "L'échéance tombe hors des années 1 à 9999. Vérifiez la date de départ et le délai.",
        en: "The due date is outside the years 1 to 9999. Check the starting date and the delay.")
    case .missingTrigger, .twoTriggers, .missingDeadline, .twoDeadlines, .badRollover, .badType, .unknownField,
      .badLine:
      questionMessage
    }
  }

  /// Messages about how the question is put together.
  private var questionMessage: LocalizedText {
    switch self {
    case .missingTrigger:
      LocalizedText(
        fr: "Rien ne dit depuis quand le délai court. Donnez une date (from) ou un instant (instant).",
        en: "Nothing says when the clock starts. Give a date (from) or an instant (instant).")
    case .twoTriggers:
      LocalizedText(
        fr: "Une date (from) et un instant (instant) sont donnés tous deux. N'en gardez qu'un.",
        en: "Both a date (from) and an instant (instant) are given. Keep one of them.")
    case .missingDeadline:
      LocalizedText(
        fr: "Aucune échéance n'est demandée. Donnez son identifiant (deadline) ou une expression (expr).",
        en: "No deadline is asked for. Give its id (deadline) or an expression (expr).")
    case .twoDeadlines:
      LocalizedText(
        fr: "Un identifiant (deadline) et une expression (expr) sont donnés tous deux. N'en gardez qu'un.",
        en: "Both an id (deadline) and an expression (expr) are given. Keep one of them.")
    case .badRollover(let text):
      LocalizedText(
        fr: "rollover vaut \(quoted(text).fr), ce qui n'existe pas. Écrivez none ou nextWorkingDay.",
        en: "rollover is \(quoted(text).en), which does not exist. Write none or nextWorkingDay.")
    case .badType(let field):
      LocalizedText(
        fr: "Le champ \(field) ne contient pas une valeur du bon type. "
          + "n est un nombre entier, les autres champs sont des textes.",
        en: "Field \(field) holds a value of the wrong kind. n is a whole number, the other fields are texts.")
    case .unknownField(let field):
      LocalizedText(
        fr: "Le champ \(quoted(field).fr) n'est pas connu ici. Vérifiez son nom, ou retirez-le.",
        en: "Field \(quoted(field).en) is not known here. Check its name, or leave it out.")
    default:
      LocalizedText(
        fr: "Cette ligne n'est pas un objet JSON. Écrivez un objet par ligne.",
        en: "This line is no JSON object. Write one object a line.")
    }
  }

  private func expressionMessage(_ error: DeadlineExpressionError) -> LocalizedText {
    let seen = error.found.isEmpty ? "le texte s'arrête" : "\(quoted(error.found).fr) s'y trouve"
    return LocalizedText(
      fr: "L'expression est illisible\u{202F}: au caractère \(error.position), on attend "
        + "\(error.expected.french), or \(seen). Corrigez-la, par exemple WD+30 ou min(M+3, @certificateEnd).",
      en: "The expression cannot be read. \(error.description) Correct it, such as WD+30 or "
        + "min(M+3, @certificateEnd).")
  }

  private func quoted(_ text: String) -> LocalizedText {
    let short = text.count > 64 ? text.prefix(63) + "…" : text
    return LocalizedText(fr: "«\u{202F}\(short)\u{202F}»", en: "'\(short)'")
  }
}
