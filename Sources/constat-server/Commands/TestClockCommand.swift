import ArgumentParser
import Foundation
import SyncCore
import Terminal
import WorkingDays

/// `test-clock`: moves the time of a server that was started with `--test-clock`, for trials.
struct TestClockCommand: ServerCommand {
  static let configuration = CommandConfiguration(
    commandName: "test-clock",
    abstract: Console.say(
      "Avancer ou reculer l'heure d'un serveur d'essai", "Move the time of a server on trial"),
    discussion: Console.say(
      "Sans effet sur un serveur lancé sans --test-clock.", "Without effect on a server started without --test-clock."))

  @OptionGroup var output: OutputOptions
  @Option(
    name: .long,
    help: ArgumentHelp(Console.say("Dossier des données.", "The data folder."), valueName: "dir"))
  var data: String
  @Argument(
    help: ArgumentHelp(
      Console.say("L'instant, tel que 2026-05-04T07:00:00Z.", "The instant, such as 2026-05-04T07:00:00Z.")))
  var instant: String

  func answer() async throws -> Answer {
    guard let moment = Instant(instant) else {
      throw CommandFailure(
        "bad-clock", .usage, fr: "«\u{202F}\(instant)\u{202F}» n'est pas un instant tel que 2026-05-04T07:00:00Z.",
        en: "“\(instant)” is no instant such as 2026-05-04T07:00:00Z.")
    }
    do {
      try TestClock.move(to: moment, in: data)
    } catch {
      throw CommandFailure(
        "no-data-folder", fr: "Impossible d'écrire dans « \(data) » : \(error.localizedDescription).",
        en: "Cannot write into “\(data)”: \(error.localizedDescription).")
    }
    return Answer("test-clock", lines: [moment.description], members: [("time", .string(moment.description))])
  }
}
