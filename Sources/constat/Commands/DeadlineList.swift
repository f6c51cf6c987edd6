import ArgumentParser
import AuditDesk
import AuditModel
import ReplicaStore
import SchemeRules
import SyncCore
import Terminal
import WorkingDays

/// `deadline list`: what is due on the audits and dossiers this device holds, soonest first.
struct DeadlineList: ConstatCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: Console.say("Échéances des dossiers tenus par ce poste", "Due dates of the dossiers held here"),
    aliases: Words.aliases(verb: "list"))

  @OptionGroup var common: CommonOptions
  @Option(
    help: ArgumentHelp(Console.say("Au jour dit, AAAA-MM-JJ ; défaut : aujourd'hui.", "On that day; default: today.")))
  var on: String?

  func answer(in session: Session) async throws -> Answer {
    let today = try on.map { try Parsing.day($0) } ?? session.today
    let calendar = WorkingDayCalendar()
    let derived = try session.store.streams().flatMap { stream -> [(due: DossierDueDate, body: String)] in
      guard case .dossier(_, let key) = stream.family else { return [] }
      return try DossierDueDate.all(in: session.store.fold(stream)).map { ($0, key) }
    }
    let found = derived.compactMap { due, body -> (date: CivilDate, id: DeadlineID, body: String)? in
      due.date.map { ($0, due.deadline, body) }
    }.sorted { ($0.date, $0.id.rawValue, $0.body) < ($1.date, $1.id.rawValue, $1.body) }
    let uncountable = derived.filter { $0.due.date == nil }
    let dated = found.map { due in
      let left = calendar.remainingWorkingDays(on: today, until: due.date)
      let state =
        due.date < today
        ? session.say("dépassée", "overdue")
        : session.say(
          left > 1 ? "\(left) jours ouvrés" : "\(left) jour ouvré", left == 1 ? "1 working day" : "\(left) working days"
        )
      return "\(session.day(due.date.description))  \(due.id.rawValue)  \(due.body)  \(state)  "
        + "(\(DeadlineTable.standard[due.id].ruleID))"
    }
    let lines =
      dated
      + uncountable.map { due, body in
        "\(session.say(DossierDueDate.uncountable.fr, DossierDueDate.uncountable.en))  "
          + "\(due.deadline.rawValue)  \(body)  (\(due.ruleID))"
      }
    var members: [(String, JSONValue)] = [
      (
        "deadlines",
        .array(
          found.map { due in
            .sorted([
              ("body", .string(due.body)), ("deadline", .string(due.id.rawValue)),
              ("due", .string(due.date.description)), ("overdue", .bool(due.date < today)),
              ("rule", .string(DeadlineTable.standard[due.id].ruleID)),
              ("workingDaysLeft", .integer(Int64(calendar.remainingWorkingDays(on: today, until: due.date)))),
            ])
          })
      )
    ]
    if !uncountable.isEmpty {
      let entries = uncountable.map { due, body -> JSONValue in
        .sorted([
          ("body", .string(body)), ("deadline", .string(due.deadline.rawValue)), ("rule", .string(due.ruleID)),
        ])
      }
      members.append(("uncountable", .array(entries)))
    }
    return Answer(
      "deadline.list", lines: lines.isEmpty ? [session.say("Aucune échéance.", "No due date.")] : lines,
      members: members)
  }
}
