import Crypto
import SyncCore
import TestSupport
import Testing

/// The examples of `Protocol/model.md` are true of the code.
struct ModelPageTests {
  private let page: ProtocolPage
  private let lines: [ChangeLine]

  init() throws {
    page = try ProtocolPage("model.md")
    lines = try page.lines(between: "line").map { try ChangeLine(Array($0.utf8)) }
  }

  @Test func `the example lines of the page are read and print the same`() throws {
    #expect(lines.map(\.change.id.seq) == [17, 18])
    for line in lines { #expect(ChangeWriter.bytes(line.change) == line.bytes) }
    let names = lines[0].change.operations.compactMap { ChangeWriter.json($0).members?.first?.key }
    #expect(names == ["set", "append"])
  }

  @Test func `the worked vector of the page is what the code computes`() throws {
    var vector: [String: String] = [:]
    for row in try page.lines(between: "vector") {
      let cut = try #require(row.lastIndex(of: " "))
      let name = row[..<cut].reversed().drop { $0 == " " }
      vector[String(name.reversed())] = String(row[row.index(after: cut)...])
    }
    let change = lines[0].change
    var link = Link.origin(
      tenant: try #require(TenantID(vector["tenant"] ?? "")), stream: change.stream, replica: change.id.replica)
    #expect(link.description == vector["link 0"])
    for line in lines {
      let seq = line.change.id.seq
      link = link.next(seq: seq, line: line.digest)
      #expect(line.digest.description == vector["digest \(seq)"])
      #expect(link.description == vector["link \(seq)"])
    }
    let key = try Curve25519.Signing.PrivateKey(rawRepresentation: (0..<32).map { UInt8($0) })
    #expect(Hexadecimal.text(key.publicKey.rawRepresentation) == vector["public key"])
    let signed = Array("constat.seal".utf8) + [0] + link.digest.bytes
    #expect(Hexadecimal.text(signed) == vector["signed bytes"])
    let signature = try #require(Hexadecimal.bytes(vector["seal"] ?? ""))
    let seal = try #require(Seal(stream: change.stream, through: lines[1].id, signature: signature))
    #expect(seal.verifies(link: link, key: key.publicKey))
    var frontier = Frontier()
    frontier.advance(change.id.replica, to: .init(seq: 18, link: link))
    #expect(frontier.setDigest.description == vector["set digest"])
    #expect(vector.count == 10)
  }

  @Test func `every worked merge of the page comes out as written, forth and back`() throws {
    let rows = try page.lines(between: "merges")
    #expect(rows.count > 5)
    for row in rows {
      let value = try JSONScanner.value(of: Array(row.utf8))
      let base = try #require(value["base"]?.text)
      let texts = try #require(value["texts"]?.elements).compactMap(\.text)
      let merged = try #require(value["merged"])
      let expected: TextMerge.Outcome = merged.text.map { .merged($0) } ?? .conflict
      #expect(TextMerge.merge(base: base, texts: texts) == expected, "\(row)")
      #expect(TextMerge.merge(base: base, texts: texts.reversed()) == expected, "\(row)")
    }
  }

  @Test func `every refusal of a line has a code the page names`() {
    let codes =
      JSONFault.allCases.map(\.code)
      + [
        ChangeFault.lineTooLong, .unknownVersion, .envelope(""), .operation(0, ""), .operationCount, .fieldSetTwice,
        .secondRequest,
      ].map(\.code)
    for code in codes { #expect(page.contains("| `\(code)` |"), "\(code)") }
  }
}
