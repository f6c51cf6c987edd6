import ArgumentParser
import AuditModel
import AuditSchema
import AuditDesk
import FieldClient
import ReplicaStore
import SyncCore
import Terminal

/// `body`: an organisation as the register knows it.
struct BodyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "body", abstract: Console.say("Organismes et faits du registre", "Bodies and facts of the register"),
    subcommands: [BodyShow.self, BodyCorrect.self], aliases: Words.aliases(noun: "body"))

  static let facts: [FieldName] = ["legalName", "address", "siren", "nda", "qualiopi", "actionCategories"]

  static func place(_ key: String) throws -> (stream: StreamID, body: EntityID) {
    guard let stream = StreamID.organisation(key), let body = AuditNames.body(key) else {
      throw CommandFailure(
        "bad-body", .usage, fr: "« \(key) » ne désigne pas un organisme : donnez son SIREN.",
        en: "“\(key)” names no body: give its SIREN.")
    }
    return (stream, body)
  }
}

/// `body show`: the facts, each with where it comes from.
struct BodyShow: ConstatCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: Console.say("Faits d'un organisme et leur provenance", "A body's facts and their source"),
    aliases: Words.aliases(verb: "show"))

  @OptionGroup var common: CommonOptions
  @Argument(help: "SIREN") var siren: String

  func answer(in session: Session) async throws -> Answer {
    let (stream, body) = try BodyCommand.place(siren)
    let fold = try session.store.fold(stream)
    let directory = try session.directory()
    var lines: [String] = []
    var members: [(String, JSONValue)] = [("stream", .string(stream.description))]
    var marks: [ShownMark] = []
    for field in BodyCommand.facts {
      let fact = FactView(field, of: body, in: fold)
      guard let source = fact.source else { continue }
      let mark = fact.isDisputed ? session.say("  ≠ divergence", "  ≠ divergence") : ""
      lines.append(
        "\(label(field, session)) : \(session.words(fact.value))  (\(session.name(of: source.by, in: directory)), "
          + "\(session.moment(source.time)))\(mark)")
      members.append(
        (
          field.description,
          .sorted([
            ("by", .string(source.by.description)), ("change", .string(source.id.description)),
            ("claimed", .integer(source.time)), ("disputed", .bool(fact.isDisputed)), ("value", fact.value ?? .null),
          ])
        ))
      marks.append(ShownMark(entity: body, field: field, heads: fold.heads(field, of: body)))
    }
    try session.store.shown(marks, stream: stream)
    if lines.isEmpty { lines = [session.say("Aucun fait connu de cet organisme.", "No fact known of this body.")] }
    return Answer("body.show", lines: lines, members: members)
  }
}

extension BodyShow {
  private func label(_ field: FieldName, _ session: Session) -> String {
    AuditSchema.current.rule(of: field, in: "body")?.words.text(in: session.language) ?? field.description
  }
}

/// `body correct`: the office corrects a fact of the register.
struct BodyCorrect: ConstatCommand {
  static let configuration = CommandConfiguration(
    commandName: "correct",
    abstract: Console.say(
      "Corriger un fait du registre (service certification)", "Correct a fact of the register (office)"),
    aliases: Words.aliases(verb: "correct"))

  @OptionGroup var common: CommonOptions
  @Argument(help: "SIREN") var siren: String
  @Argument(help: ArgumentHelp(Console.say("legalName ou nda.", "legalName or nda."))) var field: String
  @Argument(help: ArgumentHelp(Console.say("La valeur.", "The value."))) var value: String
  @Option(help: ArgumentHelp(Console.say("Le motif.", "The motive."))) var motive: String

  func answer(in session: Session) async throws -> Answer {
    let (stream, body) = try BodyCommand.place(siren)
    let name: FieldName
    switch field {
    case "legalName", "dénomination", "denomination": name = "legalName"
    case "nda": name = "nda"
    default:
      throw CommandFailure(
        "unknown-field", .usage, fr: "« \(field) » ne se corrige pas ainsi : legalName ou nda.",
        en: "“\(field)” is not corrected this way: legalName or nda.")
    }
    let fold = try session.store.fold(stream)
    // The person names the fact they correct, having asked for it: its value counts as displayed.
    try session.store.shown(
      [ShownMark(entity: body, field: name, heads: fold.heads(name, of: body))], stream: stream)
    try session.capture(stream) { $0.registerFact(name, on: body, .string(value), motive: motive) }
    return Answer(
      "body.correct", lines: [session.say("Fait corrigé.", "Fact corrected.")], members: [("field", .string(field))])
  }
}
