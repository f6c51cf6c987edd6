import ArgumentParser
import AuditModel
import AuditSchema
import AuditDesk
import FieldClient
import Foundation
import SyncCore
import Terminal

/// `evidence`: documents seen, files taken.
struct EvidenceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evidence", abstract: Console.say("Preuves vues ou prises", "Evidence seen or taken"),
    subcommands: [EvidenceAdd.self, EvidenceList.self], aliases: Words.aliases(noun: "evidence"))
}

/// `evidence add`.
struct EvidenceAdd: ConstatCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: Console.say("Ajouter une preuve vue, ou une photo prise", "Add evidence seen, or a photo taken"),
    aliases: Words.aliases(verb: "add"))
  /// Largest file kept beside the store.
  static let fileBytesMax = 32 * 1_024 * 1_024

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp(Console.say("Titre.", "Title."))) var title: String
  @Option(help: ArgumentHelp(Console.say("Date du document, AAAA-MM-JJ.", "Date of the document."))) var dated: String?
  @Option(help: ArgumentHelp(Console.say("Montré par.", "Shown by."))) var shownBy: String?
  @Option(help: ArgumentHelp(Console.say("Site (mot du plan).", "Site (word of the plan)."))) var site: String?
  @Option(help: ArgumentHelp(Console.say("Indicateur prouvé.", "Indicator proved."))) var indicator: [Int] = []
  @Option(help: ArgumentHelp(Console.say("Photo ou fichier à garder.", "Photo or file to keep."))) var file: String?
  @Option(help: ArgumentHelp(Console.say("Audit.", "Audit."))) var audit: String?

  func answer(in session: Session) async throws -> Answer {
    let place = try AuditPlace.find(audit, in: session)
    if let site { try place.requireSite(site) }
    if let dated { _ = try Parsing.day(dated) }
    for number in indicator { _ = try place.item(String(number)) }
    let kept = try file.map { try keep($0, in: session) }
    let id = try session.captureNew("evidence", below: place.audit, in: place.stream) { desk, id in
      desk.evidence(
        id, title: title, dated: dated, shownBy: shownBy, site: site, indicators: indicator, file: kept)
    }
    let standing = EvidenceStanding(held: kept == nil ? "seen" : "taken")
    return Answer(
      "evidence.add",
      lines: [
        session.say("Preuve enregistrée : ", "Evidence saved: ") + standing.words.text(in: session.language) + "."
      ],
      members: [("evidence", .string(id.description)), ("held", .string(standing.rawValue))])
  }

  /// Copies the file beside the store, named by its digest, before the change that cites it is saved.
  private func keep(_ path: String, in session: Session) throws -> EvidenceFile {
    let source = URL(fileURLWithPath: path)
    let content: Data
    do {
      content = try Data(contentsOf: source)
      guard content.count <= Self.fileBytesMax else {
        throw CommandFailure(
          "file-too-large", fr: "« \(source.lastPathComponent) » dépasse 32 Mo : réduisez la photo.",
          en: "“\(source.lastPathComponent)” is over 32 MB: make the photo smaller.")
      }
      let file = EvidenceFile(
        digest: Digest(of: Array(content)), sizeBytes: content.count, name: source.lastPathComponent)
      try FileManager.default.createDirectory(
        at: session.place.files, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try content.write(
        to: session.place.files.appendingPathComponent(file.digest.description), options: .atomic)
      return file
    } catch let failure as CommandFailure {
      throw failure
    } catch {
      throw CommandFailure(
        "file-unreadable",
        fr: "« \(path) » n'a pas pu être lu ou copié (\(error.localizedDescription)). Rien n'a été enregistré.",
        en: "“\(path)” could not be read or copied (\(error.localizedDescription)). Nothing was saved.")
    }
  }
}

/// `evidence list`.
struct EvidenceList: ConstatCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: Console.say("Preuves de l'audit", "Evidence of the audit"),
    aliases: Words.aliases(verb: "list"))

  @OptionGroup var common: CommonOptions
  @Option(help: ArgumentHelp(Console.say("Audit.", "Audit."))) var audit: String?

  func answer(in session: Session) async throws -> Answer {
    let place = try AuditPlace.find(audit, in: session)
    var lines: [String] = []
    var rows: [JSONValue] = []
    for id in place.fold.standing(ofType: "audit/evidence") where id.isBelow(place.audit) {
      guard let view = place.fold.entity(id, schema: AuditSchema.current) else { continue }
      let standing = EvidenceStanding(held: view.text("held"))
      lines.append(
        "\(session.words(view.value("title")))  [\(session.words(view.value("indicators")))]  "
          + standing.words.text(in: session.language))
      rows.append(
        .sorted([
          ("evidence", .string(id.description)), ("held", .string(standing.rawValue)),
          ("indicators", view.value("indicators") ?? .array([])), ("title", view.value("title") ?? .null),
        ]))
    }
    return Answer("evidence.list", lines: lines, members: [("evidence", .array(rows))])
  }
}
