import ArgumentParser
import AuditModel
import Foundation
import SchemeRules
import SyncCore
import Terminal

/// `rule`: the rules the software keeps, and how.
struct RuleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rule", abstract: Console.say("Règles tenues par le logiciel", "Rules the software keeps"),
    subcommands: [RuleList.self, RuleShow.self, RulePage.self], aliases: Words.aliases(noun: "rule"))
}

/// `rule list`: every rule in one sentence, or those of a kind or holding some words; needs no profile.
struct RuleList: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: Console.say("Lister les règles", "List the rules"),
    discussion: Console.say(
      """
      Natures : garde-fou, échéance, état, autorité, document, tarif, notification, point-d'audit, information, transition, lecture.

      Exemples
        constat règle liste mineure
        constat règle liste --kind tarif
      """,
      """
      Kinds: guard, deadline, state, authority, document, fee, notification, checklist, information, transition, reading.

      Examples
        constat rule list minor
        constat rule list --kind fee
      """),
    aliases: Words.aliases(verb: "list"))

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp(Console.say("Mots que la règle contient.", "Words that the rule holds.")))
  var words: [String] = []
  @Option(help: ArgumentHelp(Console.say("Nature de la règle.", "Kind of rule."))) var kind: String?
  @Option(help: ArgumentHelp(Console.say("Schéma : qualiopi.", "Scheme: qualiopi."))) var scheme: String?

  func run() async throws {
    try await Rim.run(common) { _, language, _ in try answer(language) }
  }

  private func answer(_ language: Language) throws -> Answer {
    let wanted = try kind.map(Self.kind)
    try scheme.map(Self.checkScheme)
    let found = Set(RuleRegister.search(words.joined(separator: " ")).map(\.id))
    let chapters = RuleRegister.qualiopiChapters.compactMap { chapter in
      chapter.keeping { found.contains($0.id) && (wanted == nil || wanted == $0.kind) }
    }
    let none = LocalizedText(fr: "Aucune règle ne contient ces mots.", en: "No rule holds these words.")
    return Answer(
      "rule.list",
      lines: chapters.isEmpty ? [none.text(in: language)] : RuleLines.list(chapters, in: language),
      members: [("rules", .array(chapters.flatMap(\.entries).map { .sorted($0.briefMembers) }))])
  }

  private static func kind(_ typed: String) throws -> RuleKind {
    let kinds = RuleKind.allCases.map(\.rawValue)
    if let kind = Words.value(typed, among: kinds).flatMap(RuleKind.init) { return kind }
    throw CommandFailure(
      "unknown-kind", .usage,
      fr: "« \(typed) » n'est pas une nature de règle. Les natures : "
        + RuleKind.allCases.map(\.words.fr).joined(separator: ", ") + ".",
      en: "“\(typed)” is no kind of rule. The kinds: " + kinds.joined(separator: ", ") + ".")
  }

  private static func checkScheme(_ typed: String) throws {
    let known = RuleRegister.schemes.map(\.rawValue)
    guard Words.value(typed, among: known) == nil else { return }
    let names = known.joined(separator: ", ")
    throw CommandFailure(
      "unknown-scheme", .usage, fr: "Le registre des règles n'a pas de schéma « \(typed) ». Il a : \(names).",
      en: "The register of rules has no scheme “\(typed)”. It has: \(names).")
  }
}

/// `rule show`: one rule whole; needs no profile.
struct RuleShow: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: Console.say("Montrer une règle", "Show a rule"),
    discussion: Console.say("Exemple", "Example") + "\n\n    constat rule show R-QUAL-71",
    aliases: Words.aliases(verb: "show"))

  @OptionGroup var common: CommonOptions
  @Argument(
    help: ArgumentHelp(
      Console.say("Identifiant (R-…, T-…, DL-… ou A-…).", "Id (R-…, T-…, DL-… or A-…).")))
  var id: String

  func run() async throws {
    try await Rim.run(common) { _, language, _ in
      guard let entry = RegisterID(id.uppercased()).flatMap(RuleRegister.entry) else { throw Self.unknown(id) }
      return Answer("rule.show", lines: RuleLines.sheet(RuleSheet(entry), in: language), members: entry.members)
    }
  }

  private static func unknown(_ typed: String) -> CommandFailure {
    let near = RuleRegister.idsNear(typed).map(\.description).joined(separator: ", ")
    return CommandFailure(
      "unknown-rule", .usage,
      fr: "Le registre n'a pas de règle « \(typed) ». " + (near.isEmpty ? "" : "Les plus proches : \(near). ")
        + "« constat règle liste » les donne toutes.",
      en: "The register has no rule “\(typed)”. " + (near.isEmpty ? "" : "The nearest: \(near). ")
        + "“constat rule list” gives them all.")
  }
}

/// `rule page`: the page `Protocol/rules.md`, the same in every language of the process.
struct RulePage: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "page", abstract: Console.say("Page des règles, en Markdown", "The page of rules, in Markdown"),
    shouldDisplay: false)

  func run() throws { FileHandle.standardOutput.write(Data(RuleRegisterPage.text().utf8)) }
}
