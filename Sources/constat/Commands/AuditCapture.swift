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

/// `audit list`.
struct AuditList: ConstatCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: Console.say("Audits tenus par ce poste", "Audits this device holds"),
    aliases: Words.aliases(verb: "list"))

  @OptionGroup var common: CommonOptions

  func answer(in session: Session) async throws -> Answer {
    var lines: [String] = []
    var rows: [JSONValue] = []
    let phrasing = FieldPhrasing(session.language)
    for stream in try session.store.streams() {
      guard case .dossier(_, let key) = stream.family else { continue }
      let fold = try session.store.fold(stream)
      let name = try session.bodyName(key) ?? key
      for id in fold.standing(ofType: "audit") {
        guard let board = AuditBoard(id, in: fold) else { continue }
        lines.append(
          "\(id)  \(SafeText(name))  \(SafeText(phrasing.words(board.view.value("kind"), of: "kind", in: "audit")))  "
            + session.day(board.days?.first)
            + (board.stage.map { "  " + $0.words.text(in: session.language) } ?? ""))
        rows.append(
          .sorted([
            ("audit", .string(id.description)), ("body", .string(key)),
            ("from", board.days.map { .string($0.first) } ?? .null),
            ("kind", board.view.text("kind").map { .string($0) } ?? .null),
            ("stage", board.stage.map { .string($0.rawValue) } ?? .null),
            ("stream", .string(stream.description)), ("to", board.days.map { .string($0.last) } ?? .null),
          ]))
      }
    }
    return Answer("audit.list", lines: lines, members: [("audits", .array(rows))])
  }
}

/// `audit start`: a fact, always recorded (T-QUAL-A06).
struct AuditStart: ConstatCommand {
  static let configuration = CommandConfiguration(
    commandName: "start",
    abstract: Console.say("Commencer un audit, planifié ou non", "Start an audit, planned or not"),
    aliases: Words.aliases(verb: "start"))

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp(Console.say("Audit ; avec --unplanned : SIREN.", "Audit; with --unplanned: SIREN.")))
  var audit: String?
  @Option(help: ArgumentHelp(Console.say("Référentiel d'un audit non planifié.", "Scheme of an unplanned audit.")))
  var unplanned: String?
  @Option(help: ArgumentHelp(Console.say("Nature d'un audit non planifié.", "Kind of an unplanned audit.")))
  var kind = "surveillance"
  @Option(help: ArgumentHelp(Console.say("Commencé le ; défaut : aujourd'hui.", "Started on; default: today."))) var on:
    String?

  func answer(in session: Session) async throws -> Answer {
    let day = try on.map { try Parsing.day($0) } ?? session.proposedDay(option: "--on")
    if let unplanned { return try startUnplanned(unplanned, on: day, session) }
    guard let audit else {
      throw CommandFailure(
        "which-audit", .usage, fr: "Donnez l'audit, ou --unplanned avec un SIREN.",
        en: "Give the audit, or --unplanned with a SIREN.")
    }
    let place = try AuditPlace.find(audit, in: session)
    try session.capture(place.stream) { $0.start(place.audit, on: day.description) }
    return answer(place.audit, place.stream, day, session)
  }

  private func startUnplanned(_ word: String, on day: CivilDate, _ session: Session) throws -> Answer {
    guard let scheme = Scheme(rawValue: word.lowercased()), let siren = audit.flatMap({ SIREN($0) }),
      let stream = StreamID.dossier(scheme: scheme.rawValue, key: siren.description)
    else {
      throw CommandFailure(
        "bad-unplanned", .usage, fr: "Écrivez : constat audit start --unplanned certifiag SIREN.",
        en: "Write: constat audit start --unplanned certifiag SIREN.")
    }
    let kind = try Parsing.word(
      self.kind, among: ["initial", "surveillance", "renewal", "extension"],
      what: LocalizedText(fr: "la nature de l'audit", en: "the kind of audit"))
    let pack = RulePack.inForce(scheme, on: day)?.name ?? "none"
    let id = try session.captureNew("audit", in: stream) { desk, id in
      desk.startUnplanned(id, kind: kind, on: day.description, pack: pack)
    }
    return answer(id, stream, day, session)
  }

  private func answer(_ audit: EntityID, _ stream: StreamID, _ day: CivilDate, _ session: Session) -> Answer {
    Answer(
      "audit.start",
      lines: [session.say("Audit commencé le ", "Audit started on ") + session.day(day.description) + "."],
      members: [
        ("audit", .string(audit.description)), ("stream", .string(stream.description)),
        ("startedOn", .string(day.description)),
      ])
  }
}

/// `audit grade`: kept whatever the rules say; they advise.
struct AuditGrade: ConstatCommand {
  static let configuration = CommandConfiguration(
    commandName: "grade", abstract: Console.say("Coter un indicateur ou un point", "Grade an indicator or point"),
    discussion: Console.say(
      "Indicateurs : conforme (c), mineure (i), majeure (a), non-applicable (x), non-audité (e). Points CertifIAG : "
        + "conforme, écart, écart-grave, non-applicable. Une cotation est toujours gardée ; les règles conseillent.",
      "Indicators: conform (c), minor (i), major (a), not-applicable (x), not-audited (e). CertifIAG points: conform, "
        + "gap, serious-gap, not-applicable. A grade is always kept; rules advise."),
    aliases: Words.aliases(verb: "grade"))

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp(Console.say("Indicateur (17) ou point (CP-08).", "Indicator (17) or point (CP-08).")))
  var code: String
  @Argument(help: ArgumentHelp(Console.say("La cotation.", "The grade."))) var grade: String
  @Option(help: ArgumentHelp(Console.say("Commentaire.", "Comment."))) var comment: String?
  @Option(help: ArgumentHelp(Console.say("Absence de preuve, en mots.", "Lack of evidence, in words."))) var lack:
    String?
  @Option(help: ArgumentHelp(Console.say("Audit.", "Audit."))) var audit: String?

  func answer(in session: Session) async throws -> Answer {
    let place = try AuditPlace.find(audit, in: session)
    return try place.grade(code, grade, comment: comment, lack: lack, in: session).answer("audit.grade")
  }
}

extension AuditPlace {
  /// The grades of the scheme.
  var gradeWords: [String] {
    (scheme == .certifIAG ? Rankings.certifIAGGrade : Rankings.qualiopiGrade).gravestFirst
  }

  /// Saves a grade, whatever the rules say, and reads the item again.
  ///
  /// The one way to grade, for the command and for the full screen.
  func grade(
    _ code: String, _ typed: String, comment: String? = nil, lack: String? = nil, in session: Session
  ) throws -> ItemPage {
    let item = try item(code)
    let grade = try Parsing.word(
      typed, among: gradeWords, what: LocalizedText(fr: "la cotation", en: "the grade"))
    try session.capture(stream) { $0.grade(item, grade, comment: comment, lack: lack) }
    return ItemPage(code: item.localName, place: try read(in: session), session: session)
  }
}

/// One item of the grid with what the rules advise.
struct ItemPage {
  let code: String
  let place: AuditPlace
  let session: Session

  func answer(_ command: String) throws -> Answer {
    let item = place.board.item(code)
    if let item {
      try session.store.shown(
        ["grade", "comment", "lack"].map { field in
          ShownMark(entity: item.id, field: field, heads: place.fold.heads(field, of: item.id))
        }, stream: place.stream)
    }
    let advice = try advice()
    var lines = [
      "\(code)  " + label + "  " + session.words(item?.grade.map { .string($0) })
        + (item?.isDisputed == true
          ? session.say("  (retenue en attendant : divergence)", "  (held meanwhile: divergence)") : "")
    ]
    if let motive = item?.motive {
      lines.append("  " + session.say("tranché : ", "settled: ") + SafeText(motive).description)
    }
    if let comment = item?.comment { lines.append("  " + SafeText(comment).description) }
    if let lack = item?.lack {
      lines.append("  " + session.say("absence de preuve : ", "lack: ") + SafeText(lack).description)
    }
    lines += advice.flatMap {
      HangingIndent.lines("  → \($0.rule)  ", SafeText($0.text.sentences(in: session.language)).description)
    }
    return Answer(
      command, lines: lines,
      members: [
        ("item", .string(code)), ("grade", item?.grade.map { .string($0) } ?? .null),
        ("disputed", .bool(item?.isDisputed ?? false)), ("motive", item?.motive.map { .string($0) } ?? .null),
        ("comment", item?.comment.map { .string($0) } ?? .null),
        (
          "advice",
          .array(
            advice.map {
              .sorted([
                ("code", .string($0.code)), ("rule", .string($0.rule.description)),
                ("text", .string($0.text.sentences(in: session.language))),
              ])
            })
        ),
        ("late", .array((item?.late ?? []).map { .string($0.id.description) })),
      ])
  }

  private var label: String {
    Int(code).flatMap { QualiopiIndicator($0) }?.info.label.text(in: session.language)
      ?? ControlPoint.of(code: code)?.label.text(in: session.language) ?? ""
  }

  private func advice() throws -> [RuleReason] {
    guard place.scheme == .qualiopi, let indicator = Int(code).flatMap({ QualiopiIndicator($0) }) else { return [] }
    let author = try session.author()
    return GradeAdvice.on(
      indicator,
      in: QualiopiAuditFacts(audit: place.audit, in: place.fold, requester: author.user, roles: author.roles),
      settings: try session.settings())
  }
}

/// `audit done`: this device has captured all it will.
struct AuditDone: ConstatCommand {
  static let configuration = CommandConfiguration(
    commandName: "done",
    abstract: Console.say("Dire que la saisie de ce poste est terminée", "Say this device's capture is done"),
    aliases: Words.aliases(verb: "done"))

  @OptionGroup var common: CommonOptions
  @Option(help: ArgumentHelp(Console.say("Audit.", "Audit."))) var audit: String?

  func answer(in session: Session) async throws -> Answer {
    let place = try AuditPlace.find(audit, in: session)
    let own = place.fold.held.filter { $0.replica == session.identity.replica }.map(\.seq).max() ?? 0
    try session.capture(place.stream) {
      $0.done(place.audit, replica: session.identity.replica, lastSeq: own)
    }
    return Answer(
      "audit.done",
      lines: [session.say("Saisie terminée, dernière ligne n° \(own).", "Capture done, last line no. \(own).")],
      members: [("last", .integer(Int64(own)))])
  }
}
