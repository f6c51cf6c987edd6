import ArgumentParser
import AuditDesk
import AuditModel
import AuditSchema
import FieldClient
import SchemeRules
import SyncCore
import Terminal
import WorkingDays

/// `decision`: what the decision expert records, and nobody else.
struct DecisionCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decision", abstract: Console.say("Décisions", "Decisions"),
    subcommands: [DecisionRecord.self, DecisionShow.self], aliases: Words.aliases(noun: "decision"))
}

/// `decision record`.
struct DecisionRecord: ConstatCommand {
  private static let form = ActForm.required("decision.record")
  static let configuration = CommandConfiguration(
    commandName: "record", abstract: form.words.text(in: Console.processLanguage),
    discussion: FormHelp(form).text() + "\n"
      + Console.say(
        "Mesures : délivrer, refuser, maintenir, renouveler, suspendre, lever, retirer, étendre. « favorable » ou « "
          + "défavorable » seul laisse la mesure à la nature de l'audit et à l'état du certificat.",
        "Measures: grant, refuse, maintain, renew, suspend, reinstate, withdraw, extend. “favourable” or “unfavourable” "
          + "alone leaves the measure to the audit's kind and the certificate's standing."),
    aliases: Words.aliases(verb: "record", of: "decision"))

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp(Console.say("Mesure, ou favorable ou défavorable.", "Measure, or the outcome alone.")))
  var measure: String
  @Option(help: ArgumentHelp(Console.say("Le motif.", "The motive."))) var motive: String?
  @Option(
    help: ArgumentHelp(
      Console.say(
        "Audit ; défaut, si la mesure en demande un : l'audit en cours.",
        "Audit; default, where one is needed: the audit at hand.")))
  var audit: String?
  @Option(help: "dossier.qualiopi.SIREN") var dossier: String?
  @Option(
    help: ArgumentHelp(Console.say("Prise le, AAAA-MM-JJ ; défaut : aujourd'hui.", "Decided on; default: today.")))
  var on: String?
  @Option(help: ArgumentHelp(Console.say("Début de validité imprimé.", "Start of validity printed."))) var validFrom:
    String?
  @Option(help: ArgumentHelp(Console.say("Fin de validité imprimée.", "End of validity printed."))) var validTo: String?
  @Option(help: ArgumentHelp(Console.say("Numéro du certificat.", "Certificate number."))) var number: String?
  @Option(
    help: ArgumentHelp(
      Console.say("Prochaine surveillance à distance : oui ou non.", "Next surveillance remote: yes or no.")))
  var remoteSurveillance: String?
  @Option(help: ArgumentHelp(Console.say("Ce qui lèvera la suspension.", "What will lift the suspension.")))
  var condition: String?
  @Option(
    help: ArgumentHelp(
      Console.say("Effet de la suspension, s'il est plus tardif.", "Effect of the suspension, if later.")))
  var effect: String?
  @Option(help: ArgumentHelp(Console.say("Délai, s'il n'est pas de trois mois.", "Delay, unless three months.")))
  var until: String?
  @Option(help: "contract/…") var contract: String?
  @Option(help: "mail/…") var letter: String?

  func answer(in session: Session) async throws -> Answer {
    let (stream, audit) = try subject(in: session)
    let given = [
      "measure": Self.spelt(measure), "audit": audit?.description, "motive": motive,
      "decidedOn": on ?? session.today.description, "validFrom": validFrom, "validTo": validTo, "number": number,
      "remoteSurveillance": remoteSurveillance, "condition": condition, "effect": effect, "until": until,
      "contract": contract, "letter": letter,
    ].compactMapValues { $0.map { [$0] } }
    let answers = try Self.read(given)
    let id = try session.captureNew("decision", in: stream) { Self.form.steps($0, on: $1, answers) }
    let page = try RulingPage.forecast("decision.record", on: id, in: session, stream: stream)
    return Answer(
      "decision.record", lines: page.lines(session),
      members: [("decision", .string(id.description)), ("forecast", page.json)])
  }

  /// The dossier, and the audit where the decision is on a report: a measure on the certificate alone takes none unless
  /// named.
  private func subject(in session: Session) throws -> (StreamID, EntityID?) {
    let word = Self.spelt(measure)
    let needsAudit = DecisionMeasure(rawValue: word)?.needsAudit ?? true
    if audit != nil || (needsAudit && dossier == nil) {
      let place = try AuditPlace.find(audit, in: session, scheme: .qualiopi)
      return (place.stream, place.audit)
    }
    if let dossier, let stream = StreamID(dossier), case .dossier("qualiopi", _) = stream.family {
      return (stream, nil)
    }
    return (try AuditPlace.find(nil, in: session, scheme: .qualiopi).stream, nil)
  }

  private static func spelt(_ word: String) -> String {
    Words.value(word, among: DecisionMeasure.allCases.map(\.rawValue) + DecisionOutcome.allCases.map(\.rawValue))
      ?? word
  }

  private static func read(_ given: [String: [String]]) throws -> ActAnswers {
    do throws(ActInputFault) {
      return try form.answers(to: given)
    } catch {
      throw CommandFailure("form", .usage, fr: error.sentence.fr, en: error.sentence.en)
    }
  }
}

/// `decision show`.
struct DecisionShow: ConstatCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: Console.say("Montrer une décision demandée et sa suite", "Show a decision asked for"),
    aliases: Words.aliases(verb: "show"))

  @OptionGroup var common: CommonOptions
  @Argument(help: "decision/…") var decision: String

  func answer(in session: Session) async throws -> Answer {
    let (view, fold) = try EntityLookup.find(decision, type: "decision", in: session)
    let ruling = try RulingPage.all(
      on: view, in: fold, provisional: session.provisional(fold.stream), language: session.language
    ).last
    let phrasing = FieldPhrasing(session.language)
    let fields: [FieldName] = ["measure", "outcome", "decidedOn", "motive"]
    let said = fields.compactMap { field in
      view.value(field).map { SafeText(phrasing.words($0, of: field, in: "decision")).description }
    }
    return Answer(
      "decision.show", lines: [said.joined(separator: " · ")] + (ruling?.lines(session) ?? []),
      members: [
        ("decidedOn", view.value("decidedOn") ?? .null), ("decision", .string(view.id.description)),
        ("measure", view.value("measure") ?? .null), ("outcome", view.value("outcome") ?? .null),
        ("ruling", ruling?.json ?? .null),
      ])
  }
}
