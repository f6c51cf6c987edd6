import ArgumentParser
import AuditModel
import AuditSchema
import AuditDesk
import FieldClient
import ReplicaStore
import SchemeRules
import SyncCore
import Terminal
import WorkingDays

/// `audit plan`: the office plans an audit; a planning guard may refuse it (R-ROLE-23).
struct AuditPlanCommand: ConstatCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: Console.say("Planifier un audit (service certification)", "Plan an audit (office)"),
    aliases: Words.aliases(verb: "plan"))

  @OptionGroup var common: CommonOptions
  @Argument(help: "dossier.qualiopi.SIREN") var dossier: String
  @Option(
    help: ArgumentHelp(
      Console.say("initial, surveillance, renewal, extension.", "initial, surveillance, renewal, extension.")))
  var kind: String
  @Option(help: ArgumentHelp(Console.say("sur-place ou à-distance.", "on-site or remote."))) var mode = "on-site"
  @Option(help: ArgumentHelp(Console.say("Premier jour, AAAA-MM-JJ.", "First day, YYYY-MM-DD."))) var from: String
  @Option(help: ArgumentHelp(Console.say("Dernier jour, AAAA-MM-JJ.", "Last day, YYYY-MM-DD."))) var to: String
  @Option(help: ArgumentHelp(Console.say("Responsable d'audit.", "Lead auditor."))) var lead: String
  @Option(help: ArgumentHelp(Console.say("Auditeur (répétable).", "Auditor (repeatable)."))) var team: [String] = []
  @Option(help: ArgumentHelp(Console.say("Site : mot=nom.", "Site: word=name."))) var site: [String] = []
  @Option(help: ArgumentHelp(Console.say("Prestation : mot=titre.", "Sample: word=title."))) var sample: [String] = []
  @Option(help: ArgumentHelp(Console.say("Indicateur ajouté.", "Indicator added."))) var add: [Int] = []

  func answer(in session: Session) async throws -> Answer {
    let stream = try NonConformityCommand.stream(dossier)
    let fold = try session.store.fold(stream)
    guard case .dossier("qualiopi", let key) = stream.family, let entity = AuditNames.dossier(key),
      fold.entities[entity] != nil
    else {
      throw CommandFailure(
        "no-dossier",
        fr: "Ce dossier Qualiopi n'est pas ouvert sur ce poste : « constat dossier open qualiopi SIREN ».",
        en: "This Qualiopi dossier is not open on this device: “constat dossier open qualiopi SIREN”.")
    }
    let kind = try Parsing.word(
      self.kind, among: QualiopiAuditKind.allCases.map(\.rawValue),
      what: LocalizedText(fr: "la nature de l'audit", en: "the kind of audit"))
    let mode = try Parsing.word(
      self.mode, among: ["on-site", "remote"], what: LocalizedText(fr: "la modalité", en: "the mode"))
    guard let auditKind = QualiopiAuditKind(rawValue: kind) else { preconditionFailure("the word was just checked") }
    let (first, last) = (try Parsing.day(from), try Parsing.day(to))
    let preparation = AuditPreparation(
      fold: fold, dossier: entity, kind: auditKind, added: Set(add.compactMap { QualiopiIndicator($0) }))
    guard let days = AuditDays(first: first, last: last), let auditMode = AuditMode(rawValue: mode) else {
      throw CommandFailure(
        "days-out-of-order", .usage, fr: "Le dernier jour ne peut pas précéder le premier.",
        en: "The last day cannot come before the first.")
    }
    let reasons = AuditPlanning.judge(
      AuditPlanning.Facts(
        kind: auditKind, mode: auditMode, days: days, validFrom: preparation.validFrom,
        isRemoteSurveillanceAllowed: nil)
    ).reasons
    if let reason = reasons.first {
      let text = reason.text.sentences
      throw CommandFailure(reason.rule.description, .refusedByRule, fr: text.fr, en: text.en)
    }
    let plan = AuditPlan(
      kind: kind, mode: mode, firstDay: first.description, lastDay: last.description, lead: try Parsing.user(lead),
      team: Array(Set(try (team + [lead]).map { try Parsing.user($0) })).sorted(),
      sites: try site.map { try Parsing.keyed($0, option: "site") }.map { .init(key: $0.key, name: $0.name) },
      samples: try sample.map { try Parsing.keyed($0, option: "sample") }.map { .init(key: $0.key, title: $0.name) },
      scope: preparation.scope.indicators.map(\.number), documents: preparation.documents.map(\.rawValue),
      guide: preparation.guide(on: first), pack: preparation.pack(on: first))
    let audit = try session.captureNew("audit", in: stream) { desk, id in desk.plan(plan, as: id) }
    return PreparationPage(preparation: preparation, session: session).answer("audit.plan", audit: audit)
  }
}

/// `audit prepare`: what to look at, and why.
struct AuditPrepare: ConstatCommand {
  static let configuration = CommandConfiguration(
    commandName: "prepare",
    abstract: Console.say(
      "Préparer un audit : périmètre, antécédents, pièces", "Prepare an audit: scope, past, documents"),
    aliases: Words.aliases(verb: "prepare"))

  @OptionGroup var common: CommonOptions
  @Option(help: ArgumentHelp(Console.say("Audit.", "Audit."))) var audit: String?

  func answer(in session: Session) async throws -> Answer {
    let place = try AuditPlace.find(audit, in: session)
    guard let key = place.bodyKey, let dossier = AuditNames.dossier(key), place.scheme == .qualiopi,
      let kind = place.board.view.text("kind").flatMap(QualiopiAuditKind.init(rawValue:))
    else {
      throw CommandFailure(
        "nothing-to-prepare", fr: "Cet audit n'a pas de périmètre d'indicateurs à préparer.",
        en: "This audit has no scope of indicators to prepare.")
    }
    let planned = Set((place.board.scope ?? []).compactMap { QualiopiIndicator($0) })
    let preparation = AuditPreparation(
      fold: place.fold, dossier: dossier, kind: kind, added: planned, audit: place.audit)
    return PreparationPage(preparation: preparation, session: session).answer("audit.prepare", audit: place.audit)
  }
}

/// The page that says what an audit looks at.
struct PreparationPage {
  let preparation: AuditPreparation
  let session: Session

  func answer(_ command: String, audit: EntityID) -> Answer {
    let language = session.language
    var lines = [session.say("Périmètre", "Scope")]
    for entry in preparation.scope.entries {
      lines.append(
        "  \(entry.isInScope ? "•" : "–") \(entry.indicator.number)  \(entry.indicator.info.label.text(in: language)) — "
          + "\(entry.reason.words.text(in: language)) (\(entry.rule))")
    }
    lines.append(session.say("Non-conformités antérieures", "Previous non-conformities"))
    lines += preparation.previous.map {
      "  \($0.indicator.number)  \($0.grade.words.text(in: language))"
    }
    lines.append(session.say("Pièces attendues", "Documents due"))
    lines += preparation.documents.map { "  \($0.label.text(in: language)) (\($0.rules[0]))" }
    return Answer(
      command, lines: lines,
      members: [
        ("audit", .string(audit.description)),
        (
          "scope",
          .array(
            preparation.scope.entries.map { entry in
              .sorted([
                ("inScope", .bool(entry.isInScope)), ("indicator", .integer(Int64(entry.indicator.number))),
                ("reason", .string(entry.reason.rawValue)), ("rule", .string(entry.rule.description)),
              ])
            })
        ),
        (
          "previous",
          .array(
            preparation.previous.map {
              .sorted([("grade", .string($0.grade.rawValue)), ("indicator", .integer(Int64($0.indicator.number)))])
            })
        ),
        (
          "documents",
          .array(
            preparation.documents.map {
              .sorted([("code", .string($0.rawValue)), ("rule", .string($0.rules[0].description))])
            })
        ),
      ])
  }
}
