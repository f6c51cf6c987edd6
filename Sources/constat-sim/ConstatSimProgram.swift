import ArgumentParser
import Foundation
import Terminal

/// Scenarios, seeds and figures: what scripts test and drive sync with.
@main
struct ConstatSimProgram: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "constat-sim",
    abstract: Console.say(
      "Scénarios, simulations et mesures de la synchronisation", "Scenarios, simulations and figures of the sync"),
    discussion: Console.say(
      "Codes de sortie\u{202F}: 0 fait, 1 une attente est fausse ou une erreur, 2 usage.",
      "Exit codes: 0 done, 1 an expectation is false or an error, 2 usage."),
    version: "0.1.0",
    subcommands: [Fold.self, Run.self, Explore.self, BenchCommand.self])

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
      let text = fullMessage(for: error)
      if !text.isEmpty { Console.write(text, to: code.isSuccess ? .standardOutput : .standardError) }
      Foundation.exit(code.isSuccess ? 0 : code == .validationFailure ? ExitStatus.usage.rawValue : 1)
    }
  }
}
