import ArgumentParser
import ServerCore
import SyncCore
import Terminal

/// `assign`: gives a user streams, beside those they have.
struct Assign: ServerCommand {
  static let configuration = CommandConfiguration(
    commandName: "assign", abstract: Console.say("Affecter des dossiers à une personne", "Assign dossiers to a person"))

  @Argument(
    help: ArgumentHelp(
      Console.say("L'identifiant rendu par «\u{202F}user add\u{202F}».", "The id “user add” gave.")))
  var user: String

  @Argument(
    help: ArgumentHelp(
      Console.say(
        "Organismes et dossiers\u{202F}: organisation.<siren>, dossier.qualiopi.<siren>…",
        "Bodies and dossiers: organisation.<siren>, dossier.qualiopi.<siren>…")))
  var stream: [String]

  @Option(
    help: ArgumentHelp(
      Console.say(
        "Les retire dans le même geste à cette personne\u{202F}: ce que son poste a déjà saisi sera admis à son retour.",
        "Takes them from this person in the same act: what their device has recorded is admitted when it comes back.")))
  var insteadOf: String?

  @OptionGroup var place: DataOptions
  @OptionGroup var output: OutputOptions

  func answer() async throws -> Answer {
    let streams = try stream.map(StreamID.named)
    guard !streams.isEmpty else {
      throw CommandFailure("no-stream", .usage, fr: "Nommez au moins un flux.", en: "Name at least one stream.")
    }
    let names = Set(streams).sorted().map(\.description)
    let server = try place.open()
    if let insteadOf {
      try await server.handOn(Set(streams), from: try UserID.named(insteadOf), to: try UserID.named(user))
    } else {
      try await server.assign(try UserID.named(user), streams: Set(streams))
    }
    var lines = [
      Console.say("«\u{202F}\(user)\u{202F}» suit désormais\u{202F}: ", "“\(user)” now has: ")
        + names.joined(separator: ", ")
    ]
    if let insteadOf {
      lines.append(
        Console.say(
          "«\u{202F}\(insteadOf)\u{202F}» ne les suit plus\u{202F}; ce que son poste a saisi avant de l'apprendre sera admis.",
          "“\(insteadOf)” has them no more; what their device recorded before it heard of it will be admitted."))
    }
    return Answer(
      "assign", lines: lines,
      members: [
        ("user", .string(user)), ("streams", .array(names.map { .string($0) })),
        ("insteadOf", insteadOf.map { .string($0) } ?? .null),
      ])
  }
}

extension StreamID {
  /// The stream typed.
  ///
  /// - Throws: `CommandFailure` for a text that is none.
  static func named(_ text: String) throws -> StreamID {
    guard let stream = StreamID(text) else {
      throw CommandFailure(
        "bad-stream", .usage,
        fr: "«\u{202F}\(text)\u{202F}» n'est pas un flux tel que dossier.qualiopi.<siren>.",
        en: "“\(text)” is no stream such as dossier.qualiopi.<siren>.")
    }
    return stream
  }
}
