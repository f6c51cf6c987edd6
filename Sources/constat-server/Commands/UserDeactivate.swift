import ArgumentParser
import ServerCore
import SyncCore
import Terminal

/// `user deactivate`: ends a person's or a service's part in the work.
struct UserDeactivate: ServerCommand {
  static let configuration = CommandConfiguration(
    commandName: "deactivate",
    abstract: Console.say("Mettre fin au travail d'une personne", "End a person's part in the work"),
    discussion: Console.say(
      "Ses postes ne reçoivent plus que l'ordre de purger\u{202F}; ce qu'ils envoient encore est mis de côté pour le "
        + "service certification.",
      "Their devices receive nothing but the order to purge; what they still send is put aside for the office."))

  @Argument(
    help: ArgumentHelp(
      Console.say("L'identifiant rendu par «\u{202F}user add\u{202F}».", "The id “user add” gave.")))
  var user: String

  @OptionGroup var place: DataOptions
  @OptionGroup var output: OutputOptions

  func answer() async throws -> Answer {
    let id = try UserID.named(user)
    let position = try await place.open().deactivate(id)
    return Answer(
      "user.deactivate",
      lines: [
        Console.say(
          "\(id) ne travaille plus depuis la position \(position).", "\(id) works no longer from position \(position).")
      ],
      members: [("user", .string(id.description)), ("position", .integer(Int64(position)))])
  }
}
