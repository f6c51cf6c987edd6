import ArgumentParser
import Testing

@testable import CommandLineProgram

/// What the argument parser says of its own, as a French reader gets it.
struct FrenchHelpTests {
  private struct Fictional: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "fictif", abstract: "Un programme d'essai.", version: "1",
      groupedSubcommands: [CommandGroup(name: "Sur le terrain", subcommands: [Inner.self])])
    struct Inner: ParsableCommand {
      static let configuration = CommandConfiguration(commandName: "coter", abstract: "Coter.")
      @Option(help: "Combien.") var count: Int
      @Argument(help: "Quoi.") var what: String
    }
  }

  @Test func `no heading of the help stays in English`() {
    let help = FrenchHelp.of(Fictional.helpMessage()) + FrenchHelp.of(Fictional.Inner.helpMessage())
    for english in ["OVERVIEW", "SUBCOMMANDS", "Show ", "See '", "detailed help"] { #expect(!help.contains(english)) }
    #expect(help.hasPrefix("Un programme d'essai."))
    #expect(help.contains("SUR LE TERRAIN :"))
    #expect(help.contains("Montrer cette aide."))
  }

  @Test(arguments: [
    (["coter", "--count", "beaucoup", "x"], "« beaucoup » ne convient pas à « --count <count> »"),
    (["coter", "--count", "1"], "Il manque « <what> »"), (["coter", "x", "--count"], "Il manque la valeur de"),
    (["coter", "x", "--count", "1", "--nombre", "1"], "Option inconnue : « --nombre »"),
    (["coter", "x", "y", "--count", "1"], "Argument en trop : « y »"),
  ])
  func `what cannot be read is said in French`(arguments: [String], words: String) throws {
    let error = try #require(throws: (any Error).self) { _ = try Fictional.parseAsRoot(arguments) }
    let text = FrenchHelp.of(Fictional.fullMessage(for: error))
    #expect(text.contains(words), "\(text)")
    #expect(text.hasPrefix("Erreur :"), "\(text)")
  }
}
