import SyncCore
import Testing

/// The document of the fold command, beside the vectors of `documents.json`.
struct FoldDocumentTests {
  private static let tenant = TenantID("certifier-01")

  private func document(_ lines: [[UInt8]], tenant: TenantID? = tenant) -> JSONValue {
    var document = FoldDocument()
    for line in lines { document.take(line) }
    return document.json(schema: OneOfEach.table, tenant: tenant)
  }

  private func changes() throws -> [Change] {
    let audit = try Samples.entity("audit/A")
    return try (1...3).flatMap { replica in
      try (1...4).map { seq in
        try Samples.change(
          replica, seq, [.set("contested", on: audit, to: .integer(Int64(replica * seq)), over: [], motive: nil)])
      }
    }
  }

  @Test func `L2 the document is the same in any order and with any repetition`() throws {
    let lines = try changes().map(ChangeWriter.bytes)
    let whole = document(lines)
    #expect(document(lines.reversed()) == whole)
    #expect(document(lines + lines.reversed()) == whole)
    #expect(whole["refused"] == .array([]))
    #expect(whole["streams"]?.members?.count == 1)
  }

  @Test func `the document spells its digests of what it prints, sets only with a tenant`() throws {
    let changes = try changes()
    let stream = try #require(document(changes.map(ChangeWriter.bytes))["streams"]?.members?.first?.value)
    let fold = try Samples.fold(changes)
    #expect(stream["state"] == fold.visibleState(schema: OneOfEach.table))
    #expect(stream["stateDigest"]?.text == fold.stateDigest(schema: OneOfEach.table).description)
    var frontier = Frontier()
    for replica in 1...3 {
      var link = Link.origin(
        tenant: try #require(Self.tenant), stream: try Samples.stream(), replica: Samples.replica(replica))
      for change in changes where change.id.replica == Samples.replica(replica) {
        link = link.next(seq: change.id.seq, line: Digest(of: ChangeWriter.bytes(change)))
      }
      frontier.advance(Samples.replica(replica), to: .init(seq: 4, link: link))
    }
    #expect(stream["setDigest"]?.text == frontier.setDigest.description)
    let without = document(changes.map(ChangeWriter.bytes), tenant: nil)["streams"]?.members?.first?.value
    #expect(without?.members?.map(\.key) == ["conflicts", "late", "state", "stateDigest"])
  }

  @Test func `a refused line leaves no trace but its number and code, and its name stays free`() throws {
    let line = ChangeWriter.bytes(try #require(try changes().first))
    let bad = line + [0x20]
    var document = FoldDocument()
    for bytes in [bad, line, bad] { document.take(bytes) }
    #expect(document.refusals.map { "\($0.line) \($0.code)" } == ["1 trailing-bytes", "3 trailing-bytes"])
    #expect(
      document.json(schema: OneOfEach.table, tenant: nil)["streams"]
        == self.document([line], tenant: nil)["streams"])
  }
}
