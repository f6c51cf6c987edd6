import ArgumentParser
import CommandLineProgram
import Terminal

/// Scenarios, seeds and figures: what scripts test and drive sync with.
@main
struct ConstatSimProgram: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "constat-sim",
    abstract: Console.say(
      "Scénarios, simulations et mesures de la synchronisation", "Scenarios, simulations and figures of the sync"),
    discussion: Console.say(
      "Codes de sortie : 0 fait, 1 une attente est fausse ou une erreur, 2 usage.",
      "Exit codes: 0 done, 1 an expectation is false or an error, 2 usage."),
    version: "0.1.0",
    subcommands: [Fold.self, Run.self, Explore.self, BenchCommand.self])

  static func main() async { await CommandLineProgram.run(ConstatSimProgram.self) }
}
