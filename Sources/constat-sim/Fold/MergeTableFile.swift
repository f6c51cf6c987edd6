import Foundation
import SyncCore
import Terminal

/// A merge table read from a file, or the sentence that says why not.
enum MergeTableFile {
  static func table(at path: String) throws -> MergeTable {
    let bytes: Data
    do {
      // One byte past the bound is enough to know that a file is too long.
      bytes = try FileHandle(forReadingFrom: URL(filePath: path)).read(upToCount: MergeTable.bytesMax + 1) ?? Data()
    } catch {
      let isThere = FileManager.default.fileExists(atPath: path)
      throw CommandFailure(
        "schema-unreadable", .usage,
        fr: "La table de fusion « \(path) » ne se lit pas : "
          + (isThere ? "ce n'est pas un fichier lisible." : "il n'y a pas de tel fichier.")
          + " Vérifiez le chemin donné à --schema.",
        en: "The merge table “\(path)” cannot be read: "
          + (isThere ? "it is no readable file." : "there is no such file.") + " Check the path given to --schema.")
    }
    do throws(MergeTableFault) {
      return try MergeTable(reading: Array(bytes))
    } catch {
      throw CommandFailure(
        "schema-invalid", .usage,
        fr: "« \(path) » n'est pas une table de fusion : \(french(error)). Prenez pour modèle ce "
          + "qu'écrit « constat-sim fold --print-table ».",
        en:
          "“\(path)” is no merge table: \(english(error)). Take what “constat-sim fold --print-table” prints as a model."
      )
    }
  }

  private static func french(_ fault: MergeTableFault) -> String {
    switch fault {
    case .tooLong: "plus de \(MergeTable.bytesMax) octets"
    case .spelling(let fault): "JSON refusé, \(fault.code)"
    case .member(""): "un objet à deux membres, version et types, est attendu"
    case .member(let place): "le membre \(place) manque, est inconnu ou mal formé"
    }
  }

  private static func english(_ fault: MergeTableFault) -> String {
    switch fault {
    case .tooLong: "more than \(MergeTable.bytesMax) bytes"
    case .spelling(let fault): "JSON refused, \(fault.code)"
    case .member(""): "an object with the two members version and types is expected"
    case .member(let place): "the member \(place) is missing, unknown or malformed"
    }
  }
}
