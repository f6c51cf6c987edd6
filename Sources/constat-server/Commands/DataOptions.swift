import ArgumentParser
import ServerCore
import ServerStorage
import SyncCore
import Terminal
import WorkingDays

/// Where the data is, which tenant is meant, and what time it is.
struct DataOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      Console.say("Dossier des données, un fichier par certificateur.", "The data folder, one file per tenant."),
      valueName: "dir"))
  var data: String

  @Option(
    name: .long,
    help: ArgumentHelp(
      Console.say(
        "Le certificateur\u{202F}; inutile quand il n'y en a qu'un.",
        "The tenant; may stay out where there is only one."),
      valueName: "name"))
  var tenant: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      Console.say(
        "Pour les essais\u{202F}: l'heure est cet instant (2026-05-04T07:00:00Z) et avance avec l'horloge monotone.",
        "For trials: the time is this instant (2026-05-04T07:00:00Z) and goes on with the monotonic clock."),
      valueName: "instant"))
  var testClock: String?

  /// The folder.
  var folder: TenantFolder { TenantFolder(path: data) }

  /// The machine's clock, or the one asked for.
  ///
  /// - Throws: `CommandFailure` for a text that is no instant.
  func clock() throws -> any ServerClock {
    guard let testClock else { return SystemClock() }
    guard let instant = Instant(testClock) else {
      throw CommandFailure(
        "bad-clock", .usage,
        fr: "--test-clock veut un instant tel que 2026-05-04T07:00:00Z, pas «\u{202F}\(testClock)\u{202F}».",
        en: "--test-clock takes an instant such as 2026-05-04T07:00:00Z, not “\(testClock)”.")
    }
    return TestClock(startMilliseconds: instant.millisecondsSince1970, folder: data)
  }

  /// The tenant's file.
  func file() throws -> String { try folder.file(folder.tenant(named: tenant)) }

  /// The tenant's server, beside one that may be serving.
  func open(_ part: SQLiteLedger.Part = .command) throws -> ConstatServer {
    let ledger = try SQLiteLedger(path: folder.file(folder.tenant(named: tenant)), part: part)
    return try ConstatServer(ledger: ledger, clock: clock(), random: SystemRandomNumberGenerator())
  }
}

/// How the answer is written.
struct OutputOptions: ParsableArguments {
  @Flag(
    name: .long,
    help: ArgumentHelp(
      Console.say("Réponse en JSON, pour les programmes.", "Answer in JSON, for programs.")))
  var json = false
}
