import ArgumentParser
import AuditModel
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
    _ = try place.item(indicator)
    try place.requireSite(site)
    guard place.board.samples.contains(where: { $0.key == sample }) else {
      throw CommandFailure(
        "unknown-sample", .usage,
        fr:
          "« \(sample) » n'est pas une prestation du plan : \(place.board.samples.map(\.key).joined(separator: ", ")).",
        en: "“\(sample)” is no sample of the plan: \(place.board.samples.map(\.key).joined(separator: ", ")).")
    }
    try session.capture(place.stream) {
      $0.observe(place.audit, indicator: indicator, site: site, sample: sample, text: text)
    }
    return Answer(
      "observation.add", lines: [session.say("Constat enregistré sur ce poste.", "Observation saved here.")])
  }
}

extension AuditPlace {
  func requireSite(_ site: String) throws {
    guard board.sites.contains(where: { $0.key == site }) else {
      throw CommandFailure(
        "unknown-site", .usage,
        fr: "« \(site) » n'est pas un site du plan : \(board.sites.map(\.key).joined(separator: ", ")).",
        en: "“\(site)” is no site of the plan: \(board.sites.map(\.key).joined(separator: ", ")).")
    }
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
