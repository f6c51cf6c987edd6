public import ArgumentParser
import AuditModel
import Foundation
public import Terminal

/// The one way in and out of the project's programs: arguments in, the command run, an exit code out.
public enum CommandLineProgram {
  /// Runs a program from its arguments to its end.
  /// - Parameters:
  ///   - root: the command above all others.
  ///   - first: asked on the main thread before any argument is read; a status it returns ends the program.
  @MainActor
  public static func run<Root: AsyncParsableCommand>(
    _ root: Root.Type, first: @MainActor () throws -> ExitStatus? = { nil }
  ) async -> Never {
    do {
      if let status = try first() { exit(status.rawValue) }
      var command = try root.parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      let end = ProgramEnd(of: root, by: error)
      say(end, program: root.configuration.commandName ?? "")
      exit(end.code)
    }
    exit(ExitStatus.done.rawValue)
  }

  private static func say(_ end: ProgramEnd, program: String) {
    switch end.words {
    case .none: break
    case .answer(let text): Console.write(localized(text), to: .standardOutput)
    case .failure(let brief, let full):
      // Which command it was may be the very thing that could not be read, and with it its options.
      guard CommandLine.arguments.contains("--json") else { return Console.write(localized(full), to: .standardError) }
      let word = end.code == ExitStatus.usage.rawValue ? "usage" : "failed"
      Console(program: program, language: Console.processLanguage, json: true)
        .write(CommandFailure(word, fr: FrenchHelp.of(brief), en: brief))
    }
  }

  /// The parser's own words in the language of this process.
  private static func localized(_ text: String) -> String {
    Console.processLanguage == .french ? FrenchHelp.of(text) : text
  }
}
