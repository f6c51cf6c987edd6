import ArgumentParser
import Terminal

/// `fold`: change lines in, visible state out.
struct Fold: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fold", abstract: Console.say("Lire des lignes, écrire l'état", "Read lines, print the state"))

  func run() async throws {}
}
