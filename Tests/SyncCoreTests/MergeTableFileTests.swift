import SyncCore
import Testing

/// Merge tables as data, and the white space around them.
struct MergeTableFileTests {
  private static func table(_ text: String) throws -> MergeTable { try MergeTable(reading: Array(text.utf8)) }

  private static func fault(_ text: String) -> MergeTableFault? {
    do throws(MergeTableFault) {
      _ = try MergeTable(reading: Array(text.utf8))
      return nil
    } catch {
      return error
    }
  }

  @Test func `a table prints to a text that reads as the same table`() throws {
    let table = VectorThemes.table
    #expect(try Self.table(table.text) == table)
    #expect(try MergeTable(table.json) == table)
    #expect(try Self.table(table.text).text == table.text)
    #expect(table.kind(of: "grade", in: "audit/item") != nil)
    #expect(table.kind(of: "grade", in: "audit") == nil)
  }

  @Test func `members may stand in any order and be laid out at will`() throws {
    let table = try Self.table(
      "{ \"types\" : {\r\n\t\"a/b\" : { \"f\" : { \"gravestFirst\" : [ \"x\" , \"y z\" ] , \"kind\" : \"cautious\" } } } , \"version\" : 3 }\n"
    )
    #expect(table.version == 3)
    #expect(table.kind(of: "f", in: "a/b") == .cautious(Ranking(gravestFirst: ["x", "y z"])))
  }

  @Test(
    arguments: [
      ("[]", .member("")), ("{}", .member("version")), (#"{"version":1}"#, .member("types")),
      (#"{"version":0,"types":{}}"#, .member("version")), (#"{"version":1,"types":{},"x":1}"#, .member("x")),
      (#"{"version":1,"types":{"A":{}}}"#, .member("types.A")),
      (#"{"version":1,"types":{"a/b/c/d/e":{}}}"#, .member("types.a/b/c/d/e")),
      (#"{"version":1,"types":{"a":{"F":{"kind":"text"}}}}"#, .member("types.a.F")),
      (#"{"version":1,"types":{"a":{"f":"text"}}}"#, .member("types.a.f")),
      (#"{"version":1,"types":{"a":{"f":{"kind":"counter"}}}}"#, .member("types.a.f.kind")),
      (#"{"version":1,"types":{"a":{"f":{"kind":"text","gravestFirst":[]}}}}"#, .member("types.a.f.gravestFirst")),
      (#"{"version":1,"types":{"a":{"f":{"kind":"cautious"}}}}"#, .member("types.a.f.gravestFirst")),
      (
        #"{"version":1,"types":{"a":{"f":{"kind":"cautious","gravestFirst":["x","x"]}}}}"#,
        .member("types.a.f.gravestFirst")
      ),
      (
        #"{"version":1,"types":{"a":{"f":{"kind":"cautious","gravestFirst":[1]}}}}"#,
        .member("types.a.f.gravestFirst")
      ),
      (#"{"version":1.5,"types":{}}"#, .spelling(.float)), (#"{"version":1,"version":1}"#, .spelling(.duplicateKey)),
      (#"{"version":1 1,"types":{}}"#, .spelling(.malformed)), ("", .spelling(.malformed)),
    ] as [(String, MergeTableFault)])
  func `a file that is no table is refused by the place of its first fault`(text: String, fault: MergeTableFault) {
    #expect(Self.fault(text) == fault)
  }

  @Test func `a table is read up to its most bytes and not one past them`() {
    let table = #"{"version":1,"types":{}}"#
    let room = MergeTable.bytesMax - table.utf8.count
    #expect(Self.fault(table + String(repeating: " ", count: room)) == nil)
    #expect(Self.fault(table + String(repeating: " ", count: room + 1)) == .tooLong)
  }

  @Test func `white space goes outside texts and stays inside them`() throws {
    func stripped(_ text: String) throws -> String {
      String(decoding: try JSONWhiteSpace.stripped(Array(text.utf8)), as: UTF8.self)
    }
    #expect(try stripped(" { \"a b\" :\t[ 1 ,\r\n true ] }\n") == #"{"a b":[1,true]}"#)
    #expect(try stripped(#"["\" ", "\\" , " \\\" "]"#) == #"["\" ","\\"," \\\" "]"#)
    #expect(try stripped("") == "")
    #expect(try stripped("\u{A0}1") == "\u{A0}1")
    for joined in ["1 2", "tr ue", "[1 -2]", "- 1"] {
      #expect(throws: JSONFault.malformed) { try stripped(joined) }
    }
  }
}
