import ArgumentParser
import AuditSchema
import Foundation
import SyncCore
import Terminal

/// `fold`: change lines in, visible state, conflicts and digests out, for whoever writes the merge a second time.
struct Fold: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fold", abstract: Console.say("Lire des lignes, écrire l'état", "Read lines, print the state"),
    discussion: Console.say(
      "Lit sur l'entrée standard des lignes de changement, de tous flux et en tout ordre, et écrit une ligne de JSON. "
        + "Une ligne refusée est laissée de côté, le reste est lu ; le code de sortie est alors 1.",
      "Reads change lines of any streams, in any order, on standard input and prints one line of JSON. A line that is "
        + "refused is left out, the rest is read; the exit code is then 1."))

  @Option(
    name: .long,
    help: ArgumentHelp(
      Console.say(
        "Fichier de la table de fusion, sinon celle de Constat.",
        "File with the merge table; Constat's own if left out."),
      valueName: "file"))
  var schema: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      Console.say(
        "Le certificateur, pour les empreintes des ensembles.", "The tenant, for the digests of sets."),
      valueName: "name"))
  var tenant: String?

  @Flag(
    name: .long,
    help: ArgumentHelp(
      Console.say("Écrire la table de fusion et s'arrêter.", "Print the merge table and end.")))
  var printTable = false
  @Flag(
    help: ArgumentHelp(
      Console.say(
        "Imprimer la table comme la page model.md la montre.", "Print the table as the page model.md shows it.")))
  var printPage = false

  func run() throws {
    do {
      let table = try schema.map(MergeTableFile.table) ?? AuditSchema.current.mergeTable
      if printTable { return FileHandle.standardOutput.write(Data(table.text.utf8)) }
      if printPage { return FileHandle.standardOutput.write(Data((AuditSchema.current.page + "\n").utf8)) }
      let tenant = try tenant.map(Self.tenantID)
      let document = try Self.document(of: .standardInput)
      // The bytes are the protocol's one spelling, for programs to compare: nothing is escaped for a terminal.
      FileHandle.standardOutput.write(Data(JSONWriter.bytes(document.json(schema: table, tenant: tenant)) + [0x0A]))
      if !document.refusals.isEmpty { throw ExitCode(ExitStatus.failed.rawValue) }
    } catch let failure as CommandFailure {
      Console(program: "constat-sim", language: Console.processLanguage, json: false).write(failure)
      throw ExitCode(failure.status.rawValue)
    }
  }

  /// Folds all lines of a stream of bytes; memory holds what was said, not the text it came in.
  private static func document(of input: FileHandle) throws -> FoldDocument {
    var document = FoldDocument()
    var cutter = LineCutter()
    do {
      while let chunk = try input.read(upToCount: 1 << 20), !chunk.isEmpty {
        cutter.take(Array(chunk)) { document.take($0) }
      }
    } catch {
      throw CommandFailure(
        "input-unreadable",
        fr: "L'entrée standard ne se lit pas. Donnez un fichier de lignes : « fold < lignes ».",
        en: "Standard input cannot be read. Give it a file of lines: “fold < lines”.")
    }
    cutter.end { document.take($0) }
    return document
  }

  private static func tenantID(_ text: String) throws -> TenantID {
    guard let tenant = TenantID(text) else {
      throw CommandFailure(
        "bad-tenant-name", .usage,
        fr: "« \(text) » n'est pas un nom de certificateur : 1 à 64 lettres, chiffres, points, "
          + "tirets. Donnez celui du serveur, car les empreintes en dépendent.",
        en: "“\(text)” is no tenant name: 1 to 64 letters, digits, dots, dashes. Give the server's, since digests "
          + "depend on it.")
    }
    return tenant
  }
}
