import ArgumentParser
import Testing

@testable import CommandLineProgram

/// How programs end: exit codes and last words (DESIGN §11).
@Suite struct ProgramEndTests {
  private struct Fictional: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "fictional", version: "1.2.3")
    @Option var count: Int

    func validate() throws {
      guard count > 0 else { throw ValidationError("At least one.") }
    }
  }

  private struct Unforeseen: Error, CustomStringConvertible { let description = "something else" }

  private func end(of arguments: [String]) throws -> ProgramEnd {
    let error = #expect(throws: (any Error).self) {
      var command = try Fictional.parseAsRoot(arguments)
      try command.run()
    }
    return ProgramEnd(of: Fictional.self, by: try #require(error))
  }

  @Test(arguments: [[], ["--count", "many"], ["--count", "0"], ["--count", "1", "--unknown"]])
  func `a usage error ends with 2 and shows the usage`(arguments: [String]) throws {
    let end = try end(of: arguments)
    #expect(end.code == 2)
    guard case .failure(let brief, let full) = end.words else {
      Issue.record("\(end.words)")
      return
    }
    #expect(!brief.isEmpty && full.contains(brief) && full.lowercased().contains("usage: fictional"))
  }

  @Test func `asking for the version ends with 0 and the answer`() throws {
    let end = try end(of: ["--version"])
    #expect(end == ProgramEnd(of: Fictional.self, by: CleanExit.message("1.2.3")))
    #expect(end.code == 0 && end.words == .answer("1.2.3"))
  }

  @Test func `asking for help ends with 0 and the answer`() throws {
    let end = try end(of: ["--help"])
    guard end.code == 0, case .answer(let text) = end.words else {
      Issue.record("\(end)")
      return
    }
    #expect(text.contains("USAGE: fictional"))
  }

  @Test(arguments: [0, 1, 3, 5, 7, 130] as [Int32])
  func `a command's own exit code is kept, and nothing more is said`(code: Int32) {
    let end = ProgramEnd(of: Fictional.self, by: ExitCode(code))
    #expect(end.code == code && end.words == .none)
  }

  @Test func `an error nobody foresaw ends with 1 and its words`() {
    let end = ProgramEnd(of: Fictional.self, by: Unforeseen())
    #expect(end.code == 1 && end.words == .failure(brief: "something else", full: "Error: something else"))
  }
}
