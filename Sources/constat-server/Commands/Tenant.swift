import ArgumentParser
import SyncCore
import Terminal

/// `tenant`: the certifiers' closed workspaces.
struct Tenant: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tenant", abstract: Console.say("Les certificateurs", "The tenants"), subcommands: [TenantAdd.self])
}

/// `tenant add`: a new, empty workspace.
struct TenantAdd: ServerCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: Console.say("Créer l'espace d'un certificateur", "Create a certifier's workspace"))

  @Argument(
    help: ArgumentHelp(
      Console.say("Nom court\u{202F}: lettres, chiffres, . _ -", "Short name: letters, digits, . _ -")))
  var name: String

  @OptionGroup var place: DataOptions
  @OptionGroup var output: OutputOptions

  func answer() async throws -> Answer {
    guard let tenant = TenantID(name), !name.hasPrefix("."), !name.hasPrefix("-") else {
      throw CommandFailure(
        "bad-tenant-name", .usage,
        fr: "«\u{202F}\(name)\u{202F}» n'est pas un nom\u{202F}: 1 à 64 lettres, chiffres, points, tirets, sans "
          + "point ni tiret en tête.",
        en: "“\(name)” is no name: 1 to 64 letters, digits, dots, dashes, no dot or dash first.")
    }
    try place.folder.create(tenant)
    return Answer(
      "tenant.add",
      lines: [Console.say("Certificateur «\u{202F}\(tenant)\u{202F}» créé.", "Tenant “\(tenant)” created.")],
      members: [("tenant", .string(tenant.description))])
  }
}
