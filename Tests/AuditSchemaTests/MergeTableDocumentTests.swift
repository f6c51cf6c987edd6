import AuditModel
import AuditSchema
import SyncCore
import TestSupport
import Testing

/// The merge table in `Protocol/model.md` is the one the code reads.
struct MergeTableDocumentTests {
  @Test func `the printed merge table is the one in the code`() throws {
    let printed = try ProtocolPage("model.md").lines(between: "table").joined(separator: "\n")
    let table = AuditSchema.current.page
    #expect(printed.utf8.elementsEqual(table.utf8), "put between the marks what constat-sim fold --print-page prints")
  }

  @Test func `the worked state in model.md comes of its lines and has its digest`() throws {
    let lines = try ProtocolPage("model.md").lines(between: "state").map { Array($0.utf8) }
    try #require(lines.count == 5)
    var changes: [Change] = []
    for line in lines.prefix(3) { changes.append(try ChangeLine(line).change) }
    var fold = StreamFold(stream: changes[0].stream)
    for change in changes { fold.apply(change) }
    #expect(JSONWriter.bytes(fold.visibleState(schema: AuditSchema.current)) == lines[3])
    let digest = fold.stateDigest(schema: AuditSchema.current)
    #expect(JSONWriter.bytes(.string(digest.description)) == lines[4])
  }
}
