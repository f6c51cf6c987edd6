import ArgumentParser
import AuditDesk
import AuditModel
import FieldClient
import ReplicaStore
import SchemeRules
import SyncCore
import Terminal
import WorkingDays

/// `certificate`: the certificate of a body, and what the office changes on it.
struct CertificateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "certificate", abstract: Console.say("Certificat Qualiopi", "Qualiopi certificate"),
    subcommands: [CertificateShow.self, CertificateUpdate.self, CertificatePublish.self],
    aliases: Words.aliases(noun: "certificate"))
}

/// `certificate show`.
struct CertificateShow: ConstatCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: Console.say(
      "Montrer l'état du certificat, sa validité et ce qui est à décider",
      "Show the certificate's standing, its validity and what waits to be decided"),
    discussion: Console.say(
      "Une suspension ou un retrait proposés restent des propositions : un expert décisionnaire les prononce "
        + "(« constat décision prononcer »).",
      "A proposed suspension or withdrawal stays a proposal: a decision expert takes it (“constat decision record”)."),
    aliases: Words.aliases(verb: "show"))

  @OptionGroup var common: CommonOptions
  @Option(help: "dossier.qualiopi.SIREN") var dossier: String?

  func answer(in session: Session) async throws -> Answer {
    let stream: StreamID
    if let dossier, let named = StreamID(dossier) {
      stream = named
    } else {
      stream = try AuditPlace.find(dossier, in: session, scheme: .qualiopi).stream
    }
    guard let view = CertificateView(try session.actContext(try session.store.fold(stream))) else {
      throw CommandFailure(
        "not-qualiopi", .usage, fr: "Donnez un dossier Qualiopi : --dossier dossier.qualiopi.SIREN.",
        en: "Give a Qualiopi dossier: --dossier dossier.qualiopi.SIREN.")
    }
    let phrasing = Phrasing(session.language)
    let duties = view.duties.flatMap {
      HangingIndent.lines("  · ", "\($0.words.text(in: session.language)) (\($0.rule))")
    }
    return Answer(
      "certificate.show",
      lines: view.lines(phrasing).flatMap { HangingIndent.lines("", SafeText($0).description) } + [
        session.say("À faire et à savoir :", "To do and to know:")
      ] + duties,
      members: Self.members(view, stream))
  }

  private static func members(_ view: CertificateView, _ stream: StreamID) -> [(String, JSONValue)] {
    let record = view.record
    func text(_ value: (some CustomStringConvertible)?) -> JSONValue { value.map { .string($0.description) } ?? .null }
    return [
      ("categories", .array(record.categories.map { .string($0.rawValue) })),
      ("cycle", record.cycle.map { .integer(Int64($0)) } ?? .null), ("dossier", .string(stream.description)),
      ("gapDays", .integer(Int64(record.gapDays))),
      ("nextAudits", .array(view.nextAudits.map { .string($0.rawValue) })), ("number", text(record.number)),
      (
        "proposals",
        .array(
          view.proposals.map {
            .sorted([
              ("audit", text($0.audit)), ("deadline", .string($0.deadline.rawValue)), ("due", text($0.due)),
              ("measure", .string($0.measure.rawValue)), ("transition", text($0.transition)),
            ])
          })
      ),
      ("remoteSurveillance", .bool(record.isRemoteSurveillanceAllowed)), ("since", text(record.since)),
      ("standing", .string(record.standing.rawValue)), ("suspendedUntil", text(record.suspension?.until)),
      ("validFrom", text(record.validity?.from)), ("validTo", text(record.validity?.to)),
    ]
  }
}

/// The items of a declared change, as options.
struct DeclarationOptions: ParsableArguments {
  @Option(
    name: .customLong("document"),
    help: ArgumentHelp(Console.say("Pièce reçue : kbis, récépissé.", "Document received: kbis, dreets-receipt.")))
  var documents: [String] = []
  @Option(
    help: ArgumentHelp(
      Console.say(
        "Sans effet sur les moyens et processus : oui ou non.", "No impact on means and processes: yes or no.")))
  var noImpact: String?
  @Option(help: ArgumentHelp(Console.say("Date d'effet, AAAA-MM-JJ.", "Effective on, YYYY-MM-DD."))) var effectiveOn:
    String?

  var given: [String: [String]] {
    [
      "documents": documents.map { Words.value($0, among: ["kbis", "dreets-receipt"]) ?? $0 },
      "noImpact": noImpact.map { [$0] } ?? [], "effectiveOn": effectiveOn.map { [$0] } ?? [],
    ]
  }
}

/// `certificate update`.
struct CertificateUpdate: FormCommand {
  static let form = ActForm.required("certificate.update")
  static let configuration = form(form, command: "update", of: "certificate")

  @OptionGroup var common: CommonOptions
  @OptionGroup var items: DeclarationOptions
  @Argument(help: "declaration/…") var declaration: String

  var subject: String? { declaration }
  var given: [String: [String]] { items.given }
}

/// `situation declare`: the body's own word, beside what was observed and never merged with it (R-ROLE-19).
struct SituationDeclare: FormCommand {
  static let form = ActForm.required("situation.declare")
  static let configuration = form(form, command: "declare", of: "situation")

  @OptionGroup var common: CommonOptions
  @OptionGroup var items: DeclarationOptions
  @Argument(
    help: ArgumentHelp(
      Console.say("adresse, dénomination, dirigeant ou contact.", "address, name, director or contact.")))
  var about: String
  @Argument(help: ArgumentHelp(Console.say("Ce que l'organisme déclare.", "What the body declares."))) var declared:
    String
  @Option(help: "mail/…") var mail: String
  @Option(help: "situation/…") var observation: String?
  @Option(help: "dossier.qualiopi.SIREN") var dossier: String?

  var subject: String? { dossier }
  var given: [String: [String]] {
    items.given.merging([
      "subject": [about], "declared": [declared], "mail": [mail], "observation": observation.map { [$0] } ?? [],
    ]) { $1 }
  }
}

/// `certificate publish`: the signature, the client space and the public list.
struct CertificatePublish: FormCommand {
  static let form = ActForm.required("certificate.publish")
  static let configuration = form(form, command: "publish", of: "certificate")

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp(Console.say("SIREN de l'organisme.", "SIREN of the body."))) var siren: String
  @Option(help: ArgumentHelp(Console.say("Signé le.", "Signed on."))) var signed: String?
  @Option(help: ArgumentHelp(Console.say("Publié dans l'espace client le.", "Published in the client space on.")))
  var published: String?
  @Option(help: ArgumentHelp(Console.say("Porté à la liste publique le.", "Put on the public list on.")))
  var listed: String?

  var subject: String? { "dossier/\(siren)" }
  var given: [String: [String]] {
    ["signed": signed, "published": published, "listed": listed].compactMapValues { $0.map { [$0] } }
  }
}
