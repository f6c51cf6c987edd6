import ArgumentParser
import AuditDesk
import AuditModel
import AuditSchema
import SchemeRules
import SyncCore
import Terminal
import WorkingDays

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
    let context = try session.actContext(place.fold)
    return PreparationPage(preparation: preparation, session: session, context: context).answer(
      "audit.prepare", audit: place.audit)
  }
}

/// The page that says what an audit looks at: each line with its reason.
struct PreparationPage {
  let preparation: AuditPreparation
  let session: Session
  let context: ActContext

  private var language: Language { session.language }
  private var colon: String { session.say(" : ", ": ") }

  /// - Parameters:
  ///   - before: lines above the page.
  ///   - more: further members of the answer.
  func answer(
    _ command: String, audit: EntityID, before: [String] = [], members more: [(String, JSONValue)] = []
  ) -> Answer {
    Answer(
      command, lines: before + head + first + scope + minimum + past + file + dates + guide,
      members: [
        ("audit", .string(audit.description)),
        ("kind", .string(preparation.kind.rawValue)),
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
        ("surveillanceMinimum", .array(preparation.surveillanceMinimum.map { .integer(Int64($0.number)) })),
        ("order", .array(preparation.order.map { .integer(Int64($0.number)) })),
        (
          "previous",
          .array(
            preparation.previous.map {
              .sorted([
                ("grade", .string($0.grade.rawValue)), ("indicator", .integer(Int64($0.indicator.number))),
                ("state", .string($0.state.rawValue)),
              ])
            })
        ),
        (
          "documents",
          .array(
            preparation.file.map {
              .sorted([
                ("code", .string($0.document.rawValue)), ("rule", .string($0.document.rules[0].description)),
                ("standing", .string($0.standing.rawValue)),
              ])
            })
        ),
        (
          "dates",
          .array(
            preparation.dates(in: context).map {
              .sorted([("deadline", .string($0.id.rawValue)), ("due", .string($0.due.description))])
            })
        ),
        ("guide", .string(guideVersion)),
        (
          "notes",
          .array(
            notes.map {
              .sorted([
                ("indicator", .integer(Int64($0.indicator.number))), ("rule", .string($0.rule.description)),
                ("text", .string($0.words.text(in: language))),
              ])
            })
        ),
      ] + more)
  }

  private var head: [String] {
    let days = preparation.days.map { Phrasing(language).days($0.first.description, $0.last.description) }
    let pack = preparation.pinnedPack ?? preparation.pack(on: preparation.days?.first ?? session.today)
    return [
      preparation.kind.words.text(in: language) + (days.map { ", " + $0 } ?? ""),
      session.say("Guide de lecture ", "Reading guide ") + "\(guideVersion) (R-QUAL-11), "
        + session.say("règles ", "rules ") + SafeText(pack).description,
    ]
  }

  private var first: [String] {
    [session.say("À garder en tête", "To keep in mind")]
      + preparation.notes.flatMap { paragraph("  • ", $0.words.text(in: language), $0.rule.description) }
  }

  private var scope: [String] {
    let count = preparation.scope.indicators.count
    return [session.say("Périmètre : \(count) indicateurs sur 32", "Scope: \(count) indicators of 32")]
      + preparation.scope.entries.flatMap { entry in
        let number = String(entry.indicator.number)
        let reasons = entry.reasons.map { $0.words.text(in: language) }.joined(separator: ", ")
        return paragraph(
          "  \(entry.isInScope ? "•" : "–") \(number.count == 1 ? " " : "")\(number)  ",
          "\(entry.indicator.info.label.text(in: language)) — \(reasons)", entry.rule.description)
      }
  }

  private var minimum: [String] {
    guard !preparation.surveillanceMinimum.isEmpty else { return [] }
    let numbers = preparation.surveillanceMinimum.map { String($0.number) }.joined(separator: ", ")
    return [session.say("Minimum de surveillance", "Surveillance minimum")]
      + paragraph("  ", "\(numbers)", "R-QUAL-60")
  }

  private var past: [String] {
    let title = session.say("Non-conformités antérieures", "Previous non-conformities")
    guard !preparation.previous.isEmpty else { return [title + colon + session.say("aucune", "none")] }
    return [title]
      + preparation.previous.flatMap { past in
        let raised = past.raisedOn.map { session.say(", audit du ", ", audit of ") + session.day($0.description) }
        return paragraph(
          "  \(past.indicator.number)  ",
          "\(past.grade.words.text(in: language)), \(past.state.words.text(in: language))" + (raised ?? ""),
          past.isOpenMinor ? "R-QUAL-78" : "R-QUAL-77")
      }
  }

  private var file: [String] {
    let title = session.say("Pièces attendues", "Documents due")
    guard !preparation.file.isEmpty else { return [title + colon + session.say("aucune", "none")] }
    return [title]
      + preparation.file.flatMap { piece in
        let received = piece.receivedOn.map { session.say(" le ", " on ") + session.day($0.description) } ?? ""
        let dated = piece.dated.map { session.say(", datée du ", ", dated ") + session.day($0.description) } ?? ""
        return paragraph(
          "  • ",
          "\(piece.document.label.text(in: language)) — \(piece.standing.words.text(in: language))\(received)\(dated)",
          piece.document.rules.map(\.description).joined(separator: ", "))
      }
  }

  private var dates: [String] {
    let dates = preparation.dates(in: context)
    guard !dates.isEmpty else { return [] }
    return [session.say("Dates", "Dates")]
      + dates.flatMap { date in
        paragraph(
          "  • ", "\(session.day(date.due.description))\(colon)\(DeadlineWords.title(date.id).text(in: language))",
          "\(date.id.rawValue), \(date.ruleID)")
      }
  }

  private var guide: [String] {
    guard !notes.isEmpty else { return [] }
    return [session.say("Notes du guide sur les indicateurs", "Notes of the guide on indicators")]
      + notes.flatMap { note in
        let number = String(note.indicator.number)
        return paragraph(
          "  \(number.count == 1 ? " " : "")\(number)  ", note.words.text(in: language),
          [note.guide?.rawValue, note.rule.description].compactMap { $0 }.joined(separator: ", "))
      }
  }

  private var notes: [IndicatorNote] {
    preparation.indicatorNotes(on: preparation.days?.first ?? session.today)
  }

  private var guideVersion: String { preparation.guide(on: preparation.days?.first ?? session.today) }

  private func paragraph(_ mark: String, _ text: String, _ rule: String) -> [String] {
    HangingIndent.lines(mark, SafeText("\(text) (\(rule))").description)
  }
}
