import Foundation
import ServerCore
import TestSupport
import Testing

/// The real registers of the shared data folder.
///
/// They are read where CONSTAT_SHARED says, else in `../shared` beside the package, and never copied into the project.
enum RealRegisters {
  /// One change between two exports of the same register.
  struct Change: Decodable {
    let siret: String
    let op: String
    let field: String?
    let from: String?
    let to: String?
    let value: [String: String]?
  }

  /// The changes, in the order of the file; nil, said by name, where the file is absent and CI is not "true".
  static func changes(skipping test: String = #function) throws -> [Change]? {
    guard let bytes = try bytes("cfa-changes-2022-09-23_to_2022-10-12.jsonl", skipping: test) else { return nil }
    return try bytes.split(separator: UInt8(ascii: "\n")).map { try JSONDecoder().decode(Change.self, from: Data($0)) }
  }

  /// A name for each SIRET of a register: the first that is not empty, where rows disagree.
  static func names(
    _ file: String, separator: CSVSeparator, siret: String, name: String, skipping test: String = #function
  ) throws -> [String: String]? {
    guard let bytes = try bytes(file, skipping: test) else { return nil }
    var reader = try CSVRecordReader(bytes[...], separator: separator)
    let header = try #require(try reader.next())
    let columns = (0..<header.count).map { header[$0] }
    let (siretColumn, nameColumn) = (
      try #require(columns.firstIndex(of: siret)), try #require(columns.firstIndex(of: name))
    )
    var names: [String: String] = [:]
    while let record = try reader.next() {
      guard record.count == columns.count else { continue }
      if names[record[siretColumn], default: ""].isEmpty { names[record[siretColumn]] = record[nameColumn] }
    }
    return names
  }

  private static func bytes(_ name: String, skipping test: String) throws -> [UInt8]? {
    let environment = ProcessInfo.processInfo.environment
    let file = RepositoryFiles.shared.appending(path: "data").appending(path: name)
    if FileManager.default.fileExists(atPath: file.path) { return try [UInt8](Data(contentsOf: file)) }
    print("skipped, no shared/data/\(name): \(test)")
    #expect(environment["CI"] != "true", "shared/data/\(name) is absent; CI must have it")
    return nil
  }
}
