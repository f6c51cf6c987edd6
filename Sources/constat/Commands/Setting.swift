import ArgumentParser
import AuditDesk
import AuditModel
import AuditSchema
import ReplicaStore
import SchemeRules
import SyncCore
import Terminal
import WorkingDays

/// `setting`: the readings a certifier adopts where the sources are silent.
struct SettingCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "setting", abstract: Console.say("Réglages des règles", "Settings of the rules"),
    subcommands: [SettingList.self, SettingShow.self, SettingSet.self], aliases: Words.aliases(noun: "setting"))

  static func named(_ name: String) throws -> SettingDefinition {
    guard let setting = SettingCatalogue.named(name) else {
      throw CommandFailure(
        "unknown-setting", .usage, fr: "« \(name) » n'est pas un réglage. « constat réglage liste » les montre.",
        en: "“\(name)” is no setting. “constat setting list” shows them.")
    }
    return setting
  }
}

/// `setting list`: each setting with its value in force.
struct SettingList: ConstatCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: Console.say("Réglages et valeurs en vigueur", "Settings and values in force"),
    aliases: Words.aliases(verb: "list"))

  @OptionGroup var common: CommonOptions
  @Option(help: ArgumentHelp(Console.say("Au jour dit ; défaut : aujourd'hui.", "On that day; default: today.")))
  var on: String?

  func answer(in session: Session) async throws -> Answer {
    let day = try on.map { try Parsing.day($0) } ?? session.today
    let settings = QualiopiSettings.inForce(directory: try session.store.fold(.directory), on: day)
    let lines = SettingCatalogue.all.flatMap { setting in
      let value = setting.value(in: settings)
      return ["\(setting.name) = \(value.isEmpty ? "—" : value)  (\(setting.reading))"]
        + HangingIndent.lines("    ", setting.words.text(in: session.language))
    }
    return Answer(
      "setting.list", lines: lines,
      members: [
        (
          "settings",
          .array(
            SettingCatalogue.all.map {
              .sorted([
                ("default", .string($0.standard)), ("name", .string($0.name)), ("reading", .string($0.reading)),
                ("value", .string($0.value(in: settings))),
              ])
            })
        )
      ])
  }
}

/// `setting show`: one setting, its reading and every value it had.
struct SettingShow: ConstatCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: Console.say("Montrer un réglage et ses valeurs", "Show a setting and its values"),
    aliases: Words.aliases(verb: "show"))

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp(Console.say("Nom du réglage.", "Name of the setting."))) var name: String

  func answer(in session: Session) async throws -> Answer {
    let setting = try SettingCommand.named(name)
    let values = SettingValue.all(of: setting, in: try session.store.fold(.directory))
    return Answer(
      "setting.show", lines: lines(setting, values, session),
      members: [
        ("name", .string(setting.name)), ("reading", .string(setting.reading)), ("default", .string(setting.standard)),
        ("values", .array(values.map(\.json))),
      ])
  }

  private func lines(_ setting: SettingDefinition, _ values: [SettingValue], _ session: Session) -> [String] {
    let adopted = AdoptedReading.all.first { $0.id == setting.reading }
    var lines = ["\(setting.name)  (\(setting.reading))"]
    lines += HangingIndent.lines("  ", setting.words.text(in: session.language))
    if let adopted {
      lines += HangingIndent.lines(
        "  ", session.say("lecture adoptée : ", "reading adopted: ") + adopted.words.text(in: session.language))
    }
    lines.append(session.say("  valeurs : ", "  values: ") + setting.choices.text(in: session.language))
    lines.append(
      session.say("  par défaut : ", "  default: ") + (setting.standard.isEmpty ? "—" : setting.standard))
    return lines
      + values.map {
        session.say("  à partir du ", "  from ") + session.day($0.from.description) + session.say(" : ", ": ")
          + SafeText($0.text).description
      }
  }
}

/// `setting set`: the office adopts another reading from a day on.
struct SettingSet: ConstatCommand {
  static let configuration = CommandConfiguration(
    commandName: "set",
    abstract: Console.say(
      "Adopter une autre valeur à partir d'un jour (service certification)",
      "Adopt another value from a day on (certification office)"),
    discussion: Console.say(
      "Un délai qui court garde la valeur en vigueur à son départ ; un audit, celle de son premier jour (R-TIME-19).",
      "A delay that runs keeps the value in force at its trigger; an audit that of its first day (R-TIME-19)."),
    aliases: Words.aliases(verb: "set"))

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp(Console.say("Nom du réglage.", "Name of the setting."))) var name: String
  @Argument(help: ArgumentHelp(Console.say("Valeur.", "Value."))) var value: String
  @Option(help: ArgumentHelp(Console.say("Premier jour, AAAA-MM-JJ.", "First day, YYYY-MM-DD."))) var from: String

  func answer(in session: Session) async throws -> Answer {
    let setting = try SettingCommand.named(name)
    let day = try Parsing.day(from)
    guard let text = setting.spelling(of: value) else {
      throw CommandFailure(
        "bad-setting", .usage,
        fr: "« \(value) » ne convient pas pour \(setting.name) : \(setting.choices.fr).",
        en: "“\(value)” will not do for \(setting.name): \(setting.choices.en).")
    }
    guard !(try session.author().roles.isDisjoint(with: [.office, .administrator])) else {
      throw CommandFailure(
        "office-only", .notAuthorised,
        fr: "Les réglages sont du ressort du service certification. Rien n'a été enregistré.",
        en: "Settings are the certification office's. Nothing was saved.")
    }
    let saved = SettingValue(from: day, text: text)
    try session.capture(.directory) { $0.setting(setting, to: saved) }
    return Answer(
      "setting.set",
      lines: [
        session.say("Enregistré : ", "Saved: ") + "\(setting.name) = \(text.isEmpty ? "—" : text), "
          + session.say("à partir du ", "from ") + session.day(day.description) + "."
      ],
      members: [
        ("name", .string(setting.name)), ("from", .string(day.description)), ("value", .string(text)),
      ])
  }
}
