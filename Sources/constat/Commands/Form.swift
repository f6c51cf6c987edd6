import ArgumentParser
import AuditDesk
import AuditModel
import Foundation
import SyncCore
import Terminal

/// `form`: what each intention asks, for people and for those who write scenarios and scripts; needs no profile.
struct FormsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "form",
    abstract: Console.say("Ce que chaque acte ou fait demande", "What each act or fact asks for"),
    subcommands: [FormList.self, FormShow.self], aliases: Words.aliases(noun: "form"))
}

/// `form list`.
struct FormList: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: Console.say("Tous les formulaires", "All forms"),
    aliases: Words.aliases(verb: "list"))

  @OptionGroup var common: CommonOptions

  func run() async throws {
    try await Rim.run(common) { _, language, _ in
      Answer(
        "form.list",
        lines: ActForm.all.map { form in
          form.name.padding(toLength: 24, withPad: " ", startingAt: 0) + form.words.text(in: language)
        },
        members: [("forms", .array(ActForm.all.map { .string($0.name) }))])
    }
  }
}

/// `form show`: inputs, who may, documents, deadline, rules.
struct FormShow: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: Console.say("Un formulaire en entier", "One form as a whole"),
    aliases: Words.aliases(verb: "show"))

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp(Console.say("Son nom, comme mail.record.", "Its name, such as mail.record."))) var name:
    String

  func run() async throws {
    try await Rim.run(common) { _, language, _ in
      guard let form = ActForm.named(name) else {
        throw CommandFailure(
          "unknown-form", .usage, fr: "« \(name) » n'est pas un formulaire : « constat formulaire liste » les montre.",
          en: "“\(name)” is no form: “constat form list” shows them.")
      }
      return Answer(
        "form.show",
        lines: [form.words.text(in: language)] + FormHelp(form).text().split(separator: "\n").map(String.init)
          + form.inputs.map { Self.line($0, language) },
        members: [
          ("form", .string(form.name)), ("on", .string(form.entityType)),
          ("inputs", .array(form.inputs.map(Self.json))),
        ])
    }
  }

  private static func line(_ input: ActInput, _ language: Language) -> String {
    let marks = [
      input.isRequired ? LocalizedText(fr: "obligatoire", en: "required") : nil,
      input.isRepeated ? LocalizedText(fr: "répétable", en: "repeatable") : nil,
    ].compactMap { $0?.text(in: language) }
    return "  \(input.name) — \(input.words.text(in: language)) : \(input.expectation.text(in: language))"
      + (marks.isEmpty ? "" : " (\(marks.joined(separator: ", ")))")
  }

  private static func json(_ input: ActInput) -> JSONValue {
    .sorted([
      ("name", .string(input.name)), ("repeated", .bool(input.isRepeated)), ("required", .bool(input.isRequired)),
    ])
  }
}
