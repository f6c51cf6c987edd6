import ArgumentParser
import SyncCore
import Terminal

/// `bench`: the figures of DESIGN §13, measured here and now.
struct BenchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: Console.say("Mesurer la vitesse et la mémoire", "Measure speed and memory"),
    discussion: Console.say(
      "Chaque ligne : la médiane, puis le meilleur et le pire des passages ; ce qu'il faut atteindre, et ce que la machine "
        + "donne au même moment pour le strict nécessaire. Un seuil manqué est dit, le code de sortie reste 0. À lancer sur une machine au repos, "
        + "compilé avec « -c release ».",
      "Each line: the median, then the best and the worst of the runs; what must be reached, and what the machine gives "
        + "in the same run for the bare minimum. A missed floor is said, the exit code stays 0. Run it on an idle machine, built with "
        + "“-c release”."))

  @Option(
    name: .long,
    help: ArgumentHelp(
      Console.say(
        "Une seule partie : \(Self.names.joined(separator: ", ")).",
        "One section only: \(Self.names.joined(separator: ", "))."),
      valueName: "name"))
  var only: String?

  @Option(
    name: .long,
    help: ArgumentHelp(Console.say("Nombre de passages, 1 à 1000.", "How many runs, 1 to 1000."), valueName: "n"))
  var runs = 7

  @Flag(name: .long, help: ArgumentHelp(Console.say("Répondre en JSON.", "Answer in JSON.")))
  var json = false

  @Flag(
    name: .long,
    help: ArgumentHelp(
      Console.say(
        "Répondre par le tableau de Protocol/performance.md.", "Answer with the table of Protocol/performance.md.")))
  var markdown = false

  private static let names = BenchReport.sections.map { type(of: $0).name }

  func validate() throws {
    if let only, !Self.names.contains(only) {
      throw ValidationError(
        Console.say(
          "« \(only) » n'est pas une partie. Choisissez parmi : "
            + "\(Self.names.joined(separator: ", ")).",
          "“\(only)” is no section. Choose among: \(Self.names.joined(separator: ", "))."))
    }
    guard !(json && markdown) else {
      throw ValidationError(
        Console.say("Choisissez entre --json et --markdown.", "Choose between --json and --markdown."))
    }
    guard (1...1_000).contains(runs) else {
      throw ValidationError(
        Console.say("Demandez de 1 à 1000 passages, non \(runs).", "Ask for 1 to 1000 runs, not \(runs)."))
    }
  }

  func run() async throws {
    let report = try await BenchReport.measure(only: only, runs: runs)
    Console(program: "constat-sim", language: Console.processLanguage, json: json)
      .write(
        Answer(
          "bench", lines: markdown ? report.markdown : report.lines,
          members: [("rowFormat", .integer(Int64(BenchRow.format))), ("rows", report.json)]))
  }
}
