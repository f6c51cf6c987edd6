import ArgumentParser
import AuditModel
import Foundation
import Simulation
import Terminal

/// `run`: plays scenarios and says what holds.
struct Run: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: Console.say("Jouer des scénarios", "Play scenarios"),
    discussion: Console.say(
      "Le langage est décrit dans Protocol/scenarios.md. Sans --against, serveur et postes sont dans ce processus, à "
        + "l'horloge virtuelle. Avec --against, les postes parlent à un serveur réel en essai (« constat-server serve "
        + "--test-clock ») ; personnes et invitations y sont créées par --server-binary et --data. Les rapports sont "
        + "en anglais. Codes de sortie : 0 tout est vrai, 1 une attente est fausse, 2 usage ou fichier illisible.",
      "Protocol/scenarios.md describes the language. Without --against server and devices are in this process, on a "
        + "virtual clock. With --against the devices talk to a real server on trial (“constat-server serve "
        + "--test-clock”); people and invitations are made there by --server-binary and --data. Exit codes: 0 all "
        + "holds, 1 an expectation is false, 2 usage or a file that is no scenario."))

  /// How the results are written.
  enum Format: String, ExpressibleByArgument, CaseIterable { case tap, junit, json }

  @Argument(help: ArgumentHelp(Console.say("Fichiers de scénarios.", "Scenario files."), valueName: "file"))
  var files: [String]

  @Option(
    name: .long,
    help: ArgumentHelp(Console.say("Forme du rapport : tap, junit ou json.", "Report: tap, junit or json.")))
  var format = Format.tap

  @Option(
    name: .long,
    help: ArgumentHelp(
      Console.say(
        "Adresse d'un serveur à l'essai sur cette machine.", "Address of a server on trial on this machine."),
      valueName: "url"))
  var against: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      Console.say("Le programme constat-server, avec --against.", "The constat-server program, with --against."),
      valueName: "file"))
  var serverBinary: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      Console.say("Le dossier de données de ce serveur.", "The data folder of that server."), valueName: "dir"))
  var data: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      Console.say(
        "Ne jouer que le n-ième des ordres qu'un scénario laisse ouverts\u{202F}; avec --against, le premier par défaut.",
        "Play only the n-th of the orders a scenario leaves open; with --against, the first by default."),
      valueName: "n"))
  var order: Int?

  func validate() throws {
    if let order, order < 1 {
      throw ValidationError(Console.say("--order compte à partir de 1.", "--order counts from 1."))
    }
    guard !files.isEmpty else {
      throw ValidationError(Console.say("Nommez au moins un scénario.", "Name at least one scenario."))
    }
    guard (against == nil) == (serverBinary == nil), (against == nil) == (data == nil) else {
      throw ValidationError(
        Console.say(
          "--against, --server-binary et --data vont ensemble.",
          "--against, --server-binary and --data go together."))
    }
  }

  func run() async throws {
    let console = Console(program: "constat-sim", language: Console.processLanguage, json: false)
    do {
      let results = try await play(console)
      FileHandle.standardOutput.write(Data(report(results.played).utf8))
      if results.isUnreadable { throw ExitCode(ExitStatus.usage.rawValue) }
      if !results.played.allSatisfy(\.passed) { throw ExitCode(ExitStatus.failed.rawValue) }
    } catch let failure as CommandFailure {
      console.write(failure)
      throw ExitCode(failure.status.rawValue)
    }
  }

  /// Names and values of a scenario may come from anybody: nothing of them commands a terminal.
  private func report(_ results: [ScenarioResult]) -> String {
    switch format {
    case .tap: SafeText(TAPReport.text(results), keepsLines: true).description
    case .junit: SafeText(JUnitReport.text(results), keepsLines: true).description
    case .json: SafeText.insideJSON(String(JSONReport.text(results).dropLast())) + "\n"
    }
  }

  private func play(_ console: Console) async throws -> (played: [ScenarioResult], isUnreadable: Bool) {
    var server: TrialServer?
    if let against, let serverBinary, let data {
      server = try await TrialServer(url: against, program: serverBinary, data: data)
    }
    var results: [ScenarioResult] = []
    var isUnreadable = false
    for file in files {
      do {
        let scenario = try Scenario(reading: Self.bytes(of: file))
        results.append(try await play(scenario, file, server))
      } catch let fault as ScenarioFault {
        isUnreadable = true
        let words = fault.text.text(in: console.language)
        console.write(
          CommandFailure(
            "bad-scenario", .usage, fr: "\(file):\(fault.line) : \(words)", en: "\(file):\(fault.line): \(words)"
          ))
        results.append(.unreadable(file: file, line: fault.line, words: fault.text.en))
      }
    }
    return (results, isUnreadable)
  }

  private func play(_ scenario: Scenario, _ file: String, _ server: TrialServer?) async throws -> ScenarioResult {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("constat-sim-\(UUID().uuidString)")
    // Owner only: what is played may come from a real session.
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer {
      do { try FileManager.default.removeItem(at: folder) } catch {
        Console.write("constat-sim: \(folder.path): \(error.localizedDescription)", to: .standardError)
      }
    }
    // One server holds one past: only one of several orders can be played on it.
    let runner = ScenarioRunner(only: order.map { $0 - 1 } ?? (server == nil ? nil : 0)) { run in
      let place = folder.appendingPathComponent("run-\(run)")
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      guard let server else { return try InProcessStage(scenario, folder: place) }
      return AgainstStage(server, folder: place)
    }
    return await runner.run(scenario, file: file)
  }

  private static func bytes(of file: String) throws -> [UInt8] {
    do {
      let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: file))
      defer { handle.closeFile() }
      return Array(try handle.read(upToCount: ScenarioLimits.fileBytesMax + 1) ?? Data())
    } catch {
      throw CommandFailure(
        "file-unreadable", .usage,
        fr: "« \(file) » n'a pas pu être lu (\(error.localizedDescription)). Vérifiez le nom et les droits.",
        en: "“\(file)” could not be read (\(error.localizedDescription)). Check its name and rights.")
    }
  }
}
