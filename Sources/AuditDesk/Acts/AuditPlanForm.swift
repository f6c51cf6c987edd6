import AuditModel
import AuditSchema
import SchemeRules
import SyncCore
import WorkingDays

/// What the office fills in to plan an audit, and the steps it comes to.
///
/// The scope, the documents due, the guide and the rule pack are computed here from the dossier.
enum AuditPlanForm {
  /// The dates and place, which a move writes again.
  static let dates: [ActInput] = [
    ActInput("from", .day, fr: "premier jour", en: "first day", required: true),
    ActInput("to", .day, fr: "dernier jour", en: "last day", required: true),
    ActInput("half-days", .halfDays, fr: "demi-journées d'une date", en: "half-days of a date", repeated: true),
    ActInput("place", .line, fr: "lieu", en: "place"),
  ]

  static let inputs: [ActInput] =
    [
      ActInput("kind", .choice(PlanningChoices.kinds), fr: "nature de l'audit", en: "kind of audit", required: true),
      ActInput("mode", .choice(PlanningChoices.modes), fr: "modalité", en: "mode", required: true),
    ] + dates + [
      ActInput("contract", .entity("contract"), fr: "contrat", en: "contract"),
      ActInput("target", .month, fr: "mois visé", en: "month aimed at"),
      ActInput("lead", .person, fr: "responsable d'audit", en: "lead auditor"),
      ActInput("team", .person, fr: "auditeur", en: "auditor", repeated: true),
      ActInput("site", .pair, fr: "site, mot=nom", en: "site, word=name", repeated: true),
      ActInput("sample", .sample, fr: "prestation", en: "sample", repeated: true),
      ActInput("add", .number(1...32), fr: "indicateur ajouté", en: "indicator added", repeated: true),
      ActInput(
        "leave-out", .number(1...32), fr: "indicateur écarté d'un audit initial de durée réduite",
        en: "indicator left out of a shortened initial audit", repeated: true),
      ActInput(
        "added-category", .choice(PlanningChoices.categories), fr: "catégorie ajoutée par une extension",
        en: "category added by an extension", repeated: true),
      ActInput("contact", .line, fr: "contact porté à la notification", en: "contact named in the notice"),
      ActInput(
        "split-agreement", .entity("mail"), fr: "courrier de l'accord de fractionnement", en: "mail agreeing to split"),
      ActInput("cures-suspension", .flag, fr: "condition d'une suspension", en: "condition of a suspension"),
    ]

  static func steps(_ desk: CaptureDesk, _ audit: EntityID, _ answers: ActAnswers) -> [Operation] {
    guard let dossier = desk.dossier, let word = answers.text("kind"), let kind = QualiopiAuditKind(rawValue: word),
      let first = answers.day("from"), let last = answers.day("to")
    else { return [] }
    let leftOut = Set(answers.numbers("leave-out").compactMap { QualiopiIndicator($0) })
    let preparation = AuditPreparation(
      fold: desk.fold, dossier: dossier, kind: kind,
      added: Set(answers.numbers("add").compactMap { QualiopiIndicator($0) }), audit: audit,
      addedCategories: Set(answers.texts("added-category").compactMap(ActionCategory.init(rawValue:))),
      leftOut: leftOut)
    let team = Set(answers.users("team") + (answers.user("lead").map { [$0] } ?? [])).sorted()
    let registers: [(FieldName, JSONValue?)] = [
      ("kind", .string(word)), ("mode", answers.text("mode").map { .string($0) }),
      ("days", CaptureDesk.days(first.description, last.description)),
      ("schedule", schedule(desk, audit, answers, kind: kind, first: first, last: last)),
      ("lead", answers.user("lead").map { .string($0.description) }),
      ("dropped", dropped(desk, audit, leftOut, kind)),
      ("addedCategories", answers.isGiven("added-category") ? .array(answers.codes("added-category")) : nil),
      ("scope", .array(preparation.scope.indicators.map { .integer(Int64($0.number)) })),
      ("guide", .string(preparation.guide(on: first))), ("pack", .string(preparation.pack(on: first))),
      ("place", answers.text("place").map { .string($0) }),
      ("contact", answers.text("contact").map { .string($0) }),
      ("contract", answers.entity("contract").map { .string($0.description) }),
      ("target", answers.text("target").map { .string($0) }),
      ("splitAgreement", answers.entity("split-agreement").map { .string($0.description) }),
      ("curesSuspension", answers.flag("cures-suspension").map { .bool($0) }),
    ]
    let keyed = { (name: String, input: String) in
      answers.pairs(input).map { JSONValue.sorted([("key", .string($0.word)), (name, .string($0.value))]) }
    }
    let sets: [(FieldName, [JSONValue])] = [
      ("team", team.map { .string($0.description) }), ("sites", keyed("name", "site")),
      ("samples", answers.samples("sample").map(\.json)),
      ("documents", preparation.documents.map { .string($0.rawValue) }),
    ]
    return registers.compactMap { field, value in value.flatMap { desk.writeIfNew(field, on: audit, $0) } }
      + sets.flatMap { field, values in values.compactMap { desk.add(field, on: audit, $0) } }
  }

  /// What is left out; an audit planned anew as another kind than initial leaves nothing out any more.
  private static func dropped(
    _ desk: CaptureDesk, _ audit: EntityID, _ leftOut: Set<QualiopiIndicator>, _ kind: QualiopiAuditKind
  ) -> JSONValue? {
    if !leftOut.isEmpty { return .array(leftOut.map(\.number).sorted().map { .integer(Int64($0)) }) }
    let isRecorded = !(desk.shown("dropped", of: audit)?.elements ?? []).isEmpty
    return kind != .initial && isRecorded ? .array([]) : nil
  }

  /// The half-days given; without any, whole days from the first weekday on, as many as the contract holds.
  private static func schedule(
    _ desk: CaptureDesk, _ audit: EntityID, _ answers: ActAnswers, kind: QualiopiAuditKind, first: CivilDate,
    last: CivilDate
  ) -> JSONValue? {
    let given = answers.pairs("half-days").compactMap { pair -> JSONValue? in
      let parts = pair.value.split(separator: ",", maxSplits: 1).map(String.init)
      guard let date = CivilDate(pair.word), let count = parts.first.flatMap({ Int64($0) }), (1...2).contains(count)
      else { return nil }
      return entry(date, count, site: parts.count == 2 ? parts[1] : site(desk, audit, answers))
    }
    if !given.isEmpty { return .array(given) }
    var left = contracted(desk, audit, answers, kind: kind)
    var entries: [JSONValue] = []
    var day = first
    while day <= last, left.map({ $0 > 0 }) ?? true, entries.count < 60 {
      // A weekend asked for stays visible, so that the guard can refuse it.
      if !day.weekday.isWeekend || day == first || day == last {
        let count = min(2, left ?? 2)
        entries.append(entry(day, count, site: site(desk, audit, answers)))
        left = left.map { $0 - count }
      }
      guard let next = day.adding(days: 1) else { break }
      day = next
    }
    return entries.isEmpty ? nil : .array(entries)
  }

  private static func contracted(
    _ desk: CaptureDesk, _ audit: EntityID, _ answers: ActAnswers, kind: QualiopiAuditKind
  ) -> Int64? {
    (answers.entity("contract") ?? desk.shown("contract", of: audit)?.text.flatMap { EntityID($0) })
      .flatMap { desk.shown("durations", of: $0)?[kind.rawValue]?.number }
  }

  private static func entry(_ date: CivilDate, _ halfDays: Int64, site: String) -> JSONValue {
    .sorted([("date", .string(date.description)), ("halfDays", .integer(halfDays)), ("site", .string(site))])
  }

  /// The first site given, else the first the audit has.
  private static func site(_ desk: CaptureDesk, _ audit: EntityID, _ answers: ActAnswers) -> String {
    answers.pairs("site").first?.word
      ?? desk.fold.field("sites", of: audit, schema: AuditSchema.current)?.members.first?.value["key"]?.text ?? "siege"
  }

  /// Moves the dates of an audit that is there: a fact, after which the notice is sent and validated again (R-QUAL-46,
  /// R-QUAL-47).
  static func move(_ desk: CaptureDesk, _ audit: EntityID, _ answers: ActAnswers) -> [Operation] {
    guard let first = answers.day("from"), let last = answers.day("to") else { return [] }
    let kind = desk.shown("kind", of: audit)?.text.flatMap(QualiopiAuditKind.init(rawValue:))
    let written: [(FieldName, JSONValue?)] = [
      ("days", CaptureDesk.days(first.description, last.description)),
      ("schedule", kind.flatMap { schedule(desk, audit, answers, kind: $0, first: first, last: last) }),
      ("place", answers.text("place").map { .string($0) }),
    ]
    return written.compactMap { field, value in value.flatMap { desk.writeIfNew(field, on: audit, $0) } }
  }
}
