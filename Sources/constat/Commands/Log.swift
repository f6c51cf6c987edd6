import ArgumentParser
import ReplicaStore
import SyncCore
import Terminal

/// `log`: who said what, on which device, when claimed and when received.
struct LogCommand: ConstatCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: Console.say("Historique d'un dossier", "History of a dossier"),
    aliases: Words.aliases(noun: "log"))

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp(Console.say("dossier.qualiopi.SIREN, organisation.SIREN…", "dossier.qualiopi.SIREN…")))
  var stream: String?
  @Option(help: ArgumentHelp(Console.say("Au plus n lignes, les dernières.", "At most n lines, the last ones.")))
  var last = 50

  func answer(in session: Session) async throws -> Answer {
    guard let stream = try stream.map({ StreamID($0) }) ?? AuditPlace.find(nil, in: session).stream else {
      throw CommandFailure(
        "bad-stream", .usage, fr: "Ce nom n'est pas celui d'un dossier.", en: "This is no name of a dossier.")
    }
    let directory = try session.directory()
    let held = try session.store.lines(of: stream).suffix(max(0, last))
    let lines = held.map { stored in
      let change = stored.line.change
      return "\(session.moment(change.time))  \(session.name(of: change.by, in: directory))  "
        + "\(standing(stored.standing, session))  " + Steps.words(change, session)
    }
    let rows = held.map { stored in
      let change = stored.line.change
      var members: [(String, JSONValue)] = [
        ("by", .string(change.by.description)), ("change", .string(change.id.description)),
        ("claimed", .integer(change.time)), ("digest", .string(stored.line.digest.description)),
        ("own", .bool(stored.isOwn)),
      ]
      switch stored.standing {
      case .accepted(let position, let received):
        members += [("position", .integer(Int64(position))), ("received", received.map { .integer($0) } ?? .null)]
      case .pending: members.append(("position", .null))
      case .refused(let code, _): members.append(("refused", .string(code)))
      }
      return JSONValue.sorted(members)
    }
    return Answer(
      "log", lines: lines, members: [("stream", .string(stream.description)), ("changes", .array(rows))])
  }

  private func standing(_ standing: StoredLine.Standing, _ session: Session) -> String {
    switch standing {
    case .accepted(let position, _): "n° \(position)"
    case .pending: session.say("à envoyer", "to send")
    case .refused(let code, _): session.say("refusé (\(code))", "refused (\(code))")
    }
  }
}
