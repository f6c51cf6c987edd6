public import AuditModel
import AuditSchema
public import SchemeRules
public import SyncCore
import WorkingDays

/// What is « à reprendre », in words: what was done, by whom, on what, what is known now, who may correct it.
public struct ReopeningView: Sendable {
  /// What is to be taken up again.
  public let reopening: Reopening
  /// The key a correction names it by.
  public let key: String
  /// What was done, by whom, when.
  public let what: String
  /// The facts known now, each in one line.
  public let facts: [String]
  /// Who may record the correction.
  public let who: String

  /// What is to be taken up again in a dossier.
  public static func all(
    in fold: StreamFold, directory: StreamFold?, language: Language,
    person: @escaping @Sendable (UserID) -> String? = { _ in nil }
  ) -> [ReopeningView] {
    Reopenings.all(in: fold, directory: directory).map {
      ReopeningView($0, of: fold.stream, language: language, person: person)
    }
  }

  /// Puts a reopening of a dossier into words.
  public init(
    _ reopening: Reopening, of stream: StreamID, language: Language,
    person: @escaping @Sendable (UserID) -> String? = { _ in nil }
  ) {
    let words = FieldPhrasing(language, of: stream, person: person)
    self.reopening = reopening
    key = reopening.subject.key
    let speech = ReopeningSpeech(words: words, entity: EntityPhrasing(phrasing: words.phrasing, person: person))
    what = speech.what(reopening)
    facts = reopening.facts.map(speech.fact)
    who = speech.who(reopening)
  }
}

/// The sentences of a reopening.
struct ReopeningSpeech {
  let words: FieldPhrasing
  let entity: EntityPhrasing

  private func say(_ fr: String, _ en: String) -> String { words.phrasing.say(fr, en) }
  private func day(_ day: CivilDate) -> String { words.phrasing.day(day) }
  private func name(_ user: UserID) -> String { entity.person(user) ?? user.description }

  func what(_ reopening: Reopening) -> String {
    let states = reopening.gave.map { "\(entity.the($0.entity))\(say("\u{202F}: ", ": "))\(state($0))" }
    let gave = states.isEmpty ? "" : " (\(states.joined(separator: say("\u{202F}; ", "; "))))"
    switch reopening.subject {
    case .lapse(let deadline, let on, let due):
      return say(
        "Effet automatique sur \(entity.the(on)), délai \(deadline) échu le \(day(due))",
        "Automatic effect on \(entity.the(on)), deadline \(deadline) over on \(day(due))") + gave
    case .act(let act, _, _):
      return say(
        "Acte «\u{202F}\(ActWords.words(act).fr)\u{202F}» de \(name(reopening.by)), admis le \(day(reopening.day))",
        "Act “\(ActWords.words(act).en)” by \(name(reopening.by)), accepted on \(day(reopening.day))") + gave
    }
  }

  func fact(_ fact: NewFact) -> String {
    let sources = fact.sources.map { source in
      let value = words.words(source.value, of: source.field, in: source.entity.typePath)
      return say(
        "\(entity.the(source.entity)), \(entity.field(source.field, of: source.entity))\u{202F}: \(value), écrit par "
          + "\(name(source.by)) le \(words.phrasing.moment(source.time))",
        "\(entity.the(source.entity)), \(entity.field(source.field, of: source.entity)): \(value), written by "
          + "\(name(source.by)) on \(words.phrasing.moment(source.time))")
    }.joined(separator: say("\u{202F}; ", "; "))
    let counts = fact.day.map { say(", compte du \(day($0))", ", counts from \(day($0))") } ?? ""
    guard let reason = fact.reason else { return sources + counts }
    let why = "\(reason.rule)\(say("\u{202F}: ", ": "))\(reason.text.what.text(in: words.phrasing.language))"
    return sources.isEmpty ? why : "\(why) \(sources)"
  }

  func who(_ reopening: Reopening) -> String {
    let barred = reopening.barred.sorted { $0.description < $1.description }.map(name)
    return barred.isEmpty
      ? say("Un expert décisionnaire.", "A decision expert.")
      : say(
        "Un expert décisionnaire, mais pas \(barred.joined(separator: ", ")), dont l'indépendance est en cause.",
        "A decision expert, but not \(barred.joined(separator: ", ")), whose independence is the cause.")
  }

  private func state(_ move: Reopening.Move) -> String {
    CorrectedMachine.words(of: move.state)?.text(in: words.phrasing.language) ?? move.state
  }
}
