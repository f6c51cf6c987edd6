import ArgumentParser
import AuditModel
import AuditDesk
import FieldClient
import Foundation
import ReplicaStore
import SyncCore
import Synchronization
import Terminal

/// `sync`: sends what was saved, brings what others wrote.
struct SyncCommand: ConstatCommand {
  static let configuration = CommandConfiguration(
    commandName: "sync", abstract: Console.say("Synchroniser avec le serveur", "Sync with the server"),
    discussion: Console.say(
      "Peut être interrompu et relancé sans risque : une ligne envoyée deux fois reçoit le même reçu. La saisie continue "
        + "pendant ce temps.",
      "May be interrupted and started again without risk: a line sent twice gets the same receipt. Capture goes on "
        + "meanwhile."),
    aliases: Words.aliases(noun: "sync"))

  @OptionGroup var common: CommonOptions
  @Option(
    help: ArgumentHelp(
      Console.say("Autre adresse du même serveur, pour cette fois.", "Another address of the same server, this once.")))
  var server: String?

  @Flag(
    help: ArgumentHelp(
      Console.say(
        "Rester en ligne : synchroniser dès que quelque chose arrive ou est saisi, jusqu'à Ctrl-C. Avec --json, une "
          + "ligne par événement.",
        "Stay on: sync whenever something arrives or is captured, until Ctrl-C. With --json, one line an event.")))
  var watch = false

  func answer(in session: Session) async throws -> Answer {
    let transport = try ServerConnection.transport(server ?? session.identity.serverURL)
    let environment = ProcessInfo.processInfo.environment
    let now = session.now
    let engine = SyncEngine(
      store: session.store, transport: transport,
      sleep: { try await Task.sleep(for: .milliseconds($0)) },
      now: { (try? WallClock.now(environment)) ?? now },  // the variable was read well at the start
      random: SystemRandomNumberGenerator(), deviceKeys: { try $0.sealKeys() })
    if watch {
      let watching = SyncWatch(session: session, json: common.json)
      return try await watching.run(syncs: engine, transport: transport)
    }
    let quiet = common.json
    let clock = ContinuousClock()
    let start = clock.now
    let pace = Mutex(SyncPace(startMilliseconds: 0))
    let report = try await engine.sync { progress in
      guard !quiet, isatty(STDERR_FILENO) == 1 else { return }
      var estimate: SyncPace.Estimate?
      if case .absorbed(let report) = progress {
        let elapsed = (clock.now - start) / .milliseconds(1)
        estimate = pace.withLock { $0.estimate(report, atMilliseconds: Int64(elapsed)) }
      }
      FileHandle.standardError.write(Data(Self.words(progress, estimate, session).utf8))
    }
    return Answer(
      "sync", lines: Self.lines(report, session), members: Self.members(report), status: Self.status(report)
    )
  }

  private static func words(
    _ progress: SyncEngine.Progress, _ estimate: SyncPace.Estimate?, _ session: Session
  ) -> String {
    switch progress {
    case .sent(let lines, let bytes):
      return session.say("→ \(lines) lignes, \(bytes) octets\n", "→ \(lines) lines, \(bytes) bytes\n")
    case .absorbed(let report):
      let kilobytes = (report.bytesDown + 1_023) / 1_024
      let received = session.say(
        "← \(report.received) lignes reçues, \(kilobytes) Ko", "← \(report.received) lines received, \(kilobytes) KB")
      return received + (estimate.map { words($0, session) } ?? "") + "\n"
    case .gaveBack(let report):
      return session.say(
        "↑ \(report.givenBack) lignes rendues au serveur\n", "↑ \(report.givenBack) lines given back to the server\n")
    case .waiting(let milliseconds):
      return session.say("… reprise dans \(milliseconds) ms\n", "… retry in \(milliseconds) ms\n")
    }
  }

  private static func words(_ estimate: SyncPace.Estimate, _ session: Session) -> String {
    var words =
      switch estimate.phase {
      case .arriving:
        session.say(
          " ; \(estimate.streamsWhole) dossiers et registres utilisables, \(estimate.streamsLeft) à venir",
          "; \(estimate.streamsWhole) dossiers and registers usable, \(estimate.streamsLeft) to come")
      case .following: session.say(" ; écritures récentes en cours", "; recent writes are coming in")
      }
    if let seconds = estimate.secondsLeft {
      words += session.say(", encore \(seconds) s environ", ", about \(seconds) s to go")
    }
    return words
  }

  /// A stream as people call it.
  private static func words(_ stream: StreamID, _ session: Session) -> String {
    switch stream.family {
    case .dossier(let scheme, let key):
      session.say("dossier ", "dossier ") + (Scheme(rawValue: scheme)?.name ?? scheme) + " " + key
    case .organisation(let key): session.say("registre de l'organisme ", "register of the body ") + key
    case .office: session.say("dossiers du service certification", "files of the certification office")
    case .directory: session.say("annuaire, compétences et réglages", "directory, competences and settings")
    case .other: stream.description
    }
  }

  private static func status(_ report: SyncReport) -> ExitStatus {
    status(report.end, needsPerson: !report.refused.isEmpty || !report.faults.isEmpty)
  }

  /// How a sync that ended like this ends the program.
  /// - Parameter needsPerson: whether lines were refused, or something does not hold together.
  static func status(_ end: SyncEnd, needsPerson: Bool) -> ExitStatus {
    switch end {
    case .complete: needsPerson ? .needsPerson : .done
    // Safe here and nothing for this person to do: the office ends a recovery.
    case .offline, .cutTooOften, .unavailable, .notOurs, .recovering: .offline
    case .notAuthorised: .notAuthorised
    case .tls, .rejected, .mismatch, .roundsExhausted: .failed
    case .interrupted: .interrupted
    }
  }

  /// What one sync did, for a person.
  static func lines(_ report: SyncReport, _ session: Session) -> [String] {
    var lines = [
      session.say(
        "Envoyé : \(report.accepted) admis, \(report.refused.count) refusé\(report.refused.count > 1 ? "s" : ""). "
          + "Reçu : \(report.received) ligne\(report.received > 1 ? "s" : "").",
        "Sent: \(report.accepted) accepted, \(report.refused.count) refused. Received: \(report.received) lines.")
    ]
    lines += report.entered.map { "  + " + Self.words($0, session) }
    lines += report.left.map {
      "  − " + Self.words($0.stream, session) + session.say(", retiré", ", taken back")
        + ($0.unsent > 0 ? session.say(" (\($0.unsent) lignes mises de côté)", " (\($0.unsent) lines put aside)") : "")
    }
    lines += report.refused.flatMap { refused in
      HangingIndent.lines(
        "  ! ",
        Self.words(refused.stream, session) + session.say(", ligne ", ", line ") + "\(refused.id.seq)"
          + session.say(" : ", ": ") + RefusalWords.text(refused.code, detail: refused.detail, session))
    }
    lines += report.faults.map { "  ! \($0.code) \($0.stream) \($0.seq)" }
    if report.heldBack > 0 {
      lines.append(
        session.say(
          "\(report.heldBack) lignes attendent celles d'un collègue, reçues par passation et pas encore synchronisées.",
          "\(report.heldBack) lines wait for a colleague's, received by hand-over and not yet synced."))
    }
    if report.givenBack + report.givenAside > 0 {
      lines.append(
        session.say(
          "Rendu au serveur restauré : \(report.givenBack) lignes reprises, \(report.givenAside) mises de côté là-bas.",
          "Given back to the restored server: \(report.givenBack) lines taken, \(report.givenAside) put aside there."))
    }
    if report.end == .recovering, report.outbox > 0 {
      lines.append(
        session.say(
          "\(report.outbox) lignes de ce poste attendent la fin de la reprise.",
          "\(report.outbox) lines of this device wait for the end of the recovery."))
    }
    if report.retries > 0 {
      lines.append(
        session.say(
          "\(report.retries) reprise\(report.retries > 1 ? "s" : "") sur une ligne coupée.",
          "\(report.retries) retries on a cut line."))
    }
    lines.append(session.language == .french ? report.end.french : report.end.english)
    return lines
  }

  /// What one sync did, for a program.
  static func members(_ report: SyncReport) -> [(String, JSONValue)] {
    func streams(_ set: some Sequence<StreamID>) -> JSONValue { .array(set.sorted().map { .string($0.description) }) }
    return [
      ("end", .string(report.end.code)),
      ("offline", .bool(status(report) == .offline && report.end != .recovering)),
      ("pushed", .integer(Int64(report.pushed))), ("accepted", .integer(Int64(report.accepted))),
      (
        "refused",
        .array(
          report.refused.map {
            .sorted([
              ("code", .string($0.code)), ("detail", .string($0.detail)), ("seq", .integer(Int64($0.id.seq))),
              ("stream", .string($0.stream.description)),
            ])
          })
      ),
      ("received", .integer(Int64(report.received))), ("entered", streams(report.entered)),
      ("left", streams(report.left.map(\.stream))), ("retries", .integer(Int64(report.retries))),
      ("rounds", .integer(Int64(report.rounds))), ("bytesUp", .integer(Int64(report.bytesUp))),
      ("bytesDown", .integer(Int64(report.bytesDown))), ("outbox", .integer(Int64(report.outbox))),
      ("givenBack", .integer(Int64(report.givenBack))), ("givenAside", .integer(Int64(report.givenAside))),
      ("heldBack", .integer(Int64(report.heldBack))),
      ("unverifiedSeals", .integer(Int64(report.unverifiedSeals))),
      ("faults", .array(report.faults.map { .string("\($0.code) \($0.stream) \($0.seq)") })),
      ("clockOffset", report.clockOffsetMilliseconds.map { .integer($0) } ?? .null),
      (
        "digests",
        .object([JSONMember("equal", streams(report.equal)), JSONMember("different", streams(report.different))])
      ),
    ]
  }
}
