import ArgumentParser
import AuditDesk
import AuditModel
import AuditSchema
import ReplicaStore
import SchemeRules
import SyncCore
import Terminal
import WorkingDays

/// `deadline list`: what runs in the dossiers this device holds, soonest first.
struct DeadlineList: ConstatCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: Console.say("Échéances des dossiers tenus par ce poste", "Due dates of the dossiers held here"),
    discussion: Console.say(
      "Ce qui est fait n'est pas listé ; --all le montre. --mine : pour un auditeur, ce qui l'attend ou attend "
        + "l'organisme dans ses audits ; pour l'expert décisionnaire, ce qui mène à une décision ; pour le service "
        + "certification, tout.",
      "What is done is not listed; --all shows it. --mine: for an auditor, what waits for them or the body in their "
        + "audits; for the decision expert, what leads to a decision; for the certification office, all."),
    aliases: Words.aliases(verb: "list"))

  @OptionGroup var common: CommonOptions
  @Option(
    help: ArgumentHelp(Console.say("Au jour dit, AAAA-MM-JJ ; défaut : aujourd'hui.", "On that day; default: today.")))
  var on: String?
  @Option(help: ArgumentHelp(Console.say("Un dossier : SIREN ou dossier.qualiopi.SIREN.", "One dossier: its SIREN.")))
  var dossier: String?
  @Flag(help: ArgumentHelp(Console.say("Les miennes seulement.", "Mine only."))) var mine = false
  @Flag(help: ArgumentHelp(Console.say("Celles dont le devoir est fait aussi.", "Those whose duty is done too.")))
  var all = false

  func answer(in session: Session) async throws -> Answer {
    let today = try on.map { try Parsing.day($0) } ?? session.today
    let found = try self.found(on: today, in: session)
    let dated = found.filter { $0.deadline.due != nil }
    let uncountable = found.filter { $0.deadline.due == nil }
    let lines = found.flatMap { $0.lines(session) }
    var members: [(String, JSONValue)] = [("deadlines", .array(dated.map { $0.json(today) }))]
    if !uncountable.isEmpty { members.append(("uncountable", .array(uncountable.map { $0.json(today) }))) }
    return Answer(
      "deadline.list", lines: lines.isEmpty ? [session.say("Aucune échéance.", "No due date.")] : lines,
      members: members)
  }

  private func found(on today: CivilDate, in session: Session) throws -> [ListedDeadline] {
    let author = try session.author()
    let actor = ActActor(user: author.user, roles: author.roles)
    let directory = try session.store.fold(.directory)
    let listed = try session.store.streams().flatMap { stream -> [ListedDeadline] in
      guard case .dossier("qualiopi", let key) = stream.family,
        dossier.map({ [key, stream.description].contains($0) }) ?? true
      else { return [] }
      let fold = try session.store.fold(stream)
      let context = ActContext(dossier: fold, directory: directory, today: today)
      let deadlines = all ? QualiopiDeadlines.all(in: context) : QualiopiDeadlines.open(in: context)
      let name = try session.bodyName(key) ?? key
      return deadlines.filter {
        !mine || $0.concerns(actor, team: QualiopiDeadlines.team(of: $0.audit, in: fold))
      }.map { ListedDeadline(deadline: $0, body: key, name: name) }
    }
    return listed.sorted { $0.order < $1.order }
  }
}

/// A deadline with whose dossier it runs in.
private struct ListedDeadline {
  let deadline: RunningDeadline
  let body: String
  let name: String

  /// By day, then deadline and body; what has no day comes last.
  var order: (CivilDate, String, String) { (deadline.due?.parisDate ?? .latest, deadline.id.rawValue, body) }

  func lines(_ session: Session) -> [String] {
    let row = deadline.row
    let language = session.language
    let actors = row.actors.map { $0.name.text(in: language) }.joined(separator: ", ")
    let indicative = row.isIndicative ? session.say(" (indicatif)", " (indicative)") : ""
    var lines = HangingIndent.lines(
      "", "\(day(session))  \(standing(session))  \(deadline.id.rawValue)  \(deadline.ruleID)\(indicative)")
    lines += HangingIndent.lines(
      "    ",
      SafeText("\(name) — \(DeadlineWords.title(deadline.id).text(in: language)) (\(actors))").description)
    if deadline.state == .missed {
      lines += HangingIndent.lines("    → ", row.missed.text(in: language))
    }
    return lines
  }

  private func day(_ session: Session) -> String {
    guard let due = deadline.due else { return DossierDueDate.uncountable.text(in: session.language) }
    let day = session.day(due.parisDate.description)
    return day + String(repeating: " ", count: max(0, 18 - day.count))
  }

  private func standing(_ session: Session) -> String {
    switch deadline.state {
    case .missed, .done: return deadline.state.words.text(in: session.language)
    case .running:
      let left = deadline.workingDaysLeft
      return session.say(
        left > 1 ? "\(left) jours ouvrés" : "\(left) jour ouvré", left == 1 ? "1 working day" : "\(left) working days")
    }
  }

  func json(_ today: CivilDate) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("actors", .array(deadline.row.actors.map { .string($0.rawValue) })), ("body", .string(body)),
      ("deadline", .string(deadline.id.rawValue)), ("indicative", .bool(deadline.row.isIndicative)),
      ("overdue", .bool(deadline.state == .missed)), ("rule", .string(deadline.ruleID)),
      ("state", .string(deadline.state.rawValue)), ("subject", .string(deadline.subject.description)),
    ]
    if let due = deadline.due {
      members.append(("due", .string(due.parisDate.description)))
      members.append(("workingDaysLeft", .integer(Int64(deadline.workingDaysLeft))))
    }
    return .sorted(members)
  }
}
