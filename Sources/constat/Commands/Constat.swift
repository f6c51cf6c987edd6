import ArgumentParser
import CommandLineProgram
import Terminal

/// The program of auditors and of the office.
@main
struct Constat: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "constat",
    abstract: Console.say(
      "Audits de terrain d'organismes de formation, avec ou sans réseau",
      "Field audits of training bodies, with or without network"),
    discussion: Console.say(
      "Tout ce qui est enregistré l'est d'abord sur ce poste ; « constat sync » l'envoie et reçoit le reste. Sans "
        + "argument : la grille de l'audit en plein écran, sinon l'état du poste.\nCodes de sortie : 0 fait, 1 erreur, 2 usage, 3 une personne doit agir, 4 non "
        + "autorisé, 5 hors ligne (rien n'est perdu), 6 refusé par une règle, 7 stockage verrouillé ou endommagé.",
      "What is saved is saved on this device first; “constat sync” sends it and brings the rest. Without arguments: "
        + "the grid of the audit on a full screen, else the state of the device.\nExit codes: 0 done, 1 error, 2 usage, 3 needs a person, 4 not authorised, "
        + "5 offline (nothing lost), 6 refused by a rule, 7 store locked or damaged."),
    version: "0.1.0",
    subcommands: [],
    groupedSubcommands: CommandGroups.all,
    defaultSubcommand: StatusCommand.self)

  static func main() async {
    await CommandLineProgram.run(Constat.self) {
      #if FullScreen
        if CommandLine.arguments.count == 1 { return try FullScreenClient.run() }
      #endif
      return nil
    }
  }
}
