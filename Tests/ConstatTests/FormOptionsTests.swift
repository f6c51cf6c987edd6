import ArgumentParser
import AuditDesk
import Foundation
import Testing

@testable import constat

@Suite("forms on the terminal")
struct FormOptionsTests {
  /// Every command of a form below a command.
  private static func formCommands(below root: any ParsableCommand.Type) -> [any FormCommand.Type] {
    root.configuration.subcommands.flatMap { command in
      ((command as? any FormCommand.Type).map { [$0] } ?? []) + formCommands(below: command)
    }
  }

  /// One argument or option as the parser describes it.
  private struct Described: Decodable {
    struct Name: Decodable { let name: String }
    struct Command: Decodable { let arguments: [Described]? }
    struct Tool: Decodable { let command: Command }
    let kind: String
    let preferredName: Name?
    let valueName: String?

    static func all(of type: any ParsableArguments.Type) throws -> [Described] {
      try JSONDecoder().decode(Tool.self, from: Data(type._dumpHelp().utf8)).command.arguments ?? []
    }
  }

  /// A command line that gives everything a command takes beside what all commands take.
  private static func everything(_ type: any FormCommand.Type) throws -> [String] {
    let common = Set(try Described.all(of: CommonOptions.self).compactMap(\.preferredName?.name) + ["help", "version"])
    return try Described.all(of: type).flatMap { described -> [String] in
      if let name = described.preferredName?.name, common.contains(name) { return [] }
      switch described.kind {
      case "positional": return ["1"]
      case "option": return described.preferredName.map { ["--\($0.name)", "1"] } ?? []
      default: return described.preferredName.map { ["--\($0.name)"] } ?? []
      }
    }
  }

  @Test func `every input of a form is an argument or an option of its command, and nothing else is`() throws {
    let commands = Self.formCommands(below: Constat.self)
    #expect(commands.count > 40)
    for command in commands {
      let parsed = try command.parse(try Self.everything(command))
      let given = Set(parsed.given.filter { !$0.value.isEmpty }.keys)
      #expect(given == Set(command.form.inputs.map(\.name)), "\(command.form.name)")
    }
  }
}
