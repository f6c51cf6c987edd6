import ArgumentParser
import Foundation
import Simulation
import SyncCore
import Terminal

/// `explore`: whole worlds of laptops and a server, drawn from seeds and judged by the laws.
struct Explore: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explore",
    abstract: Console.say(
      "Tirer des mondes au sort et les juger par les lois", "Draw worlds from seeds and judge them by the laws"),
    discussion: Console.say(
      "Chaque graine donne toujours le même monde : postes, captures, pannes de réseau, arrêts, horloges fausses, "
        + "copies de disques. Une graine qui enfreint une loi est imprimée, et son plan réduit aux pas qui comptent.",
      "A seed always gives the same world: laptops, captures, network faults, crashes, wrong clocks, copied disks. A "
        + "seed that breaks a law is printed, and its plan reduced to the steps that matter."))

  @Option(
    name: .long, help: ArgumentHelp(Console.say("Nombre de graines.", "How many seeds."), valueName: "count"))
  var seeds = 200

  @Option(
    name: .long, help: ArgumentHelp(Console.say("La première graine.", "The first seed."), valueName: "number"))
  var seed: UInt64 = 1

  @Option(
    name: .long,
    help: ArgumentHelp(
      Console.say(
        "Écrire chaque plan fautif dans ce dossier, comme scénario.",
        "Write each failing plan into this folder, as a scenario."), valueName: "dir"))
  var save: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      Console.say("Graines à la fois ; un par cœur si absent.", "Seeds at once; one for each core if left out."),
      valueName: "count"))
  var width: Int?

  @Flag(name: .long, help: ArgumentHelp(Console.say("Réponse en JSON.", "Answer in JSON.")))
  var json = false

  func validate() throws {
    guard seeds > 0, UInt64(seeds) <= UInt64.max - seed else {
      throw ValidationError(Console.say("--seeds veut un nombre à partir de 1.", "--seeds takes a number from 1 on."))
    }
    guard width ?? 1 > 0 else {
      throw ValidationError(Console.say("--width veut un nombre à partir de 1.", "--width takes a number from 1 on."))
    }
  }

  func run() async throws {
    let console = Console(program: "constat-sim", language: Console.processLanguage, json: json)
    let clock = ContinuousClock()
    let began = clock.now
    var tally = ExploreTally()
    var failures: [Explorer.Failure] = []
    var traces: [UInt64: Digest] = [:]
    let explorer = Explorer(width: width ?? ProcessInfo.processInfo.activeProcessorCount)
    try await explorer.explore(seed..<(seed + UInt64(seeds))) { result in
      tally.add(result.tally)
      traces[result.seed] = result.trace
      if let failure = result.failure { failures.append(failure) }
    }
    failures.sort { $0.seed < $1.seed }
    let files = try failures.map { try saved($0) }
    let seconds = Double((clock.now - began) / .milliseconds(1)) / 1_000
    let trace = Digest(of: traces.sorted { $0.key < $1.key }.flatMap(\.value.bytes))
    console.write(
      ExploreAnswer(tally: tally, trace: trace, failures: failures, files: files, seconds: seconds).answer)
    if !failures.isEmpty { throw ExitCode(ExitStatus.failed.rawValue) }
  }

  /// Writes a failing plan where it was asked for.
  /// - Returns: the file.
  private func saved(_ failure: Explorer.Failure) throws -> String? {
    guard let save else { return nil }
    let file = URL(fileURLWithPath: save).appendingPathComponent("seed-\(failure.seed).yaml")
    do {
      try FileManager.default.createDirectory(atPath: save, withIntermediateDirectories: true)
      try Data(failure.scenario.utf8).write(to: file)
    } catch {
      throw ValidationError(
        Console.say(
          "Le scénario ne peut pas être écrit dans \(save) : choisissez un dossier où vous pouvez écrire.",
          "The scenario cannot be written into \(save): choose a folder you may write to."))
    }
    return file.path
  }
}

/// What an exploration has to say.
struct ExploreAnswer {
  let tally: ExploreTally
  /// The hash over the hashes of the seeds' traces: the same whenever the same seeds are run.
  let trace: Digest
  let failures: [Explorer.Failure]
  let files: [String?]
  let seconds: Double

  var answer: Answer {
    Answer("explore", lines: lines, members: members, status: failures.isEmpty ? .done : .failed)
  }

  private var counts: [(String, Int)] {
    [
      ("seeds", tally.seeds), ("steps", tally.steps), ("captures", tally.captures), ("syncs", tally.syncs),
      ("exchanges", tally.exchanges), ("restarts", tally.restarts), ("refused", tally.refused), ("forks", tally.forks),
      ("handovers", tally.handovers), ("freezes", tally.freezes), ("divergences", tally.divergences),
    ]
  }

  private var lines: [String] {
    var lines = zip(failures, files).map { failure, file in
      let first = failure.violations.first.map(\.description) ?? ""
      let where_ = file.map { Console.say(", scénario dans \($0)", ", scenario in \($0)") } ?? ""
      let steps = failure.plan.steps.count
      return Console.say(
        "graine \(failure.seed) : \(first) (\(steps) pas suffisent\(where_))",
        "seed \(failure.seed): \(first) (\(steps) steps suffice\(where_))")
    }
    let words = Console.say(
      "graines pas saisies synchronisations échanges redémarrages refus embranchements remises gels divergences",
      "seeds steps captures syncs exchanges restarts refusals forks hand-overs freezes divergences"
    ).split(separator: " ")
    lines.append(zip(counts, words).map { "\($0.1) \($1)" }.joined(separator: ", "))
    let faults = tally.faults.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
    lines.append(Console.say("pannes : \(faults)", "faults: \(faults)"))
    lines.append(Console.say("trace \(trace)", "trace \(trace)"))
    let rate = seconds > 0 ? Int(Double(tally.seeds) / seconds) : 0
    lines.append(
      Console.say(
        "graines qui enfreignent une loi : \(failures.count) ; \(Int(seconds)) s, \(rate) graines par seconde",
        "seeds that break a law: \(failures.count); \(Int(seconds)) s, \(rate) seeds a second"))
    return lines
  }

  private var members: [(String, JSONValue)] {
    counts.map { ($0.0, .integer(Int64($0.1))) } + [
      ("faults", .sorted(tally.faults.map { ($0.key, .integer(Int64($0.value))) })),
      ("trace", .string(trace.description)), ("milliseconds", .integer(Int64(seconds * 1_000))),
      (
        "failures",
        .array(
          failures.map { failure in
            .object([
              JSONMember("seed", .string(String(failure.seed))),
              JSONMember("violations", .array(failure.violations.map { .string($0.description) })),
              JSONMember("steps", .array(failure.plan.steps.map { .string($0.description) })),
            ])
          })
      ),
    ]
  }
}
