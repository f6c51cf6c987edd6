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

  @OptionGroup var place: DataOptions
  @OptionGroup var output: OutputOptions

  func answer() async throws -> Answer {
    let streams = try stream.map { text in
      guard let stream = StreamID(text) else {
        throw CommandFailure(
          "bad-stream", .usage,
          fr: "«\u{202F}\(text)\u{202F}» n'est pas un flux tel que dossier.qualiopi.<siren>.",
          en: "“\(text)” is no stream such as dossier.qualiopi.<siren>.")
      }
      return stream
    }
    guard !streams.isEmpty else {
      throw CommandFailure("no-stream", .usage, fr: "Nommez au moins un flux.", en: "Name at least one stream.")
    }
    let names = Set(streams).sorted().map(\.description)
    try await place.open().assign(try UserID.named(user), streams: Set(streams))
    return Answer(
      "assign",
      lines: [
        Console.say("«\u{202F}\(user)\u{202F}» suit désormais\u{202F}: ", "“\(user)” now has: ")
          + names.joined(separator: ", ")
      ],
      members: [("user", .string(user)), ("streams", .array(names.map { .string($0) }))])
  }
}
