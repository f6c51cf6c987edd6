import ArgumentParser
import ReplicaStore
import SyncCore
import Terminal

/// `outbox`: what this device has saved and not yet had an answer for.
struct OutboxCommand: ConstatCommand {
  static let configuration = CommandConfiguration(
    commandName: "outbox",
    abstract: Console.say(
      "Ce qui reste à envoyer, et ce qui a été mis de côté", "What waits to be sent, and what was put aside"),
    aliases: Words.aliases(noun: "outbox"))

  @OptionGroup var common: CommonOptions

  func answer(in session: Session) async throws -> Answer {
    let waiting = try session.store.outbox()
    let aside = try session.store.quarantine()
    var lines = waiting.map { "\($0.id.seq)  \($0.change.stream)  " + Steps.words($0.change, session) }
    lines.append(
      session.say(
        "\(waiting.count) à envoyer, \(aside.count) mis de côté.", "\(waiting.count) to send, \(aside.count) put aside."
      ))
    lines += aside.map { "  ! \($0.line.id.seq)  \($0.line.change.stream)  " + reason($0.reason, session) }
    return Answer(
      "outbox", lines: lines,
      members: [
        ("waiting", .integer(Int64(waiting.count))), ("aside", .integer(Int64(aside.count))),
        (
          "refused",
          .array(
            aside.map { line in
              guard case .refused(let code, let detail) = line.reason else {
                return .sorted([("code", "scope-left"), ("seq", .integer(Int64(line.line.id.seq)))])
              }
              return .sorted([
                ("code", .string(code)), ("detail", .string(detail)), ("seq", .integer(Int64(line.line.id.seq))),
              ])
            })
        ),
      ])
  }

  private func reason(_ reason: QuarantinedLine.Reason, _ session: Session) -> String {
    switch reason {
    case .refused(let code, let detail):
      session.say(
        "refusé par le serveur : \(RefusalWords.text(code, detail: detail, session)) ; gardé",
        "refused by the server: \(RefusalWords.text(code, detail: detail, session)); kept")
    case .scopeLeft:
      session.say("dossier retiré avant l'envoi ; gardé", "dossier taken back before sending; kept")
    }
  }
}

/// What a change does, in a few words.
enum Steps {
  static func words(_ change: Change, _ session: Session) -> String {
    change.operations.prefix(3).map { operation in
      switch operation {
      case .set(let field, let on, let to, _, let motive):
        "\(on).\(field) = \(session.words(to))" + (motive.map { " (\(SafeText($0)))" } ?? "")
      case .add(let field, let on, let value): "\(on).\(field) + \(session.words(value))"
      case .remove(let field, let on, let value, _): "\(on).\(field) − \(session.words(value))"
      case .append(let field, let on, let value, _): "\(on).\(field) « \(session.words(value)) »"
      case .delete(let on, _, _): "− \(on)"
      case .restore(let on, _): "↺ \(on)"
      case .request(let act, let on, _): "? \(act) \(on)"
      case .rule(let ruling): "! \(ruling.verdict.rawValue) \(ruling.request) \(ruling.rules.joined(separator: " "))"
      case .state(let machine, let on, let to, _): "\(on).\(machine) → \(SafeText(to))"
      case .freeze(let on, _): "❄ \(on)"
      case .thaw(let on, _): "❄− \(on)"
      case .lapse(let deadline, let on, let due): "⏱ \(SafeText(deadline)) \(on) \(SafeText(due))"
      case .erase(let id, _, _): "⌫ \(id)"
      case .unknown(let name, _): session.say("inconnu : ", "unknown: ") + SafeText(name).description
      }
    }.joined(separator: " ; ") + (change.operations.count > 3 ? " …" : "")
  }
}
