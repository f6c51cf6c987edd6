import ArgumentParser
import SchemeRules
import TestSupport
import Testing

@testable import constat

/// What `audit next` tells people to type is a command of this program.
@Suite struct GuideCommandTests {
  /// The nouns and verbs of the program, as `noun verb`.
  private static let commands: Set<String> = Set(
    CommandGroups.all.flatMap(\.subcommands).flatMap { noun in
      noun.configuration.subcommands.map { verb in
        "\(noun.configuration.commandName ?? "") \(verb.configuration.commandName ?? "")"
      }
    })

  /// The first two words of each command that the guide's sources name.
  private static func named() throws -> [String] {
    try RepositoryFiles.swift(under: "Sources/SchemeRules/Guide").flatMap { file in
      file.text.matches(of: /"(?:R|T)-[A-Z]+-[A-Z]?\d+",\s*\["([a-z-]+)", "([a-z-]+)"/).map { "\($0.1) \($0.2)" }
    }
  }

  @Test func `each command the guide names is one of the program`() throws {
    let named = try Self.named()
    #expect(named.count > 20, "the guide's sources are read")
    #expect(Set(named).subtracting(Self.commands).sorted() == [])
  }
}
