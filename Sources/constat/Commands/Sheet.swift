import ArgumentParser
import AuditModel
import AuditSchema
import AuditDesk
import FieldClient
import ReplicaStore
import SyncCore
import Terminal

/// `sheet`: the opening and closing meetings.
struct SheetCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sheet", abstract: Console.say("Feuilles d'ouverture et de clôture", "Opening and closing sheets"),
    subcommands: [SheetOpening.self, SheetClosing.self], aliases: Words.aliases(noun: "sheet"))
}

/// What both sheets take.
struct SheetOptions: ParsableArguments {
  @Option(help: ArgumentHelp(Console.say("Tenue le, AAAA-MM-JJ.", "Held on, YYYY-MM-DD."))) var heldOn: String?
  @Option(help: ArgumentHelp(Console.say("Représentant de l'organisme.", "The body's representative.")))
  var representative: String?
  @Option(help: ArgumentHelp(Console.say("Participant (répétable).", "Participant (repeatable)."))) var participant:
    [String] = []
  @Option(help: ArgumentHelp(Console.say("Remarques.", "Remarks."))) var remarks: String?
  @Option(help: ArgumentHelp(Console.say("Audit.", "Audit."))) var audit: String?
}

/// `sheet opening`.
struct SheetOpening: ConstatCommand {
  static let configuration = CommandConfiguration(
    commandName: "opening", abstract: Console.say("Remplir la feuille d'ouverture", "Fill the opening sheet"),
    aliases: Words.aliases(verb: "opening"))

  @OptionGroup var common: CommonOptions
  @OptionGroup var sheet: SheetOptions

  func answer(in session: Session) async throws -> Answer {
    try SheetFilling(sheet: .opening, options: sheet, announces: false).answer(in: session)
  }
}

/// `sheet closing`.
struct SheetClosing: ConstatCommand {
  static let configuration = CommandConfiguration(
    commandName: "closing",
    abstract: Console.say("Remplir la feuille de clôture", "Fill the closing sheet"),
    discussion: Console.say(
      "--announce inscrit chaque non-conformité telle que la grille la montre, pour la lire à l'organisme.",
      "--announce lists each non-conformity as the grid shows it, to be read to the body."),
    aliases: Words.aliases(verb: "closing"))

  @OptionGroup var common: CommonOptions
  @OptionGroup var sheet: SheetOptions
  @Flag(help: ArgumentHelp(Console.say("Annoncer les non-conformités.", "Announce the non-conformities.")))
  var announce = false

  func answer(in session: Session) async throws -> Answer {
    try SheetFilling(sheet: .closing, options: sheet, announces: announce).answer(in: session)
  }
}

/// Fills one of the two sheets and shows what it holds.
struct SheetFilling {
  let sheet: AuditSheet
  let options: SheetOptions
  let announces: Bool

  func answer(in session: Session) throws -> Answer {
    let place = try AuditPlace.find(options.audit, in: session)
    guard let id = AuditNames.sheet(place.audit, sheet) else {
      throw CommandFailure("bad-sheet", fr: "Cette feuille n'existe pas.", en: "There is no such sheet.")
    }
    if let heldOn = options.heldOn { _ = try Parsing.day(heldOn) }
    let announced: [JSONValue] =
      announces
      ? place.board.items.compactMap { item in
        guard let grade = item.grade, ["major", "minor", "gap", "serious-gap"].contains(grade) else { return nil }
        return .sorted([
          ("grade", .string(grade)), ("indicator", Int(item.code).map { .integer(Int64($0)) } ?? .string(item.code)),
        ])
      } : []
    try session.capture(place.stream) {
      $0.sheet(
        id, heldOn: options.heldOn, representative: options.representative, participants: options.participant,
        announced: announced, remarks: options.remarks)
    }
    let view = try session.store.fold(place.stream).entity(id, schema: AuditSchema.current)
    let listed = (view?["announced"]?.members ?? []).map(\.value)
      .sorted { ($0["indicator"]?.number ?? 0) < ($1["indicator"]?.number ?? 0) }
    var lines = [
      session.say(
        sheet == .opening ? "Feuille d'ouverture" : "Feuille de clôture",
        sheet == .opening ? "Opening sheet" : "Closing sheet"),
      "  " + session.say("tenue le ", "held on ") + session.day(view?.text("heldOn")),
      "  " + session.say("représentant : ", "representative: ") + session.words(view?.value("representative")),
      "  " + session.say("participants : ", "participants: ") + session.words(view?.value("participants")),
    ]
    lines += listed.map {
      "  " + session.say("non-conformité annoncée : indicateur ", "announced: indicator ")
        + session.words($0["indicator"]) + ", " + session.words($0["grade"])
    }
    return Answer(
      "sheet.\(sheet.rawValue)", lines: lines,
      members: [
        ("announced", .array(listed)), ("participants", view?.value("participants") ?? .array([])),
        ("representative", view?.value("representative") ?? .null),
      ])
  }
}
