import ArgumentParser
import ServerCore
import SyncCore
import Terminal
import WorkingDays

/// `sweep`: writes the automatic effects that are due, as the server does by itself every night.
struct Sweep: ServerCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep",
    abstract: Console.say(
      "Écrire les effets automatiques échus dans tous les dossiers", "Write the automatic effects due in all dossiers"),
    discussion: Console.say(
      "Le serveur le fait de lui-même au démarrage et après minuit, heure de Paris. Si l'horloge a bougé de plus de "
        + "\(ServerLimits.sweepJumpDaysMax)\u{202F}jours depuis le dernier passage, rien n'est écrit avant qu'une "
        + "personne ait vérifié l'heure et donné --confirm\u{202F}: un effet écrit ne se retire pas.",
      "The server does so by itself at its start and after midnight in Paris. Where the clock has moved by more than "
        + "\(ServerLimits.sweepJumpDaysMax) days since the last time, nothing is written until a person has checked the "
        + "clock and given --confirm: an effect once written is not taken back."))

  @Flag(name: .long, help: ArgumentHelp(Console.say("L'heure a été vérifiée.", "The clock was checked.")))
  var confirm = false

  @OptionGroup var place: DataOptions
  @OptionGroup var output: OutputOptions

  func answer() async throws -> Answer {
    switch try await place.open().sweep(confirmed: confirm) {
    case .done(let tally):
      return Answer(
        "sweep",
        lines: [
          Console.say(
            "Dossiers parcourus\u{202F}: \(tally.dossiers)\u{202F}; effets écrits\u{202F}: \(tally.effects).",
            "Dossiers looked at: \(tally.dossiers); effects written: \(tally.effects).")
        ]
          + tally.failed.map {
            Console.say(
              "Dossier non traité\u{202F}: \($0.stream) (\($0.reason)). Lancez constat-server verify.",
              "Dossier not dealt with: \($0.stream) (\($0.reason)). Run constat-server verify.")
          },
        members: [
          ("dossiers", .integer(Int64(tally.dossiers))), ("effects", .integer(Int64(tally.effects))),
          (
            "failed",
            .array(
              tally.failed.map {
                .sorted([("reason", .string($0.reason)), ("stream", .string($0.stream.description))])
              })
          ),
        ])
    case .recovering: throw CommandFailure.recovering
    case .waits(let last, let today):
      throw CommandFailure(
        "clock-jumped", .needsPerson,
        fr: "Dernier passage le \(last), et l'horloge dit \(today)\u{202F}: rien n'a été écrit. Vérifiez l'heure de la "
          + "machine, puis relancez avec --confirm.",
        en: "Last swept on \(last), and the clock says \(today): nothing was written. Check the machine's clock, then "
          + "run it again with --confirm.")
    }
  }
}
