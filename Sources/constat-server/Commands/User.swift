import ArgumentParser
import AuditModel
import ServerCore
import SyncCore
import Terminal

/// `user`: the people of the directory.
struct User: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "user", abstract: Console.say("Les personnes", "The people"),
    subcommands: [UserAdd.self, UserPassword.self, UserDeactivate.self])
}

/// `user add`: enters a person with their roles and says the id devices and assignments go by.
struct UserAdd: ServerCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: Console.say("Inscrire une personne", "Enter a person"),
    discussion: Console.say("Rôles\u{202F}: ", "Roles: ") + Role.allCases.map(\.rawValue).joined(separator: ", "))

  @Option(name: .long, help: ArgumentHelp(Console.say("Le nom montré.", "The name shown.")))
  var name: String

  @Option(
    name: .long,
    help: ArgumentHelp(Console.say("Un rôle\u{202F}; plusieurs fois au besoin.", "A role; several times if need be.")))
  var role: [String]

  @OptionGroup var place: DataOptions
  @OptionGroup var output: OutputOptions

  func answer() async throws -> Answer {
    let roles = try Set(role.map(Role.named))
    guard !roles.isEmpty else {
      throw CommandFailure(
        "no-role", .usage, fr: "Donnez au moins un --role.", en: "Give at least one --role.")
    }
    guard !name.isEmpty, name.utf8.count <= 200 else {
      throw CommandFailure(
        "bad-name", .usage, fr: "Le nom doit tenir en 1 à 200 octets.", en: "The name must hold 1 to 200 bytes.")
    }
    let server = try place.open()
    let user: UserID
    do { user = try await server.addUser(name: name, roles: roles) } catch let fault as ChangeFault {
      throw CommandFailure(
        "bad-name", .usage, fr: "Ce nom ne s'écrit pas dans une ligne (\(fault)). Donnez-en un autre.",
        en: "This name fits no line (\(fault)). Give another.")
    }
    return Answer(
      "user.add", lines: [user.description],
      members: [
        ("user", .string(user.description)), ("roles", .array(roles.map(\.rawValue).sorted().map { .string($0) })),
      ])
  }

}

extension Role {
  /// The role a word names, in the directory's spelling or in either language.
  ///
  /// - Throws: `CommandFailure` for another word.
  static func named(_ word: String) throws -> Role {
    let typed = word.lowercased()
    guard let role = Role.allCases.first(where: { [$0.rawValue, $0.words.fr, $0.words.en].contains(typed) }) else {
      let known = Role.allCases.map(\.rawValue).joined(separator: ", ")
      throw CommandFailure(
        "unknown-role", .usage, fr: "Rôle inconnu\u{202F}: «\u{202F}\(word)\u{202F}». Rôles\u{202F}: \(known).",
        en: "Unknown role: “\(word)”. Roles: \(known).")
    }
    return role
  }
}
