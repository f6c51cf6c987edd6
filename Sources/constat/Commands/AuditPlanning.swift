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

/// `audit plan`: the office plans an audit; the plan is recorded, and the act asked for is forecast and ruled.
struct AuditPlanCommand: FormCommand {
  static let form = ActForm.required("audit.plan")
  static let configuration = form(form, command: "plan", of: "audit")

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp(Console.say("dossier.qualiopi.SIREN, ou audit/…", "dossier.qualiopi.SIREN, or audit/…")))
  var dossier: String
  @Option(
    help: ArgumentHelp(
      Console.say("initial, surveillance, renouvellement, extension.", "initial, surveillance, renewal, extension.")))
  var kind: String
  @Option(help: ArgumentHelp(Console.say("sur-place ou à-distance.", "on-site or remote."))) var mode = "on-site"
  @OptionGroup var dates: AuditDatesOptions
  @Option(help: ArgumentHelp(Console.say("Contrat : contract/…", "Contract: contract/…"))) var contract: String?
  @Option(help: ArgumentHelp(Console.say("Mois visé, AAAA-MM.", "Month aimed at, YYYY-MM."))) var target: String?
  @Option(help: ArgumentHelp(Console.say("Responsable d'audit.", "Lead auditor."))) var lead: String?
  @Option(help: ArgumentHelp(Console.say("Auditeur (répétable).", "Auditor (repeatable)."))) var team: [String] = []
  @Option(help: ArgumentHelp(Console.say("Site : mot=nom.", "Site: word=name."))) var site: [String] = []
  @Option(
    help: ArgumentHelp(
      Console.say(
        "Prestation : mot=titre;2,5j;certifiante;alternance;situation-de-travail;sous-traitée.",
        "Sample: word=title;2.5d;certifying;alternating;work-based;subcontracted.")))
  var sample: [String] = []
  @Option(help: ArgumentHelp(Console.say("Indicateur ajouté.", "Indicator added."))) var add: [Int] = []
  @Option(
    help: ArgumentHelp(
      Console.say(
        "Indicateur écarté d'un audit initial de durée réduite (répétable).",
        "Indicator left out of a shortened initial audit (repeatable).")))
  var leaveOut: [Int] = []
  @Option(
    help: ArgumentHelp(
      Console.say(
        "Catégorie ajoutée par une extension (répétable).", "Category added by an extension (repeatable).")))
  var addedCategory: [String] = []
  @Option(help: ArgumentHelp(Console.say("Contact porté à la notification.", "Contact named in the notice.")))
  var contact: String?
  @Option(help: ArgumentHelp(Console.say("Accord de fractionnement : mail/…", "Agreement to split: mail/…")))
  var splitAgreement: String?
  @Flag(help: ArgumentHelp(Console.say("Condition d'une suspension.", "Condition of a suspension.")))
  var curesSuspension = false

  var subject: String? { dossier }
  var given: [String: [String]] {
    let texts = [
      "contract": contract, "target": target, "lead": lead, "split-agreement": splitAgreement, "contact": contact,
    ]
    return dates.given.merging(texts.compactMapValues { $0.map { [$0] } }) { $1 }.merging([
      "kind": [Words.value(kind, among: QualiopiAuditKind.allCases.map(\.rawValue)) ?? kind],
      "mode": [Words.value(mode, among: AuditMode.allCases.map(\.rawValue)) ?? mode], "team": team, "site": site,
      "sample": sample, "add": add.map(String.init), "leave-out": leaveOut.map(String.init),
      "added-category": addedCategory, "cures-suspension": curesSuspension ? ["yes"] : [],
    ]) { $1 }
  }

  func answer(in session: Session) async throws -> Answer {
    let (stream, existing) = try place(in: session)
    guard try Parsing.day(dates.from) <= Parsing.day(dates.to) else {
      throw CommandFailure(
        "days-out-of-order", .usage, fr: "Le dernier jour ne peut pas précéder le premier.",
        en: "The last day cannot come before the first.")
    }
    for word in site { _ = try Parsing.keyed(word, option: "site") }
    for word in sample { _ = try Parsing.sample(word) }
    let answers = try Self.answers(given)
    let audit: EntityID
    if let existing {
      try session.capture(stream) { Self.form.steps($0, on: existing, answers) }
      audit = existing
    } else {
      audit = try session.captureNew("audit", in: stream) { Self.form.steps($0, on: $1, answers) }
    }
    return try page(audit, stream, session)
  }

  /// The dossier opened here, and the audit where one is named.
  private func place(in session: Session) throws -> (StreamID, EntityID?) {
    if dossier.hasPrefix("audit/") { return try FormSubject.find(dossier, for: Self.form, in: session) }
    let stream = try NonConformityCommand.stream(dossier)
    guard case .dossier("qualiopi", let key) = stream.family, let entity = AuditNames.dossier(key),
      try session.store.fold(stream).entities[entity] != nil
    else {
      throw CommandFailure(
        "no-dossier",
        fr: "Ce dossier Qualiopi n'est pas ouvert sur ce poste : « constat dossier ouvrir qualiopi SIREN ».",
        en: "This Qualiopi dossier is not open on this device: “constat dossier open qualiopi SIREN”.")
    }
    return (stream, nil)
  }

  /// What the audit looks at, what this device expects of the act, and the advice that refuses nothing.
  private func page(_ audit: EntityID, _ stream: StreamID, _ session: Session) throws -> Answer {
    let fold = try session.store.fold(stream)
    guard case .dossier(_, let key) = stream.family, let entity = AuditNames.dossier(key),
      let kind = AuditBoard(audit, in: fold)?.view.text("kind").flatMap(QualiopiAuditKind.init(rawValue:))
    else {
      throw CommandFailure("nothing-written", fr: "Rien n'a été enregistré.", en: "Nothing was saved.")
    }
    let preparation = AuditPreparation(
      fold: fold, dossier: entity, kind: kind, added: Set(add.compactMap { QualiopiIndicator($0) }), audit: audit)
    let forecast = try RulingPage.forecast("audit.plan", on: audit, in: session, stream: stream)
    let context = try session.actContext(fold)
    let advice = PlanningAdvice.of(audit, in: context)
    return PreparationPage(preparation: preparation, session: session, context: context).answer(
      "audit.plan", audit: audit,
      before: forecast.lines(session)
        + advice.flatMap {
          HangingIndent.lines(session.say("Attention : ", "Note: "), $0.text.sentences(in: session.language))
        },
      members: [
        ("forecast", forecast.json),
        ("advice", .array(advice.map { .string($0.text.sentences(in: session.language)) })),
      ])
  }
}

/// The days of an audit, as options.
struct AuditDatesOptions: AuditFormInputs {
  @Option(help: ArgumentHelp(Console.say("Premier jour, AAAA-MM-JJ.", "First day, YYYY-MM-DD."))) var from: String
  @Option(help: ArgumentHelp(Console.say("Dernier jour, AAAA-MM-JJ.", "Last day, YYYY-MM-DD."))) var to: String
  @Option(
    help: ArgumentHelp(
      Console.say(
        "Demi-journées d'une date : AAAA-MM-JJ=1 ou 2, avec « ,site » (répétable) ; défaut : jours entiers, à "
          + "concurrence du contrat.",
        "Half-days of a date: YYYY-MM-DD=1 or 2, with “,site” (repeatable); default: whole days, up to the contract.")))
  var halfDays: [String] = []
  @Option(help: ArgumentHelp(Console.say("Adresse.", "Address."))) var place: String?

  var given: [String: [String]] {
    ["from": [from], "to": [to], "half-days": halfDays, "place": place.map { [$0] } ?? []]
  }
}
