import ArgumentParser
import ServerCore
import SyncCore
import Terminal

/// `verify`: reads the whole log again and compares every hash, link, seal and receipt.
struct Verify: ServerCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: Console.say("Vérifier tout le registre", "Verify the whole ledger"))

  @OptionGroup var place: DataOptions
  @OptionGroup var output: OutputOptions

  func answer() async throws -> Answer {
    let server = try place.open()
    let report = await server.verify()
    // A ledger that cannot be read says so in the report.
    let recovery = report.faults.contains { $0.code == "storage" } ? nil : try await server.recovery()
    let counts = Console.say(
      "\(report.entries) entrées, dont \(report.lines) lignes, \(report.skips) sauts, \(report.seals) sceaux.",
      "\(report.entries) entries: \(report.lines) lines, \(report.skips) skips, \(report.seals) seals.")
    let result =
      report.isSound
      ? Console.say("Aucun défaut.", "No fault.")
      : Console.say(
        "\(report.faultCount) défauts. Ne servez plus ce registre\u{202F}; restaurez la dernière sauvegarde saine.",
        "\(report.faultCount) faults. Serve this ledger no more; restore the newest sound backup.")
    let faults = report.faults.map { "\($0.position) \($0.code) \($0.detail)" }
    let state = recovery.map { [RecoveryWords.state($0)] } ?? []
    return Answer(
      "verify", lines: [counts] + faults + [result] + state,
      members: [
        ("recovering", .bool(recovery != nil)),
        ("entries", .integer(Int64(report.entries))), ("lines", .integer(Int64(report.lines))),
        ("skips", .integer(Int64(report.skips))), ("seals", .integer(Int64(report.seals))),
        ("faultCount", .integer(Int64(report.faultCount))),
        (
          "faults",
          .array(
            report.faults.map { fault in
              .object([
                JSONMember("position", .integer(Int64(fault.position))), JSONMember("code", .string(fault.code)),
                JSONMember("detail", .string(fault.detail)),
              ])
            })
        ),
      ], status: report.isSound ? .done : .failed)
  }
}
