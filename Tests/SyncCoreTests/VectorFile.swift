import Foundation
import SyncCore
import TestSupport
import Testing

/// A file of `Protocol/vectors`, read as the page says.
struct VectorFile {
  static let folder = RepositoryFiles.root.appending(path: "Protocol/vectors")

  let about: String
  let tenant: TenantID
  let table: MergeTable
  let cases: [VectorCase]

  /// The names of the files, without extension.
  static func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
  }

  init(named name: String) throws {
    try self.init(bytes: Array(try Data(contentsOf: Self.folder.appending(path: "\(name).json"))))
  }

  init(bytes: [UInt8]) throws {
    // A file holds whole lines as texts, so the bound of one text does not bind it.
    let value = try JSONScanner.value(of: JSONWhiteSpace.stripped(bytes), textBytesMax: 1 << 20)
    try #require(value["vectors"] == 1)
    try #require(value.members?.map(\.key) == ["vectors", "about", "tenant", "table", "cases"])
    about = try #require(value["about"]?.text)
    tenant = try #require(value["tenant"]?.text.flatMap { TenantID($0) })
    table = try MergeTable(try #require(value["table"]))
    cases = try #require(value["cases"]?.elements).map(VectorCase.init)
  }
}

/// One case: its name and what the runner needs.
struct VectorCase {
  let name: String
  let value: JSONValue

  init(_ value: JSONValue) throws {
    name = try #require(value["name"]?.text)
    self.value = value
  }

  /// The bytes of a line: a text, texts and pairs [text, times], or hexadecimal.
  static func bytes(_ line: JSONValue) throws -> [UInt8] {
    switch line {
    case .string(let text): return Array(text.utf8)
    case .array(let parts):
      return try parts.flatMap { part -> [UInt8] in
        if let text = part.text { return Array(text.utf8) }
        let text = try #require(part.elements?.first?.text)
        let times = try #require(part.elements?.last?.number)
        return Array(String(repeating: text, count: Int(times)).utf8)
      }
    default: throw VectorFault(text: "\(line) is no line")
    }
  }
}

/// Why a vector cannot be read.
struct VectorFault: Error, CustomStringConvertible {
  let text: String
  var description: String { text }
}
