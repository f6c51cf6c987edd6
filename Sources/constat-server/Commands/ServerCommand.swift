import ArgumentParser
import Foundation
import ServerCore
import ServerHTTP
import ServerStorage
import SyncProtocol
import Terminal

/// One verb of the administration: reads its arguments, asks the core, says the answer.
protocol ServerCommand: AsyncParsableCommand {
  var output: OutputOptions { get }
  /// What the command does.
  func answer() async throws -> Answer
}

extension ServerCommand {
  /// Writes the answer, or the failure with its exit code.
  func run() async throws {
    try await Rim.run(json: output.json) { console in
      let answer = try await answer()
      console.write(answer)
      return answer.status
    }
  }
}

/// Where errors become sentences and exit codes.
enum Rim {
  static func run(json: Bool, _ body: (Console) async throws -> ExitStatus) async throws {
    let console = Console(program: "constat-server", language: Console.processLanguage, json: json)
    let status: ExitStatus
    do {
      status = try await body(console)
    } catch {
      let failure = failure(error)
      console.write(failure)
      status = failure.status
    }
    if status != .done { throw ExitCode(status.rawValue) }
  }

  private static func failure(_ error: any Error) -> CommandFailure {
    switch error {
    case let failure as CommandFailure: failure
    case let fault as LedgerFault: CommandFailure(fault)
    case let fault as AdministrationFault: CommandFailure(fault)
    case let fault as BackupFault: CommandFailure(fault)
    case let problem as Problem where problem.code == .recovering: .recovering
    case let fault as ServerStartFault: CommandFailure(fault)
    default:
      CommandFailure(
        "failed", fr: "La commande a échoué\u{202F}: \(error). Rien n'a été changé.",
        en: "The command failed: \(error). Nothing was changed.")
    }
  }
}
