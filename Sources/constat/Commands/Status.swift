import ArgumentParser
import AuditModel
import AuditDesk
import FieldClient
import ReplicaStore
import SyncCore
import Terminal

/// `status`: where this device stands.
struct StatusCommand: ConstatCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: Console.say("État du poste", "State of the device"),
    aliases: Words.aliases(noun: "status"))

  @OptionGroup var common: CommonOptions

  func answer(in session: Session) async throws -> Answer {
    let status = try session.store.status()
    var tally = DivergenceTally()
    for overview in try StreamOverview.all(in: session.store, user: session.identity.user) { tally.add(overview.tally) }
    let directory = try session.directory()
    let lines = [
      session.say("Constat — ", "Constat — ") + session.name(of: session.identity.user, in: directory)
        + session.say(", profil « \(session.place.name) »", ", profile “\(session.place.name)”"),
      session.say("Dossiers : ", "Dossiers: ") + "\(status.wholeStreams)"
        + (status.enteringStreams > 0
          ? session.say(" (+ \(status.enteringStreams) en arrivée)", " (+ \(status.enteringStreams) arriving)") : ""),
      session.say("À envoyer : ", "To send: ") + "\(status.outbox)" + session.say("   Mis de côté : ", "   Put aside: ")
        + "\(status.quarantine)",
      session.say("Dernière synchronisation : ", "Last sync: ") + (status.lastSync.map { session.moment($0) } ?? "—"),
      tallyLine(tally, session),
    ]
    return Answer(
      "status", lines: lines,
      members: [
        ("store", .string(session.store.path)), ("user", .string(session.identity.user.description)),
        ("replica", .string(session.identity.replica.description)), ("streams", .integer(Int64(status.wholeStreams))),
        ("entering", .integer(Int64(status.enteringStreams))), ("outbox", .integer(Int64(status.outbox))),
        ("quarantine", .integer(Int64(status.quarantine))), ("faults", .integer(Int64(status.faults))),
        ("lastSync", status.lastSync.map { .integer($0) } ?? .null),
        ("clockOffset", status.clockOffsetMilliseconds.map { .integer($0) } ?? .null),
        ("backedUpThrough", .integer(Int64(status.backedUpThrough))),
        (
          "divergences",
          .sorted([
            ("changesWithout", .integer(Int64(tally.changesWithout))), ("open", .integer(Int64(tally.open))),
            ("settled", .integer(Int64(tally.settled))), ("total", .integer(Int64(tally.total))),
          ])
        ),
      ])
  }

  private func tallyLine(_ tally: DivergenceTally, _ session: Session) -> String {
    session.language == .french
      ? "\(tally.total) divergence\(tally.total > 1 ? "s" : ""), \(tally.settled) tranchée\(tally.settled > 1 ? "s" : ""), "
        + "\(tally.open) à trancher ; \(tally.changesWithout) changements sans divergence"
      : "\(tally.total) divergence\(tally.total == 1 ? "" : "s"), \(tally.settled) settled, \(tally.open) open; "
        + "\(tally.changesWithout) changes without divergence"
  }
}
