import ArgumentParser
import ServerCore
import SyncCore
import Terminal
import WorkingDays

/// `recovery`: a server that came back rewound, until a person ends it.
struct Recovery: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recovery",
    abstract: Console.say("La reprise après une restauration", "The recovery after a restore"),
    subcommands: [RecoveryStatus.self, RecoveryList.self, RecoveryEnd.self])
}

/// `recovery status`.
struct RecoveryStatus: ServerCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: Console.say("Où en est la reprise", "How far the recovery is"))

  @OptionGroup var place: DataOptions
  @OptionGroup var output: OutputOptions

  func answer() async throws -> Answer {
    let server = try place.open()
    let recovery = try await server.recovery()
    let count = try await server.recoveredCount()
    return Answer(
      "recovery.status",
      lines: [
        recovery.map(RecoveryWords.state) ?? Console.say("Aucune reprise en cours.", "The server is not recovering."),
        Console.say("Entrées revenues\u{202F}: \(count).", "Entries that came back: \(count)."),
      ],
      members: [
        ("recovering", .bool(recovery != nil)), ("cause", recovery.map { .string($0.cause.rawValue) } ?? .null),
        ("since", recovery.map { .integer($0.since) } ?? .null),
        ("from", recovery.map { .integer(Int64($0.from)) } ?? .null), ("recovered", .integer(Int64(count))),
      ])
  }
}

/// `recovery list`.
struct RecoveryList: ServerCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: Console.say("Ce qui est revenu, et de quel poste", "What came back, and from which device"))

  @Option(
    name: .long, help: ArgumentHelp(Console.say("À partir d'après cette position.", "From after this position.")))
  var after = 0

  @OptionGroup var place: DataOptions
  @OptionGroup var output: OutputOptions

  func answer() async throws -> Answer {
    let rows = try await place.open().recovered(after: after)
    return Answer(
      "recovery.list",
      lines: rows.map { row in
        "\(row.position)  \(row.stream)  \(row.id)  \(row.author?.description ?? "-")  \(row.givenBy)  "
          + Instant(clampingMillisecondsSince1970: row.received).description
      },
      members: [
        (
          "entries",
          .array(
            rows.map { row in
              .sorted([
                ("position", .integer(Int64(row.position))), ("epoch", .integer(Int64(row.epoch))),
                ("stream", .string(row.stream.description)), ("change", .string(row.id.description)),
                ("author", row.author.map { .string($0.description) } ?? .null),
                ("givenBy", .string(row.givenBy.description)), ("received", .integer(row.received)),
              ])
            })
        )
      ])
  }
}

/// `recovery end`.
struct RecoveryEnd: ServerCommand {
  static let configuration = CommandConfiguration(
    commandName: "end",
    abstract: Console.say(
      "Clore la reprise\u{202F}: les postes envoient à nouveau", "End the recovery: devices push again"))

  @OptionGroup var place: DataOptions
  @OptionGroup var output: OutputOptions

  func answer() async throws -> Answer {
    guard let ruled = try await place.open().endRecovery() else {
      throw CommandFailure(
        "not-recovering", fr: "Aucune reprise n'est en cours. Rien n'a été changé.",
        en: "The server is not recovering. Nothing was changed.")
    }
    return Answer(
      "recovery.end",
      lines: [
        Console.say(
          "Reprise close. Demandes tranchées\u{202F}: \(ruled).", "The recovery has ended. Requests ruled on: \(ruled)."
        )
      ],
      members: [("ruled", .integer(Int64(ruled)))])
  }
}

/// A recovery in words.
enum RecoveryWords {
  static func state(_ recovery: RecoveryState) -> String {
    let since = Instant(clampingMillisecondsSince1970: recovery.since)
    return switch recovery.cause {
    case .restored:
      Console.say(
        "En reprise depuis \(since)\u{202F}: sauvegarde restaurée, sûre jusqu'à la position \(recovery.from). Les postes "
          + "rendent le reste.",
        "Recovering since \(since): a backup was restored, safe through position \(recovery.from). Devices give back the "
          + "rest.")
    case .noticed:
      Console.say(
        "En reprise depuis \(since)\u{202F}: un poste a montré que le registre a été remis en arrière, sans restore, à la "
          + "position \(recovery.from). Vérifiez le fichier servi.",
        "Recovering since \(since): a device has shown that the ledger was set back, without restore, to position "
          + "\(recovery.from). Check the file being served.")
    }
  }
}
