import ArgumentParser
import Foundation
import ServerCore
import SyncCore
import Terminal

/// `public-list`: the official register of training bodies.
struct PublicList: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "public-list",
    abstract: Console.say("La liste publique des organismes", "The public list of training bodies"),
    subcommands: [PublicListImport.self])
}

/// `public-list import`: takes a file of the register over, guarded against mass change.
struct PublicListImport: ServerCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: Console.say("Importer un fichier CSV", "Import a CSV file"),
    discussion: Console.say(
      "Un fichier qui changerait ou retirerait trop d'organismes est refusé (code 6), sauf --accept-mass-change.",
      "A file that would change or remove too many bodies is refused (code 6), unless --accept-mass-change."))

  @Argument(help: ArgumentHelp(Console.say("Le fichier.", "The file.")))
  var file: String

  @Flag(name: .long, help: ArgumentHelp(Console.say("Compter sans rien écrire.", "Count, write nothing.")))
  var dryRun = false

  @Flag(
    name: .long, help: ArgumentHelp(Console.say("Accepter un changement de masse.", "Accept a mass change.")))
  var acceptMassChange = false

  @OptionGroup var place: DataOptions
  @OptionGroup var output: OutputOptions

  func answer() async throws -> Answer {
    let reading = try read()
    let report = try await place.open().importPublicList(
      reading, acceptMassChange: acceptMassChange, dryRun: dryRun)
    var lines = report.summary.lines.map { Console.say($0.fr, $0.en) }
    lines += reading.rejections.prefix(20).map { Console.say($0.text.fr, $0.text.en) }
    if reading.rejections.count > 20 {
      lines.append(Console.say("… la suite des lignes rejetées\u{202F}: --json", "… the other rejected rows: --json"))
    }
    if dryRun {
      lines.append(Console.say("À blanc\u{202F}: rien n'a été écrit.", "Dry run: nothing was written."))
    } else if report.isImported {
      lines.append(
        Console.say(
          "Importé\u{202F}: \(report.changesWritten) changements dans \(report.streamsChanged) organismes suivis.",
          "Imported: \(report.changesWritten) changes in \(report.streamsChanged) followed bodies."))
    }
    return Answer(
      "public-list.import", lines: lines, members: members(report, reading),
      status: report.verdict.mayImport ? .done : .refusedByRule)
  }

  private func members(_ report: PublicListImportReport, _ reading: PublicListReading) -> [(String, JSONValue)] {
    func number(_ count: Int?) -> JSONValue { .integer(Int64(count ?? 0)) }
    let (summary, compared) = (report.summary, report.summary.compared)
    return [
      ("dryRun", .bool(dryRun)), ("imported", .bool(report.isImported)), ("layout", .string(summary.layout)),
      ("rowsRead", number(summary.rowsRead)), ("rowsAccepted", number(summary.rowsAccepted)),
      ("rowsRejected", number(reading.rejections.count)),
      (
        "rejections",
        .array(
          reading.rejections.map { rejection in
            .object([
              JSONMember("line", number(rejection.line)), JSONMember("code", .string(rejection.code)),
              JSONMember("column", .string(rejection.column ?? "")),
            ])
          })
      ),
      ("warnings", .sorted(summary.warnings.map { ($0.key, number($0.value)) })),
      ("bodies", number(summary.bodies)), ("referenceBodies", number(compared?.referenceBodies)),
      ("bodiesAdded", number(compared?.added)), ("bodiesRemoved", number(compared?.removed)),
      ("bodiesChanged", number(compared?.changed)), ("bodiesRenamed", number(compared?.renamed)),
      ("bodiesLeftAsTheyWere", number(compared?.leftAsTheyWere)), ("bodiesUnchanged", number(compared?.unchanged)),
      ("limitsExceeded", .array(report.verdict.exceeded.map { .string($0.code) })),
      ("streamsChanged", number(report.streamsChanged)), ("changesWritten", number(report.changesWritten)),
    ]
  }

  private func read() throws -> PublicListReading {
    let bytes: [UInt8]
    do { bytes = Array(try Data(contentsOf: URL(fileURLWithPath: file))) } catch {
      throw CommandFailure(
        "file-unreadable", fr: "Le fichier «\u{202F}\(file)\u{202F}» ne se lit pas. Vérifiez son chemin et ses droits.",
        en: "The file “\(file)” cannot be read. Check its path and rights.")
    }
    // The two layouts are published with different separators; the header says which one stands here.
    let header = bytes.prefix { $0 != 0x0A }
    let separator: CSVSeparator = header.contains(CSVSeparator.semicolon.rawValue) ? .semicolon : .comma
    do throws(PublicListError) { return try PublicListReading(bytes[...], separator: separator) } catch {
      throw CommandFailure(error.code, fr: error.text.fr, en: error.text.en)
    }
  }
}
