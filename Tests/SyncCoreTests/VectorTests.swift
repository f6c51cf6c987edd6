import Foundation
import SyncCore
import Testing

/// The vectors of `Protocol/vectors`: run as any other implementation runs them, and held against their sources.
///
/// `CONSTAT_WRITE_VECTORS=1 swift test --filter VectorTests` writes the files anew, unless what an author wrote by hand
/// or the second merge says otherwise than the merge under test.
@Suite(.serialized)
struct VectorTests {
  private static let isWriting = ProcessInfo.processInfo.environment["CONSTAT_WRITE_VECTORS"] == "1"

  @Test(arguments: VectorThemes.all.map { "\($0.file)" })
  func `every case comes out as its author wrote by hand and as the second merge says`(file: String) throws {
    let theme = try #require(VectorThemes.all.first { $0.file == file })
    var isSound = true
    for source in theme.cases {
      let faults = VectorJudge.faults(of: source)
      isSound = isSound && faults.isEmpty
      #expect(faults.isEmpty, "\(source.name):\n\(faults.joined(separator: "\n"))")
    }
    guard Self.isWriting, isSound else { return }
    try FileManager.default.createDirectory(at: VectorFile.folder, withIntermediateDirectories: true)
    let text = try VectorPrinter.text(of: theme)
    try Data(text.utf8).write(to: VectorFile.folder.appending(path: "\(file).json"))
  }

  @Test func `the files are those the sources print`() throws {
    #expect(try VectorFile.names() == VectorThemes.all.map { $0.file }.sorted())
    for theme in VectorThemes.all {
      let file = try Data(contentsOf: VectorFile.folder.appending(path: "\(theme.file).json"))
      let printed = Data(try VectorPrinter.text(of: theme).utf8)
      #expect(file == printed, "\(theme.file).json: run with CONSTAT_WRITE_VECTORS=1 and read the difference")
    }
  }

  @Test(arguments: VectorThemes.all.map { "\($0.file)" })
  func `L2 every vector comes out in every order the page asks for, byte for byte`(file: String) throws {
    let file = try VectorFile(named: file)
    let runner = VectorRunner(table: file.table, tenant: file.tenant)
    for vector in file.cases {
      let faults = try runner.faults(of: vector)
      #expect(faults.isEmpty, "\(vector.name):\n\(faults.joined(separator: "\n"))")
    }
  }

  @Test func `there are more than a hundred cases, each with a name of its own`() throws {
    let names = try VectorFile.names().flatMap { try VectorFile(named: $0).cases.map(\.name) }
    #expect(names.count >= 100)
    for (name, same) in Dictionary(grouping: names, by: \.self) where same.count > 1 {
      Issue.record("several cases are called “\(name)”")
    }
  }

  @Test func `every code of the page refuses a line of the vectors`() throws {
    let values = try VectorFile.names().flatMap { try VectorFile(named: $0).cases.map(\.value) }
    let codes = Set(values.compactMap { $0["refused"]?.text })
    let all =
      JSONFault.allCases.map(\.code)
      + [
        ChangeFault.lineTooLong, .unknownVersion, .envelope(""), .operation(0, ""), .operationCount, .fieldSetTwice,
        .secondRequest,
      ].map(\.code)
    #expect(codes == Set(all))
  }

  @Test func `the runner sees each wrong expectation`() throws {
    for theme in VectorThemes.all {
      let file = try VectorFile(named: theme.file)
      let runner = VectorRunner(table: file.table, tenant: file.tenant)
      let vector = try #require(file.cases.last)
      for (place, member) in (vector.value.members ?? []).enumerated() where member.key != "name" {
        var members = vector.value.members ?? []
        members[place] = JSONMember(member.key, try Self.spoilt(member.key, member.value))
        let faults = try runner.faults(of: try VectorCase(.object(members)))
        #expect(!faults.isEmpty, "\(theme.file): a wrong \(member.key) is not seen")
      }
    }
  }

  /// Something else in the place of what is right, of the same shape.
  private static func spoilt(_ key: String, _ value: JSONValue) throws -> JSONValue {
    switch (key, value) {
    case ("lines", .array(let lines)):
      let bytes = try VectorCase.bytes(lines[0])
      let other = String(decoding: bytes, as: UTF8.self).replacingOccurrences(of: #""time":"#, with: #""time":4"#)
      return .array([.string(other)] + lines.dropFirst())
    case ("line", let line):
      let text = String(decoding: try VectorCase.bytes(line), as: UTF8.self)
      return .string(text.isEmpty ? "{}" : "")
    case ("hex", _): return ""
    case (_, .string(let text)): return .string(String(text.reversed()) + "x")
    case (_, .array(let elements)): return .array(elements + [.null])
    case (_, .object(let members)): return .object(members + [JSONMember("zz", 1)])
    default: return .null
    }
  }

  @Test func `a case whose author foresaw otherwise is not written`() {
    let grade = RegisterVectors.change("a1", RegisterVectors.set("audit/A1/item/17", "grade", "minor"))
    let other = RegisterVectors.change("b1", RegisterVectors.set("audit/A1/item/17", "grade", "major"))
    let conflict = VectorFact.conflict("audit/A1/item/17", "grade", "minor", "major")
    func faults(_ facts: [VectorFact]) -> [String] {
      VectorJudge.faults(of: .history(name: "", changes: [grade, other], facts: facts, isLong: false))
    }
    #expect(faults([.shows("audit/A1/item/17", "grade", "major"), conflict]).isEmpty)
    #expect(!faults([.shows("audit/A1/item/17", "grade", "minor"), conflict]).isEmpty)
    #expect(!faults([.shows("audit/A1/item/17", "grade", "major")]).isEmpty, "a conflict nobody foresaw")
    #expect(!faults([]).isEmpty)
  }
}
