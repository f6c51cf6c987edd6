import ArgumentParser
import AuditModel
import Foundation
import ServerCore
import SyncCore
import Terminal

/// `user password`: what a person signs in to the pages with; the password comes on standard input, never as an argument.
struct UserPassword: ServerCommand {
  static let configuration = CommandConfiguration(
    commandName: "password",
    abstract: Console.say(
      "Donner identifiant et mot de passe de la console web", "Give a web console name and password"),
    discussion: Console.say(
      "Le mot de passe est lu sur l'entrée standard, une ligne d'au moins 12 caractères. Les sessions ouvertes de la "
        + "personne se terminent.",
      "The password is read from standard input, one line of at least 12 characters. The person's open sessions end."))

  @Argument(help: ArgumentHelp(Console.say("L'identifiant de la personne, u-….", "The person's id, u-….")))
  var user: String
  @Option(
    name: .long,
    help: ArgumentHelp(
      Console.say("Ce qu'elle tapera : 3 à 64 lettres, chiffres, . _ @ -.", "What they will type.")))
  var login: String

  @OptionGroup var place: DataOptions
  @OptionGroup var output: OutputOptions

  func answer() async throws -> Answer {
    let id = try UserID.named(user)
    guard let name = LoginName(login) else {
      throw CommandFailure(
        "bad-login", .usage,
        fr: "« \(login) » : prenez 3 à 64 lettres sans accent, chiffres, points, tirets ou @.",
        en: "“\(login)”: take 3 to 64 plain letters, digits, dots, dashes or @.")
    }
    guard let password = PasswordInput.line() else {
      throw CommandFailure(
        "no-password", .usage, fr: "Donnez le mot de passe sur l'entrée standard.",
        en: "Give the password on standard input.")
    }
    do {
      try await place.open().setPassword(of: id, login: name, password: password)
    } catch let fault as PasswordFault {
      throw Self.failure(fault)
    }
    return Answer(
      "user.password",
      lines: [
        Console.say(
          "Enregistré. Cette personne se connecte avec « \(name) ».", "Saved. This person signs in as “\(name)”.")
      ],
      members: [("user", .string(id.description)), ("login", .string(name.description))])
  }

  private static func failure(_ fault: PasswordFault) -> CommandFailure {
    switch fault {
    case .tooShort:
      CommandFailure(
        "password-too-short", .usage,
        fr: "Le mot de passe doit avoir au moins \(ServerLimits.passwordCharactersMin) caractères : prenez une phrase.",
        en: "The password must have at least \(ServerLimits.passwordCharactersMin) characters: take a phrase.")
    case .tooLong:
      CommandFailure(
        "password-too-long", .usage, fr: "Le mot de passe dépasse \(ServerLimits.passwordBytesMax) octets.",
        en: "The password is over \(ServerLimits.passwordBytesMax) bytes.")
    case .loginTaken(let login):
      CommandFailure(
        "login-taken", fr: "« \(login) » est déjà pris par une autre personne. Choisissez-en un autre.",
        en: "“\(login)” is taken by another person. Choose another.")
    }
  }
}

/// One line of standard input, not shown while it is typed at a terminal.
enum PasswordInput {
  static func line() -> String? {
    guard isatty(STDIN_FILENO) == 1 else { return readLine(strippingNewline: true) }
    var settings = termios()
    guard tcgetattr(STDIN_FILENO, &settings) == 0 else { return nil }
    var silent = settings
    silent.c_lflag &= ~tcflag_t(ECHO)
    Console.write(Console.say("Mot de passe : ", "Password: "), to: .standardError)
    guard tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent) == 0 else { return nil }
    defer { tcsetattr(STDIN_FILENO, TCSAFLUSH, &settings) }
    return readLine(strippingNewline: true)
  }
}
