import ArgumentParser
import Foundation
import SyncCore
import Terminal

/// The server of one certifier, and its administration.
@main
struct ConstatServerProgram: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "constat-server",
    abstract: Console.say(
      "Serveur de synchronisation des audits de terrain", "The synchronisation server of field audits"),
    discussion: Console.say(
      "Les commandes d'administration agissent sur le même fichier pendant que le serveur sert.\nCodes de "
        + "sortie\u{202F}: "
        + "0 fait, 1 erreur, 2 usage, 4 non autorisé, 6 refusé par une règle.",
      "The administration commands act on the same file while the server serves.\nExit codes: 0 done, 1 error, "
        + "2 usage, 4 not authorised, 6 refused by a rule."),
    version: "0.1.0",
    subcommands: [
      Serve.self, Tenant.self, User.self, Invite.self, Assign.self, PublicList.self, Verify.self, DigestCommand.self,
    ])

  /// Usage errors end with 2, not with the parser's 64 (DESIGN §11).
  static func main() async {
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let exit as ExitCode {
      Foundation.exit(exit.rawValue)
    } catch {
      let code = exitCode(for: error)
      guard !code.isSuccess else {
        Console.write(fullMessage(for: error), to: .standardOutput)
        return
      }
      if CommandLine.arguments.contains("--json") {
        Console(program: "constat-server", language: Console.processLanguage, json: true).write(
          CommandFailure("usage", .usage, fr: message(for: error), en: message(for: error)))
      } else {
        Console.write(fullMessage(for: error), to: .standardError)
      }
      Foundation.exit(code == .validationFailure ? ExitStatus.usage.rawValue : ExitStatus.failed.rawValue)
    }
  }
}
