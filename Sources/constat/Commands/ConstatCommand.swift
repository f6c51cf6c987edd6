import ArgumentParser
import AuditModel
import Foundation
import ReplicaStore
import Terminal

/// Options every command takes.
struct CommonOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      Console.say(
        "Profil : un par certificateur (défaut : CONSTAT_PROFILE, sinon « default »).",
        "Profile: one per certifier (default: CONSTAT_PROFILE, else “default”).")))
  var profile: String?

  @Flag(name: .long, help: ArgumentHelp(Console.say("Réponse en JSON, pour les programmes.", "Answer in JSON.")))
  var json = false
}

/// One verb: reads its arguments, asks one library function, says the answer.
protocol ConstatCommand: AsyncParsableCommand {
  var common: CommonOptions { get }
  /// What the command does on an opened profile.
  func answer(in session: Session) async throws -> Answer
}

extension ConstatCommand {
  func run() async throws {
    try await Rim.run(common) { place, language, now in
      try await answer(in: Session.open(place: place, language: language, now: now))
    }
  }
}

/// Where errors become sentences and exit codes.
enum Rim {
  static func run(
    _ common: CommonOptions, _ body: (ProfilePlace, Language, Int64) async throws -> Answer
  ) async throws {
    let environment = ProcessInfo.processInfo.environment
    let console = Console(program: "constat", language: Console.language(environment), json: common.json)
    let status: ExitStatus
    do {
      let place = try ProfilePlace(option: common.profile, environment: environment)
      let answer = try await body(place, console.language, try WallClock.now(environment))
      console.write(answer)
      status = answer.status
    } catch let failure as CommandFailure {
      console.write(failure)
      status = failure.status
    } catch let error as ReplicaStoreError {
      console.write(CommandFailure(error))
      status = CommandFailure(error).status
    } catch {
      console.write(
        CommandFailure(
          "failed", fr: "La commande a échoué : \(error). Ce qui était enregistré le reste.",
          en: "The command failed: \(error). What was saved stays saved."))
      status = .failed
    }
    if status != .done { throw ExitCode(status.rawValue) }
  }
}

extension CommandFailure {
  /// A failure of the local store.
  init(_ error: ReplicaStoreError) {
    let status: ExitStatus =
      switch error {
      case .storeLocked, .storeDamaged, .notDurable, .storeNewer, .diskFault, .diskFull, .notWritable: .storeUnusable
      case .profileMissing, .profileExists, .streamNotWhole, .streamLeft, .lineRefused, .answerMismatch: .failed
      }
    self.init(error.code, status, fr: error.french, en: error.english)
  }
}
