import ArgumentParser
import AuditModel
import AuditDesk
import AuditReport
import FieldClient
import Foundation
import ReplicaStore
import SchemeRules
import SyncCore
import Terminal

/// `report`: from the provisional report to the file in decision.
struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: Console.say("Rapport, réponse, clôture, transmission", "Report, answer, closing, submission"),
    subcommands: [
      AuditFormCommand<ReportPresent>.self, AuditFormCommand<ReportSent>.self, AuditFormCommand<ReportAnswered>.self,
      AuditFormCommand<ReportWait>.self, AuditFormCommand<ReportClose>.self, AuditFormCommand<ReportSubmit>.self,
      ReportPrint.self,
    ], aliases: Words.aliases(noun: "report"))
}

/// `report print`: a page that prints on paper.
struct ReportPrint: ConstatCommand {
  static let configuration = CommandConfiguration(
    commandName: "print", abstract: Console.say("Imprimer le rapport en HTML", "Print the report as HTML"),
    aliases: Words.aliases(verb: "print"))

  @OptionGroup var common: CommonOptions
  @Option(
    help: ArgumentHelp(
      Console.say("Fichier à écrire ; sinon la sortie standard.", "File to write; else standard output.")))
  var output: String?
  @Option(help: ArgumentHelp(Console.say("Audit.", "Audit."))) var audit: String?

  func answer(in session: Session) async throws -> Answer {
    let place = try AuditPlace.find(audit, in: session, scheme: .qualiopi)
    let organisation = try place.bodyKey.flatMap { StreamID.organisation($0) }.flatMap {
      try session.store.streams().contains($0) ? try session.store.fold($0) : nil
    }
    let (directory, french) = (try session.directory(), session.speaking(.french))
    let report = AuditReport(
      of: place.board, in: place.fold, organisation: organisation, directory: try session.store.fold(.directory)
    ) {
      french.name(of: $0, in: directory)
    }
    let html = try report.html()
    let due = try report.deadlines().first
    var members: [(String, JSONValue)] = [
      ("due", due.map { .string($0.due) } ?? .null), ("deadline", due.map { .string($0.id.rawValue) } ?? .null),
      ("rule", due.map { .string($0.rule) } ?? .null),
    ]
    guard let output else {
      members.append(("html", .string(html)))
      return Answer("report.print", lines: [html], members: members)
    }
    do {
      try Data(html.utf8).write(to: URL(fileURLWithPath: output), options: .atomic)
    } catch {
      throw CommandFailure(
        "not-writable", fr: "« \(output) » n'a pas pu être écrit (\(error.localizedDescription)).",
        en: "“\(output)” could not be written (\(error.localizedDescription)).")
    }
    members.append(("output", .string(output)))
    return Answer(
      "report.print",
      lines: [
        session.say("Rapport écrit : \(output).", "Report written: \(output)."),
        due.map {
          session.say("À remettre pour le ", "Due on ") + session.day($0.due) + " (\($0.id.rawValue), \($0.rule))."
        }
          ?? "",
      ], members: members)
  }
}
