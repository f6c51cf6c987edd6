import ArgumentParser
import AuditDesk
import AuditModel
import FieldClient
import ReplicaStore
import SyncCore
import Terminal
import WorkingDays

/// `complaint`: the register of complaints and appeals (R-ROLE-21).
struct ComplaintCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "complaint", abstract: Console.say("Réclamations et recours", "Complaints and appeals"),
    subcommands: [
      ComplaintList.self, ComplaintRecord.self, ComplaintAcknowledge.self, ComplaintExamine.self, ComplaintNotify.self,
    ], aliases: Words.aliases(noun: "complaint"))
}

/// `complaint list`.
struct ComplaintList: ConstatCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: Console.say("Registre des réclamations et recours", "Register of complaints"),
    aliases: Words.aliases(verb: "list"))

  @OptionGroup var common: CommonOptions

  func answer(in session: Session) async throws -> Answer {
    var lines: [String] = []
    var rows: [JSONValue] = []
    let settings = try session.settings()
    for stream in try session.store.streams() {
      guard case .dossier(_, let key) = stream.family else { continue }
      for view in ComplaintView.all(in: try session.store.fold(stream), settings: settings) {
        lines += HangingIndent.lines("\(key)  ", SafeText(view.line(FieldPhrasing(session.language))).description)
        func day(_ day: String?) -> JSONValue { day.map { .string($0) } ?? .null }
        rows.append(
          .sorted([
            ("acknowledgedOn", day(view.acknowledgedOn?.description)), ("complaint", .string(view.id.description)),
            ("concerns", day(view.concerns)), ("dossier", .string(stream.description)), ("kind", day(view.kind)),
            ("notifiedOn", day(view.notifiedOn?.description)), ("receivedOn", day(view.receivedOn?.description)),
            ("stage", .string(view.stage.rawValue)),
          ]))
      }
    }
    return Answer(
      "complaint.list",
      lines: lines.isEmpty ? [session.say("Aucune réclamation, aucun recours.", "No complaint, no appeal.")] : lines,
      members: [("complaints", .array(rows))])
  }
}

/// `complaint record`.
struct ComplaintRecord: FormCommand {
  static let form = ActForm.required("complaint.record")
  static let configuration = form(form, command: "record", of: "complaint")

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp(Console.say("réclamation ou recours.", "complaint or appeal."))) var kind: String
  @Option(help: ArgumentHelp(Console.say("Auteur.", "From."))) var from: String
  @Option(help: ArgumentHelp(Console.say("Objet.", "About."))) var about: String
  @Option(help: ArgumentHelp(Console.say("Courrier reçu, mail/….", "Mail received, mail/…."))) var received: String
  @Option(help: ArgumentHelp(Console.say("Audit, décision ou dossier visé.", "Audit, decision or dossier concerned.")))
  var concerns: String?
  @Option(help: "dossier.qualiopi.SIREN") var dossier: String?

  var subject: String? { dossier }
  var given: [String: [String]] {
    ["kind": kind, "from": from, "about": about, "received": received, "concerns": concerns]
      .compactMapValues { $0.map { [$0] } }
  }
}

/// `complaint acknowledge`.
struct ComplaintAcknowledge: FormCommand {
  static let form = ActForm.required("complaint.acknowledge")
  static let configuration = form(form, command: "acknowledge", of: "complaint")

  @OptionGroup var common: CommonOptions
  @Argument(help: "complaint/…") var complaint: String
  @Option(help: ArgumentHelp(Console.say("Courrier envoyé, mail/….", "Mail sent, mail/…."))) var mail: String

  var subject: String? { complaint }
  var given: [String: [String]] { ["acknowledged": [mail]] }
}

/// `complaint examine`.
struct ComplaintExamine: FormCommand {
  static let form = ActForm.required("complaint.examine")
  static let configuration = form(form, command: "examine", of: "complaint")

  @OptionGroup var common: CommonOptions
  @Argument(help: "complaint/…") var complaint: String
  @Option(help: ArgumentHelp(Console.say("Suite donnée.", "Outcome."))) var outcome: String

  var subject: String? { complaint }
  var given: [String: [String]] { ["outcome": [outcome]] }
}

/// `complaint notify`.
struct ComplaintNotify: FormCommand {
  static let form = ActForm.required("complaint.notify")
  static let configuration = form(form, command: "notify", of: "complaint")

  @OptionGroup var common: CommonOptions
  @Argument(help: "complaint/…") var complaint: String
  @Option(help: ArgumentHelp(Console.say("Courrier envoyé, mail/….", "Mail sent, mail/…."))) var mail: String

  var subject: String? { complaint }
  var given: [String: [String]] { ["notified": [mail]] }
}
