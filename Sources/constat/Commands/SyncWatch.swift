import AuditModel
import FieldClient
import Foundation
import HTTPTransport
import ReplicaStore
import SyncCore
import SyncProtocol
import Synchronization
import Terminal

/// `sync --watch`: tells what a watch does as it does it, and how it ended.
///
/// For a person: one line on standard output a sync that moved something, and in a terminal one line of status on
/// standard error that is written over. For a program: one JSON line an event on standard output.
struct SyncWatch: Sendable {
  let session: Session
  let json: Bool

  /// Runs until a signal or until the server is not to be talked to any more.
  func run(syncs: SyncEngine, transport: CurlTransport) async throws -> Answer {
    let engine = WatchEngine(
      store: session.store, transport: transport, syncs: syncs,
      sleep: { try await Task.sleep(for: .milliseconds($0)) }, random: SystemRandomNumberGenerator())
    let telling = Telling(session: session, json: json)
    let ending: WatchMachine.Ending
    do {
      ending = try await StopSignal.cancelling { try await engine.run { telling.tell($0) } }
    } catch {
      telling.clear()
      throw error
    }
    telling.clear()
    return try answer(ending, telling.tally)
  }

  private func answer(_ ending: WatchMachine.Ending, _ tally: SyncWatchTally) throws -> Answer {
    let outbox = try session.store.status().outbox
    var members: [(String, JSONValue)] = [
      ("syncs", .integer(Int64(tally.syncs))), ("accepted", .integer(Int64(tally.accepted))),
      ("refused", .integer(Int64(tally.refused))), ("received", .integer(Int64(tally.received))),
      ("outbox", .integer(Int64(outbox))),
    ]
    let done = session.say(
      "Arrêté. \(tally.sentence(session)) En attente : \(outbox).",
      "Stopped. \(tally.sentence(session)) Waiting: \(outbox).")
    switch ending {
    case .stopped(let offline):
      members = [("event", "ended"), ("end", "stopped"), ("offline", .bool(offline))] + members
      return Answer("sync", lines: [done], members: members, status: offline ? .offline : .done)
    case .given(let end):
      members = [("event", "ended"), ("end", .string(end.code)), ("offline", .bool(false))] + members
      return Answer(
        "sync", lines: [done, session.language == .french ? end.french : end.english], members: members,
        status: SyncCommand.status(end, needsPerson: tally.refused > 0))
    }
  }
}

/// What a watch has moved so far.
struct SyncWatchTally: Sendable {
  var syncs = 0
  var accepted = 0
  var refused = 0
  var received = 0

  mutating func add(_ report: SyncReport) {
    syncs += 1
    accepted += report.accepted
    refused += report.refused.count
    received += report.received
  }

  func sentence(_ session: Session) -> String {
    session.say(
      "Envoyé : \(accepted), refusé : \(refused), reçu : \(received).",
      "Sent: \(accepted), refused: \(refused), received: \(received).")
  }
}

extension SyncWatch {
  /// Writes notices as they come.
  private final class Telling: Sendable {
    private let session: Session
    private let console: Console
    private let isTerminal: Bool
    private let sum = Mutex(SyncWatchTally())

    init(session: Session, json: Bool) {
      self.session = session
      console = Console(program: "constat", language: session.language, json: json)
      isTerminal = !json && isatty(STDERR_FILENO) == 1
    }

    var tally: SyncWatchTally { sum.withLock { $0 } }

    func tell(_ notice: WatchEngine.Notice) {
      switch notice {
      case .standing(let standing): tell(standing)
      case .synced(let report):
        sum.withLock { $0.add(report) }
        guard console.json || report.hasMoved else { return }
        clear()
        console.write(
          Answer(
            "sync", lines: Array(SyncCommand.lines(report, session).dropLast()),
            members: [("event", "synced")] + SyncCommand.members(report)))
      }
    }

    private func tell(_ standing: WatchMachine.Standing) {
      let (word, line): (String, String) =
        switch standing {
        case .syncing: ("syncing", session.say("Synchronisation…", "Syncing…"))
        case .listening:
          (
            "listening",
            session.say(
              "À jour, à l'écoute. \(tally.sentence(session)) Ctrl-C arrête.",
              "Up to date, listening. \(tally.sentence(session)) Ctrl-C stops.")
          )
        case .waiting(let reason):
          (
            "waiting",
            session.say(
              "Serveur hors d'atteinte (\(reason)) : votre travail est enregistré ici ; nouvel essai bientôt.",
              "Server out of reach (\(reason)): your work is saved here; trying again soon.")
          )
        }
      if console.json {
        var members: [(String, JSONValue)] = [("event", .string(word))]
        if case .waiting(let reason) = standing { members.append(("reason", .string(reason))) }
        console.write(Answer("sync", members: members))
      } else if isTerminal {
        let text = SafeText(line).description
        write("\r\u{1B}[2K" + (session.language == .french ? FrenchTypography.spaced(text) : text))
      }
    }

    /// Takes the line of status away.
    func clear() {
      if isTerminal { write("\r\u{1B}[2K") }
    }

    private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
  }
}

extension SyncReport {
  /// Whether something is to be told of it beyond that it happened.
  var hasMoved: Bool {
    accepted > 0 || received > 0 || !refused.isEmpty || !entered.isEmpty || !left.isEmpty || !faults.isEmpty
  }
}
