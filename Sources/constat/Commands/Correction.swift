import ArgumentParser
import AuditDesk
import AuditModel
import AuditSchema
import FieldClient
import ReplicaStore
import SchemeRules
import SyncCore
import Terminal

/// `correction`: what is to be taken up again, and the answer to it (R-ROLE-18).
struct CorrectionCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "correction",
    abstract: Console.say("Dossiers à reprendre, reprises", "Files to be taken up again, corrections"),
    subcommands: [CorrectionList.self, CorrectionRecord.self], aliases: Words.aliases(noun: "correction"))
}

/// `correction list`.
struct CorrectionList: ConstatCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: Console.say("Dossiers à reprendre : ce qu'un fait nouveau contredit", "Files to be taken up again"),
    discussion: Console.say(
      "Une décision ou un effet automatique qui reposait sur un fait corrigé depuis garde ses effets tant qu'une personne "
        + "habilitée à décider ne l'a pas maintenu ou remplacé (R-ROLE-18). La première ligne est ce que « correction "
        + "record » vise.",
      "A decision or automatic effect that rested on a fact since corrected holds until a person entitled to decide "
        + "maintains or replaces it (R-ROLE-18). The first line is what “correction record” names."),
    aliases: Words.aliases(verb: "list"))

  @OptionGroup var common: CommonOptions
  @Option(help: "dossier.qualiopi.SIREN") var dossier: String?

  func answer(in session: Session) async throws -> Answer {
    let folded = try session.store.fold(.directory)
    let directory = try session.directory()
    var lines: [String] = []
    var rows: [JSONValue] = []
    for stream in try session.store.streams() {
      guard case .dossier(_, let key) = stream.family, dossier == nil || dossier == stream.description else { continue }
      let views = ReopeningView.all(
        in: try session.store.fold(stream), directory: folded, language: session.language,
        person: { directory.name(of: $0) })
      for view in views {
        lines +=
          [
            "\(key)  \(view.key)"
          ] + HangingIndent.lines("  ", SafeText(view.what).description)
          + [session.say("  À reprendre : ", "  To be taken up again: ")]
          + view.facts.flatMap { HangingIndent.lines("    • ", SafeText($0).description) }
          + HangingIndent.lines(
            session.say("  Qui peut reprendre : ", "  Who may correct: "), SafeText(view.who).description)
        rows.append(row(view, stream))
      }
    }
    return Answer(
      "correction.list", lines: lines.isEmpty ? [session.say("Rien à reprendre.", "Nothing to take up again.")] : lines,
      members: [("reopened", .array(rows))])
  }

  private func row(_ view: ReopeningView, _ stream: StreamID) -> JSONValue {
    .sorted([
      ("cause", .string(view.reopening.cause.rawValue)), ("dossier", .string(stream.description)),
      ("facts", .array(view.reopening.facts.map { .string($0.citation) })), ("of", .string(view.key)),
      ("rule", .string(view.reopening.rule.description)), ("what", .string(view.what)), ("who", .string(view.who)),
    ])
  }
}

/// `correction record`.
struct CorrectionRecord: FormCommand {
  static let form = ActForm.required("correction.record")
  static let configuration = form(form, command: "record", of: "correction")

  @OptionGroup var common: CommonOptions
  @Argument(
    help: ArgumentHelp(
      Console.say("Ce qui est repris, tel que « correction list » le montre.", "What, as “correction list” shows it.")))
  var of: String
  @Argument(help: ArgumentHelp(Console.say("maintenu ou remplacé.", "maintained or replaced."))) var outcome: String
  @Option(help: ArgumentHelp(Console.say("Motif.", "Motive."))) var motive: String
  @Option(help: ArgumentHelp(Console.say("Nouvel état, si remplacé.", "New state, when replaced."))) var standing:
    String?
  @Option(help: ArgumentHelp(Console.say("À compter du, AAAA-MM-JJ.", "Counting from, YYYY-MM-DD."))) var from: String?
  @Option(help: ArgumentHelp(Console.say("Début de validité réimprimé.", "Start of validity reissued.")))
  var validFrom: String?
  @Option(help: ArgumentHelp(Console.say("Fin de validité réimprimée.", "End of validity reissued.")))
  var validUntil: String?
  @Option(help: ArgumentHelp(Console.say("Condition de la suspension.", "Condition of the suspension.")))
  var condition: String?
  @Option(
    help: ArgumentHelp(
      Console.say(
        "Fin du délai de la suspension, AAAA-MM-JJ ; défaut : trois mois.",
        "End of the suspension's delay; default: 3 months.")))
  var until: String?
  @Option(
    help: ArgumentHelp(Console.say("Fait cité ; défaut : tous ceux montrés.", "Fact cited; default: all those shown.")))
  var fact: [String] = []
  @Option(help: "mail/…") var letter: String?
  @Option(help: "dossier.qualiopi.SIREN") var dossier: String?

  /// The dossier is that of what is corrected, which its key begins with.
  var subject: String? { dossier ?? of.split(separator: ":").first.map(String.init) }
  var given: [String: [String]] {
    let single = [
      "of": of, "outcome": Words.value(outcome, among: ["maintained", "replaced"]) ?? outcome, "motive": motive,
      "standing": standing, "from": from, "valid-from": validFrom, "valid-until": validUntil, "condition": condition,
      "until": until, "letter": letter,
    ]
    return single.compactMapValues { $0.map { [$0] } }.merging(["fact": fact]) { $1 }
  }
}
