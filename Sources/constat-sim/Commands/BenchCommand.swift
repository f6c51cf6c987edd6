import ArgumentParser
import SyncCore
import Terminal

/// `bench`: the figures of DESIGN §13, measured here and now.
struct BenchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: Console.say("Mesurer la vitesse et la mémoire", "Measure speed and memory"),
    discussion: Console.say(
      "Chaque ligne\u{202F}: la médiane, puis le meilleur et le pire des passages. À lancer sur une machine au repos, "
        + "compilé avec «\u{202F}-c release\u{202F}».",
      "Each line: the median, then the best and the worst of the runs. Run it on an idle machine, built with "
        + "“-c release”."))

  @Option(
    name: .long,
    help: ArgumentHelp(
      Console.say(
        "Une seule partie\u{202F}: \(Self.names.joined(separator: ", ")).",
        "One section only: \(Self.names.joined(separator: ", "))."),
      valueName: "name"))
  var only: String?

  @Option(
    name: .long,
    help: ArgumentHelp(Console.say("Nombre de passages, 1 à 1000.", "How many runs, 1 to 1000."), valueName: "n"))
  var runs = 7

  @Flag(name: .long, help: ArgumentHelp(Console.say("Répondre en JSON.", "Answer in JSON.")))
  var json = false

  private static let names = BenchReport.sections.map { type(of: $0).name }

  func validate() throws {
    if let only, !Self.names.contains(only) {
      throw ValidationError(
        Console.say(
          "«\u{202F}\(only)\u{202F}» n'est pas une partie. Choisissez parmi\u{202F}: "
            + "\(Self.names.joined(separator: ", ")).",
          "“\(only)” is no section. Choose among: \(Self.names.joined(separator: ", "))."))
    }
    guard (1...1_000).contains(runs) else {
      throw ValidationError(
        Console.say("Demandez de 1 à 1000 passages, non \(runs).", "Ask for 1 to 1000 runs, not \(runs)."))
    }
  }

  func run() async throws {
    let report = try await BenchReport.measure(only: only, runs: runs)
    Console(program: "constat-sim", language: Console.processLanguage, json: json)
      .write(Answer("bench", lines: report.lines, members: [("rows", report.json)]))
  }
}
