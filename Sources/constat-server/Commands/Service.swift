import ArgumentParser
import AuditModel
import ServerCore
import SyncCore
import Terminal
import WorkingDays

/// `service`: accounts of other tools.
struct Service: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "service", abstract: Console.say("Les comptes d'autres outils", "The accounts of other tools"),
    subcommands: [ServiceAdd.self])
}

/// `service add`: an account that joins by code like a device, its roles and streams fixed here.
struct ServiceAdd: ServerCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: Console.say("Créer un compte de service", "Make a service account"),
    discussion: Console.say(
      "Il voit l'annuaire et les flux nommés, quel que soit son rôle\u{202F}; --all-streams lui donne tout ce que voit ce "
        + "rôle. Il n'ouvre aucun dossier.\nRôles\u{202F}: ",
      "It sees the directory and the streams named, whatever its role; --all-streams gives it all that the role sees. "
        + "It opens no dossier.\nRoles: ") + Role.allCases.map(\.rawValue).joined(separator: ", "))

  @Option(name: .long, help: ArgumentHelp(Console.say("Le nom montré.", "The name shown.")))
  var name: String

  @Option(
    name: .long,
    help: ArgumentHelp(Console.say("Un rôle\u{202F}; plusieurs fois au besoin.", "A role; several times if need be.")))
  var role: [String]

  @Option(
    name: .long,
    help: ArgumentHelp(
      Console.say(
        "Un organisme ou un dossier\u{202F}; plusieurs fois au besoin.",
        "An organisation or a dossier; several times if need be.")))
  var stream: [String] = []

  @Flag(
    name: .long, help: ArgumentHelp(Console.say("Tout ce que voit le rôle.", "All that the role sees.")))
  var allStreams = false

  @OptionGroup var place: DataOptions
  @OptionGroup var output: OutputOptions

  func answer() async throws -> Answer {
    let roles = try Set(role.map(Role.named))
    guard !roles.isEmpty else {
      throw CommandFailure("no-role", .usage, fr: "Donnez au moins un --role.", en: "Give at least one --role.")
    }
    guard !name.isEmpty, name.utf8.count <= 200 else {
      throw CommandFailure(
        "bad-name", .usage, fr: "Le nom doit tenir en 1 à 200 octets.", en: "The name must hold 1 to 200 bytes.")
    }
    guard stream.isEmpty == allStreams else {
      throw CommandFailure(
        "no-stream", .usage, fr: "Nommez au moins un --stream, ou donnez --all-streams, pas les deux.",
        en: "Name at least one --stream, or give --all-streams, not both.")
    }
    let streams = try Set(stream.map(StreamID.named))
    let service: (user: UserID, code: String, expires: Int64)
    do {
      service = try await place.open().addService(name: name, roles: roles, streams: streams)
    } catch let fault as ChangeFault {
      throw CommandFailure(
        "bad-name", .usage, fr: "Ce nom ne s'écrit pas dans une ligne (\(fault)). Donnez-en un autre.",
        en: "This name fits no line (\(fault)). Give another.")
    }
    let until = Instant(clampingMillisecondsSince1970: service.expires)
    return Answer(
      "service.add",
      lines: [
        service.user.description, service.code,
        Console.say("Code valable une fois, jusqu'au \(until) (UTC).", "Code good once, until \(until) (UTC)."),
      ],
      members: [
        ("user", .string(service.user.description)), ("code", .string(service.code)),
        ("expires", .integer(service.expires)),
        ("roles", .array(roles.map(\.rawValue).sorted().map { .string($0) })),
        ("streams", .array(streams.sorted().map { .string($0.description) })),
      ])
  }
}
