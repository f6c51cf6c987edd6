import ArgumentParser
import AuditDesk
import AuditModel
import AuditSchema
import ReplicaStore
import SchemeRules
import SyncCore
import Terminal
import WorkingDays

/// `nonconformity list`: where each stands, until when evidence is in time, and what came late.
struct NonConformityList: ConstatCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: Console.say("Non-conformités d'un dossier", "Non-conformities of a dossier"),
    aliases: Words.aliases(verb: "list"))

  @OptionGroup var common: CommonOptions
  @Option(help: "dossier.qualiopi.SIREN") var dossier: String
  @Option(
    help: ArgumentHelp(Console.say("Au jour dit, AAAA-MM-JJ ; défaut : aujourd'hui.", "On that day; default: today.")))
  var on: String?

  func answer(in session: Session) async throws -> Answer {
    let today = try on.map { try Parsing.day($0) } ?? session.today
    let fold = try session.store.fold(try NonConformityCommand.stream(dossier))
    let found = NonConformityLine.all(
      in: ActContext(dossier: fold, directory: try session.store.fold(.directory), today: today))
    let lines = found.flatMap { paragraph(of: $0, on: today, session) }
    return Answer(
      "nonconformity.list",
      lines: lines.isEmpty ? [session.say("Aucune non-conformité.", "No non-conformity.")] : lines,
      members: [("nonconformities", .array(found.map { row(of: $0, in: fold) }))])
  }

  private func paragraph(of found: NonConformityLine, on today: CivilDate, _ session: Session) -> [String] {
    let language = session.language
    var parts = [
      found.subject.text(in: language), found.grade.text(in: language),
      found.facts.state.words.text(in: language),
    ]
    if let due = found.facts.due, let clock = found.facts.clock {
      let left = found.delay(on: today).map { ", " + $0.text(in: language) } ?? ""
      parts.append(
        session.say("preuves jusqu'au ", "evidence by ") + session.day(due.description) + left + " (\(clock.rule))")
    }
    let said = (parts + found.marks.map { $0.words.text(in: language) }).joined(separator: "  ")
    return [found.facts.entity.description] + HangingIndent.lines("  ", said)
  }

  private func row(of found: NonConformityLine, in fold: StreamFold) -> JSONValue {
    let facts = found.facts
    let view = fold.entity(facts.entity, schema: AuditSchema.current)
    func day(_ day: CivilDate?) -> JSONValue { day.map { .string($0.description) } ?? .null }
    return .sorted([
      ("deadline", facts.clock.map { .string($0.deadline.rawValue) } ?? .null), ("due", day(facts.due)),
      ("evidenceReceivedOn", day(facts.evidenceReceivedOn)), ("grade", view?.value("grade") ?? .null),
      ("id", .string(facts.entity.description)), ("indicator", view?.value("indicator") ?? .null),
      ("marks", .array(found.marks.map { .string($0.rawValue) })),
      ("origin", facts.origin.map { .string($0.description) } ?? .null),
      ("planReceivedOn", day(facts.planReceivedOn)), ("raisedOn", view?.value("raisedOn") ?? .null),
      ("rule", facts.clock.map { .string($0.rule.description) } ?? .null), ("stage", .string(facts.state.rawValue)),
      ("workingDaysLeft", found.workingDaysLeft.map { .integer(Int64($0)) } ?? .null),
    ])
  }
}
