import ArgumentParser
import CommandLineProgram
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
      Serve.self, Tenant.self, User.self, Invite.self, Assign.self, Device.self, Service.self, PublicList.self,
      Sweep.self, Verify.self, Backup.self, Restore.self, Recovery.self,
      DigestCommand.self, TestClockCommand.self,
    ])

  static func main() async { await CommandLineProgram.run(ConstatServerProgram.self) }
}
