import ArgumentParser
import AuditModel
import AuditDesk
import FieldClient
import ReplicaStore
import SchemeRules
import SyncCore
import Terminal
import WorkingDays

/// `situation`: changes seen on site, beside the register, and changes the body declares.
struct SituationCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "situation",
    abstract: Console.say(
      "Changements constatés sur place, changements déclarés", "Changes observed on site, changes declared"),
    subcommands: [SituationObserve.self, SituationDeclare.self, SituationList.self],
    aliases: Words.aliases(noun: "situation"))
}

/// `situation observe`.
struct SituationObserve: ConstatCommand {
  static let configuration = CommandConfiguration(
    commandName: "observe",
    abstract: Console.say("Noter un changement constaté", "Note a change seen on site"),
    discussion: Console.say(
      "Le registre ne bouge pas. Constater n'est pas déclarer : seule la déclaration de l'organisme arrête son délai "
        + "(R-ROLE-19).",
      "The register does not move. Observing is not declaring: only the body's own declaration meets its duty "
        + "(R-ROLE-19)."),
    aliases: Words.aliases(verb: "observe"))

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp(Console.say("adresse, dénomination ou dirigeant.", "address, name or director.")))
  var subject: String
  @Argument(help: ArgumentHelp(Console.say("Ce qui a été lu ou vu.", "What was read or seen."))) var observed: String
  @Option(help: ArgumentHelp(Console.say("Pièce attendue : kbis, récépissé…", "Proof to come: kbis…"))) var proof:
    String?
  @Option(help: ArgumentHelp(Console.say("Note.", "Note."))) var note: String?
  @Option(
    help: ArgumentHelp(Console.say("SIREN ; défaut : l'organisme de l'audit.", "SIREN; default: the audited body.")))
  var body: String?
  @Option(help: ArgumentHelp(Console.say("Date du constat ; défaut : aujourd'hui.", "Day; default: today."))) var on:
    String?

  func answer(in session: Session) async throws -> Answer {
    let subject = try Parsing.word(
      self.subject, among: ["address", "name", "director"],
      what: LocalizedText(fr: "l'objet du changement", en: "the subject"))
    guard let key = try body ?? AuditPlace.find(nil, in: session).bodyKey else {
      throw CommandFailure("which-body", .usage, fr: "Donnez --body SIREN.", en: "Give --body SIREN.")
    }
    let (stream, entity) = try BodyCommand.place(key)
    let day = try on.map { try Parsing.day($0) } ?? session.proposedDay(option: "--on")
    let fold = try session.store.fold(stream)
    let seen: JSONValue
    if subject == "address" {
      // The door shows a street; town and postcode are those of the register unless a note says otherwise.
      let register = FactView("address", of: entity, in: fold).value
      seen = .sorted(
        [("street", .string(observed))]
          + ["city", "postcode"].compactMap { part in register?[part].map { (part, $0) } })
    } else {
      seen = .string(observed)
    }
    let id = try session.captureNew("situation", in: stream) { desk, id in
      desk.situation(id, subject: subject, observed: seen, on: day.description, proofDue: proof, note: note)
    }
    return Answer(
      "situation.observe",
      lines: [
        session.say(
          "Changement constaté, à côté du registre. Pièce attendue : ", "Change noted beside the register. Proof due: ")
          + (proof.map { SafeText(UpdateCertificate.Item(rawValue: $0)?.words.text(in: session.language) ?? $0) }?
            .description ?? "—")
      ],
      members: [("situation", .string(id.description)), ("proofDue", proof.map { .string($0) } ?? .null)])
  }
}

/// `situation list`.
struct SituationList: ConstatCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: Console.say("Changements constatés", "Observed changes"),
    aliases: Words.aliases(verb: "list"))

  @OptionGroup var common: CommonOptions
  @Option(help: "SIREN") var body: String?

  func answer(in session: Session) async throws -> Answer {
    var lines: [String] = []
    var rows: [JSONValue] = []
    for stream in try session.store.streams() {
      guard case .organisation(let key) = stream.family, body == nil || body == key else { continue }
      for report in SituationReport.all(in: try session.store.fold(stream), body: key) {
        let state =
          report.answer?.outcome.words.text(in: session.language)
          ?? (report.isConfirmed
            ? session.say("confirmé par le registre", "confirmed by the register")
            : session.say("à confirmer", "to be confirmed"))
        lines.append(
          "\(key)  \(report.subject)  \(session.words(report.observed))  \(session.day(report.on))  \(state)")
        rows.append(
          .sorted([
            ("answer", report.answer.map { .string($0.outcome.rawValue) } ?? .null), ("body", .string(key)),
            ("confirmed", .bool(report.isConfirmed)), ("observed", report.observed),
            ("on", report.on.map { .string($0) } ?? .null), ("proofDue", report.proofDue.map { .string($0) } ?? .null),
            ("situation", .string(report.id.description)), ("subject", .string(report.subject)),
          ]))
      }
    }
    return Answer("situation.list", lines: lines, members: [("situations", .array(rows))])
  }
}
