import ArgumentParser
import AuditModel
import AuditDesk
import FieldClient
import SyncCore
import Terminal

/// `observation`: what was seen, by indicator, site and sample.
struct ObservationCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "observation", abstract: Console.say("Constats sur place", "Observations on site"),
    subcommands: [ObservationAdd.self], aliases: Words.aliases(noun: "observation"))
}

/// `observation add`.
struct ObservationAdd: ConstatCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: Console.say("Ajouter un constat", "Add an observation"),
    aliases: Words.aliases(verb: "add"))

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp(Console.say("Indicateur ou point.", "Indicator or point."))) var indicator: String
  @Option(help: ArgumentHelp(Console.say("Site (mot du plan).", "Site (word of the plan)."))) var site: String
  @Option(help: ArgumentHelp(Console.say("Prestation (mot du plan).", "Sample (word of the plan)."))) var sample: String
  @Option(help: ArgumentHelp(Console.say("Audit.", "Audit."))) var audit: String?
  @Argument(help: ArgumentHelp(Console.say("Le constat.", "The observation."))) var text: String

  func answer(in session: Session) async throws -> Answer {
    let place = try AuditPlace.find(audit, in: session)
    let code = try place.item(indicator).localName
    try place.requireWord(site, of: place.board.sites, what: LocalizedText(fr: "un site", en: "a site"))
    try place.requireWord(sample, of: place.board.samples, what: LocalizedText(fr: "une prestation", en: "a sample"))
    let saved = try session.capture(place.stream) {
      $0.observe(place.audit, indicator: code, site: site, sample: sample, text: text)
    }
    guard saved != nil else {
      throw CommandFailure(
        "nothing-written", fr: "Rien n'a été enregistré : ce constat n'a pas trouvé sa place. Vérifiez les mots tapés.",
        en: "Nothing was saved: this observation found no place. Check the words typed.")
    }
    return Answer(
      "observation.add", lines: [session.say("Constat enregistré sur ce poste.", "Observation saved here.")])
  }
}

extension AuditPlace {
  /// A word of the plan; any well-formed word where the audit was not planned and lists none (L11: capture is not
  /// refused for want of a plan).
  func requireWord(_ word: String, of planned: [AuditBoard.Named], what: LocalizedText) throws {
    if planned.isEmpty {
      _ = try Parsing.keyed("\(word)=\(word)", option: "site")
      return
    }
    guard planned.contains(where: { $0.key == word }) else {
      let known = planned.map(\.key).joined(separator: ", ")
      throw CommandFailure(
        "unknown-word", .usage, fr: "« \(word) » n'est pas \(what.fr) du plan : \(known).",
        en: "“\(word)” is not \(what.en) of the plan: \(known).")
    }
  }

  func requireSite(_ site: String) throws {
    try requireWord(site, of: board.sites, what: LocalizedText(fr: "un site", en: "a site"))
  }
}

/// `interview`: who was met, and what they said.
struct InterviewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "interview", abstract: Console.say("Entretiens menés", "Interviews held"),
    subcommands: [InterviewAdd.self], aliases: Words.aliases(noun: "interview"))
}

/// `interview add`.
struct InterviewAdd: ConstatCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: Console.say("Ajouter un entretien", "Add an interview"),
    aliases: Words.aliases(verb: "add"))

  @OptionGroup var common: CommonOptions
  @Option(help: ArgumentHelp(Console.say("Fonction de la personne.", "The person's function."))) var with: String
  @Option(help: ArgumentHelp(Console.say("Site (mot du plan).", "Site (word of the plan)."))) var site: String
  @Option(help: ArgumentHelp(Console.say("Audit.", "Audit."))) var audit: String?
  @Argument(help: ArgumentHelp(Console.say("Ce qui a été dit.", "What was said."))) var text: String

  func answer(in session: Session) async throws -> Answer {
    let place = try AuditPlace.find(audit, in: session)
    try place.requireSite(site)
    try session.capture(place.stream) { $0.interview(place.audit, with: with, site: site, text: text) }
    return Answer("interview.add", lines: [session.say("Entretien enregistré sur ce poste.", "Interview saved here.")])
  }
}
